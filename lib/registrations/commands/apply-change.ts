import { Temporal } from "temporal-polyfill";
import { type Actor, recordAudit } from "@/lib/audit/commands/record-audit";
import type { RegistrationScope } from "@/lib/auth/scopes";
import { toTimestamp } from "@/lib/core/clock";
import { fromDateColumn, toDateColumn } from "@/lib/core/local-date";
import { enqueueMail } from "@/lib/mail/commands/enqueue-mail";
import type { Transaction } from "@/lib/platform/db";
import type { Prisma } from "@/lib/platform/generated/client";
import type { MyRegistration } from "../queries/my-registration";
import { type Changeable, changedFields } from "../rules/changes";
import { dropUnnamedFiles } from "./claim-files";
import { moveChoices } from "./move-choices";
import { type Agreement, type Repriced, reprice, writePrice } from "./reprice-registration";

/** A change to be written: whose, from what to what, who makes it, and the mail that tells of it. */
export type Change = {
  readonly scope: RegistrationScope;
  readonly mine: MyRegistration;
  readonly before: Changeable;
  readonly after: Changeable;
  readonly actor: Actor;
  readonly agreement: Agreement;
  readonly mail: {
    readonly message: "registration-changed" | "change-answered";
    readonly params?: Readonly<Record<string, string>>;
  };
};

/**
 * Writes a change of a registration that `lockStored` has locked: new days and sessions take places under lock, left ones
 * free theirs, and the price follows, the old one being kept in the audit entry. Takes the transaction back with `full` when there is no room, or only for those who stand in line.
 */
export async function applyChange(tx: Transaction, change: Change, now: Temporal.Instant): Promise<void> {
  await moveChoices(tx, change, now);
  const priced = await repriceChange(tx, change);
  await writeFields(tx, change, priced && (await writePrice(tx, priced)), now);
}

/** The price that a change leads to; what must be agreed to before it is made, or asked for. */
export async function repriceChange(
  tx: Transaction,
  { scope: { registrationId }, mine, before, after, agreement }: Omit<Change, "mail" | "actor">,
): Promise<Repriced | null> {
  const fields = changedFields(before, after);
  if (!fields.includes("days") && !fields.includes("sessionIds")) return null;
  return reprice(tx, { registrationId, mine, to: after }, agreement);
}

/**
 * The stored choices, with the row locked against a change or cancellation at the same time. Registration first, quotas
 * after it: the order in which cancelling locks them too. Null when it is not confirmed any more.
 */
export async function lockStored(tx: Transaction, { registrationId }: RegistrationScope): Promise<Changeable | null> {
  await tx.$executeRaw`SELECT 1 FROM registration WHERE id = ${registrationId}::uuid FOR NO KEY UPDATE`;
  const row = await tx.registration.findUniqueOrThrow({
    where: { id: registrationId },
    select: {
      state: true,
      answers: true,
      organisationName: true,
      municipalityCode: true,
      jobTitle: true,
      days: { select: { day: { select: { date: true } } } },
      sessions: { select: { sessionId: true } },
      needs: { select: { diet: true, access: true, answers: true } },
    },
  });
  if (row.state !== "CONFIRMED") return null;
  return {
    days: row.days.map(({ day }) => fromDateColumn(day.date).toString()).toSorted(),
    sessionIds: row.sessions.map(({ sessionId }) => sessionId),
    answers: row.answers as Record<string, unknown>,
    sensitiveAnswers: (row.needs?.answers ?? {}) as Record<string, unknown>,
    organisationName: row.organisationName,
    municipalityCode: row.municipalityCode,
    jobTitle: row.jobTitle,
    diet: row.needs?.diet ?? null,
    access: row.needs?.access ?? null,
  };
}

async function writeFields(
  tx: Transaction,
  { scope: { registrationId, eventId }, mine: { form, locale, name, email }, before, after, actor, mail }: Change,
  price: { readonly priceBefore: readonly string[]; readonly priceAfter: readonly string[] } | null,
  now: Temporal.Instant,
): Promise<void> {
  const fields = changedFields(before, after);
  const reachesCalendar = fields.includes("days") || fields.includes("sessionIds");
  const { answers, sensitiveAnswers, organisationName, municipalityCode, jobTitle, diet, access } = after;
  await tx.registration.update({
    where: { id: registrationId },
    data: {
      answers: answers as Prisma.InputJsonObject,
      organisationName,
      municipalityCode,
      jobTitle,
      updatedAt: toTimestamp(now),
      ...(reachesCalendar && { calendarSequence: { increment: 1 } }),
    },
    select: { id: true },
  });
  if (fields.includes("diet") || fields.includes("access") || fields.includes("sensitiveAnswers")) {
    await tx.sensitiveNeeds.deleteMany({ where: { registrationId } });
    const deleteAfter = toDateColumn(Temporal.PlainDate.from(form.needsDeletedOn));
    const hasAnswers = Object.keys(sensitiveAnswers).length > 0;
    if (diet !== null || access !== null || hasAnswers) {
      const given = hasAnswers && { answers: sensitiveAnswers as Prisma.InputJsonObject };
      await tx.sensitiveNeeds.create({ data: { registrationId, diet, access, deleteAfter, ...given } });
    }
  }
  await dropUnnamedFiles(tx, { registrationId });
  const { organisationId } = form;
  const audited = {
    organisationId,
    eventId,
    actor,
    action: "registration.changed",
    subjectId: registrationId,
  } as const;
  await recordAudit(tx, { ...audited, detail: { fields, ...price } }, now);
  await enqueueMail(tx, { ...mail, locale, to: { name, email }, organisationId, eventId, registrationId }, now);
}
