import { Temporal } from "temporal-polyfill";
import { recordAudit } from "@/lib/audit/commands/record-audit";
import type { RegistrationScope } from "@/lib/auth/scopes";
import { toTimestamp } from "@/lib/core/clock";
import { fromDateColumn, toDateColumn } from "@/lib/core/local-date";
import { fail, type Ok, ok } from "@/lib/core/result";
import { enqueueMail } from "@/lib/mail/commands/enqueue-mail";
import type { Transaction } from "@/lib/platform/db";
import { inTransaction, takeBack } from "@/lib/platform/transaction";
import type { ChangeFailure } from "../errors";
import { fieldErrors } from "../field-errors";
import { getRegistration, type MyRegistration } from "../queries";
import { firstFull, levelOf } from "../rules/capacity";
import { type Changeable, changed, changedFields } from "../rules/changes";
import { fullDetail } from "../rules/full-detail";
import { municipalityOf } from "../rules/municipality";
import { changeSchema } from "../schema";
import { lockQuotas } from "./lock-quotas";
import { replaceChoices } from "./replace-choices";

/**
 * Changes a confirmed registration until the edit deadline: days, sessions, answers, organisation and needs; never who comes
 * or as what. New days and sessions take places under lock, left ones free theirs. Nothing is written, and nothing mailed,
 * when nothing differs.
 */
export async function changeRegistration(
  scope: RegistrationScope,
  body: unknown,
  now: Temporal.Instant,
): Promise<Ok<{ readonly reference: string }> | ChangeFailure> {
  const mine = await getRegistration(scope, now);
  if (mine.state !== "CONFIRMED") return fail("gone");
  if (!mine.canEdit) return fail("edit_closed");
  const parsed = changeSchema(mine.form).safeParse(body);
  if (!parsed.success) return fail("invalid", fieldErrors(parsed.error, mine.form));
  const municipality = municipalityOf(parsed.data);
  if (!municipality.ok) return fail("invalid", { municipalityCode: [{ code: municipality.code }] });
  return inTransaction(async (tx) => {
    const before = await lockStored(tx, scope);
    if (!before) return fail("gone");
    const after = changed(mine.form, before, parsed.data, municipality.value);
    const fields = changedFields(before, after);
    if (fields.length === 0) return ok({ reference: mine.reference });
    await moveBetweenQuotas(tx, scope, mine, before, after);
    await writeFields(tx, scope, mine, after, fields, now);
    return ok({ reference: mine.reference });
  });
}

/**
 * The stored choices, with the row locked against a change or cancellation at the same time. Registration first, quotas
 * after it: the order in which cancelling locks them too. Null when it is not confirmed any more.
 */
async function lockStored(tx: Transaction, { registrationId }: RegistrationScope): Promise<Changeable | null> {
  await tx.$executeRaw`SELECT 1 FROM registration WHERE id = ${registrationId}::uuid FOR UPDATE`;
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
      needs: { select: { diet: true, access: true } },
    },
  });
  if (row.state !== "CONFIRMED") return null;
  return {
    days: row.days.map(({ day }) => fromDateColumn(day.date).toString()).toSorted(),
    sessionIds: row.sessions.map(({ sessionId }) => sessionId),
    answers: row.answers as Record<string, unknown>,
    organisationName: row.organisationName,
    municipalityCode: row.municipalityCode,
    jobTitle: row.jobTitle,
    diet: row.needs?.diet ?? null,
    access: row.needs?.access ?? null,
  };
}

async function moveBetweenQuotas(
  tx: Transaction,
  { registrationId, eventId }: RegistrationScope,
  { form }: MyRegistration,
  before: Changeable,
  after: Changeable,
): Promise<void> {
  const dayIds = (dates: readonly string[]) => form.days.filter(({ date }) => dates.includes(date)).map(({ id }) => id);
  const days = difference(dayIds(before.days), dayIds(after.days));
  const sessions = difference(before.sessionIds, after.sessionIds);
  const moving = [...days.added, ...days.removed, ...sessions.added, ...sessions.removed];
  if (moving.length === 0) return;
  // What is freed is locked together with what is taken, so that the triggers meet no lock out of order.
  const quotas = await lockQuotas(tx, [
    {
      eventId,
      categoryId: null,
      voucherId: null,
      dayIds: [...days.added, ...days.removed],
      sessionIds: [...sessions.added, ...sessions.removed],
    },
  ]);
  const taken = new Set([...days.added, ...sessions.added]);
  const full = firstFull(quotas.filter((quota) => taken.has(levelOf(quota).id ?? "")));
  if (full && full.level !== "voucher") return takeBack(fail("full", fullDetail(form, { ...full, level: full.level })));
  await replaceChoices(tx, { registrationId, eventId, days, sessions });
}

function difference(before: readonly string[], after: readonly string[]) {
  return {
    added: after.filter((id) => !before.includes(id)),
    removed: before.filter((id) => !after.includes(id)),
  };
}

async function writeFields(
  tx: Transaction,
  { registrationId, eventId }: RegistrationScope,
  { form, locale, name, email }: MyRegistration,
  after: Changeable,
  fields: readonly (keyof Changeable)[],
  now: Temporal.Instant,
): Promise<void> {
  const reachesCalendar = fields.includes("days") || fields.includes("sessionIds");
  const { answers, organisationName, municipalityCode, jobTitle, diet, access } = after;
  await tx.registration.update({
    where: { id: registrationId },
    data: {
      answers: answers as Record<string, string | string[] | boolean>,
      organisationName,
      municipalityCode,
      jobTitle,
      updatedAt: toTimestamp(now),
      ...(reachesCalendar && { calendarSequence: { increment: 1 } }),
    },
    select: { id: true },
  });
  if (fields.includes("diet") || fields.includes("access")) {
    await tx.sensitiveNeeds.deleteMany({ where: { registrationId } });
    const deleteAfter = toDateColumn(Temporal.PlainDate.from(form.needsDeletedOn));
    if (diet !== null || access !== null) {
      await tx.sensitiveNeeds.create({ data: { registrationId, diet, access, deleteAfter } });
    }
  }
  const { organisationId } = form;
  const actor = { kind: "ATTENDEE", id: registrationId } as const;
  const audited = { organisationId, eventId, actor, action: "registration.changed", subjectId: registrationId };
  await recordAudit(tx, { ...audited, detail: { fields } }, now);
  const mail = { message: "registration-changed", locale, to: { name, email }, organisationId, eventId } as const;
  await enqueueMail(tx, { ...mail, registrationId }, now);
}
