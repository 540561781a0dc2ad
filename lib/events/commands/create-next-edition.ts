import { Temporal } from "temporal-polyfill";
import { recordAudit } from "@/lib/audit/commands/record-audit";
import type { EventScope } from "@/lib/auth/scopes";
import { newId } from "@/lib/core/ids";
import { fromDateColumn, localDate, toDateColumn } from "@/lib/core/local-date";
import { type Localised, localised } from "@/lib/core/localised";
import { type Failure, fail, type Ok, ok } from "@/lib/core/result";
import { slugOf } from "@/lib/core/slug";
import type { Transaction } from "@/lib/platform/db";
import type { Event, Prisma } from "@/lib/platform/generated/client";
import { inTransaction } from "@/lib/platform/transaction";
import { canMakeNextEdition } from "../policy";
import { carriedRow } from "../rules/edition-copy";
import { editionDays, readFirstDay, retitled, withoutYear } from "../rules/edition-shift";
import { freeSlug } from "../rules/free-slug";
import { copyEditionParts } from "./copy-edition-parts";
import { EDITION_COLUMNS } from "./edition-columns";

/** Why there is no next edition. */
export const EDITION_CODES = ["event_gone", "first_day_missing", "first_day_past", "edition_exists"] as const;
export type EditionCode = (typeof EDITION_CODES)[number];
type Created = Ok<{ readonly slug: string }> | Failure<EditionCode>;

/**
 * Makes a draft of the next edition from an event in any state: what it is made of, with every date moved as many days as the
 * first one and every clock time kept. People, invitations, codes and what was sent stay behind. An event that stood alone
 * becomes the first of a series. All of it or nothing; the same first day twice in a series is a form sent twice.
 */
export async function createNextEdition(
  scope: EventScope,
  { first }: { readonly first: string },
  now: Temporal.Instant,
): Promise<Created> {
  if (!canMakeNextEdition(scope)) return fail("event_gone");
  const startsOn = readFirstDay(first);
  if (!startsOn) return fail("first_day_missing");
  return inTransaction(async (tx): Promise<Created> => {
    await tx.$queryRaw`SELECT id FROM event WHERE id = ${scope.eventId}::uuid FOR UPDATE`;
    const before = await tx.event.findUniqueOrThrow({ where: { id: scope.eventId } });
    if (Temporal.PlainDate.compare(startsOn, localDate(now, before.timeZone)) <= 0) return fail("first_day_past");
    const from = fromDateColumn(before.startsOn);
    const title = localised(before.title);
    const next = { sv: retitled(title.sv, from, startsOn), en: retitled(title.en, from, startsOn) };
    const seriesId = before.seriesId ?? (await makeSeries(tx, before, title, now));
    const twin = { seriesId, startsOn: toDateColumn(startsOn) };
    if (await tx.event.findFirst({ where: twin, select: { id: true } })) return fail("edition_exists");
    const wished = slugOf(next.sv);
    const like = await tx.event.findMany({
      where: { slug: { startsWith: wished || "evenemang" } },
      select: { slug: true },
    });
    const slug = freeSlug(wished, startsOn.year, new Set(like.map((one) => one.slug)));
    const eventId = newId(now);
    const copy = { eventId, days: editionDays(from, startsOn), timeZone: before.timeZone, now };
    const carried = carriedRow(EDITION_COLUMNS.event, before, { ...copy, ids: new Map() });
    const data = { ...carried, seriesId, slug, title: next } as unknown as Prisma.EventUncheckedCreateInput;
    await tx.event.create({ data });
    await copyEditionParts(tx, before.id, copy);
    const { organisationId, userId } = scope;
    const entry = { organisationId, actor: { kind: "USER", id: userId }, action: "event.edition-created" } as const;
    await recordAudit(tx, { ...entry, eventId, subjectId: before.id, detail: { days: copy.days } }, now);
    return ok({ slug });
  });
}

async function makeSeries(tx: Transaction, event: Event, title: Localised, now: Temporal.Instant): Promise<string> {
  const name = { sv: withoutYear(title.sv), en: withoutYear(title.en) };
  const wished = slugOf(name.sv);
  const like = await tx.series.findMany({ where: { slug: { startsWith: wished || "serie" } }, select: { slug: true } });
  const slug = freeSlug(wished || "serie", fromDateColumn(event.startsOn).year, new Set(like.map((one) => one.slug)));
  const id = newId(now);
  await tx.series.create({ data: { id, organisationId: event.organisationId, slug, name } });
  await tx.event.update({ where: { id: event.id }, data: { seriesId: id }, select: { id: true } });
  return id;
}
