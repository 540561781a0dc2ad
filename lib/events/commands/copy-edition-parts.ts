import { newId } from "@/lib/core/ids";
import type { Transaction } from "@/lib/platform/db";
import type { Prisma } from "@/lib/platform/generated/client";
import { carriedRow, type EditionCopy } from "../rules/edition-copy";
import { EDITION_COLUMNS as COLUMNS } from "./edition-columns";

/**
 * Copies what an event is made of to one that has just been created. What was called off, retired or taken away is left behind,
 * and so are the speakers: they have agreed to one edition.
 */
export async function copyEditionParts(tx: Transaction, from: string, target: Omit<EditionCopy, "ids">): Promise<void> {
  const where = { eventId: from };
  const days = await tx.eventDay.findMany({ where });
  const tracks = await tx.track.findMany({ where });
  const categories = await tx.category.findMany({ where });
  const sessions = await tx.session.findMany({ where: { ...where, cancelledAt: null } });
  const kept = [...days, ...tracks, ...categories, ...sessions];
  const copy = { ...target, ids: new Map(kept.map(({ id }) => [id, newId(target.now)])) };
  const rows = <T>(fates: Parameters<typeof carriedRow>[0], found: readonly Record<string, unknown>[]): T[] =>
    found.map((row) => carriedRow(fates, row, copy) as T);
  await tx.eventDay.createMany({ data: rows<Prisma.EventDayCreateManyInput>(COLUMNS.day, days) });
  await tx.track.createMany({ data: rows<Prisma.TrackCreateManyInput>(COLUMNS.track, tracks) });
  await tx.category.createMany({ data: rows<Prisma.CategoryCreateManyInput>(COLUMNS.category, categories) });
  await tx.session.createMany({ data: rows<Prisma.SessionCreateManyInput>(COLUMNS.session, sessions) });
  const dayPrices = await tx.categoryDayPrice.findMany({ where });
  await tx.categoryDayPrice.createMany({
    data: rows<Prisma.CategoryDayPriceCreateManyInput>(COLUMNS.dayPrice, dayPrices),
  });
  const quotas = await tx.quota.findMany({
    where: { ...where, voucherId: null, OR: [{ sessionId: null }, { session: { cancelledAt: null } }] },
  });
  await tx.quota.createMany({ data: rows<Prisma.QuotaCreateManyInput>(COLUMNS.quota, quotas) });
  const questions = await tx.question.findMany({ where: { ...where, retiredAt: null } });
  await tx.question.createMany({ data: rows<Prisma.QuestionCreateManyInput>(COLUMNS.question, questions) });
  const rules = await tx.reminderRule.findMany({ where: { ...where, removedAt: null } });
  await tx.reminderRule.createMany({ data: rows<Prisma.ReminderRuleCreateManyInput>(COLUMNS.reminderRule, rules) });
  const texts = await tx.ownText.findMany({ where });
  await tx.ownText.createMany({ data: rows<Prisma.OwnTextCreateManyInput>(COLUMNS.ownText, texts) });
  const bodies = await tx.coOrganiser.findMany({ where });
  await tx.coOrganiser.createMany({ data: rows<Prisma.CoOrganiserCreateManyInput>(COLUMNS.coOrganiser, bodies) });
}
