import type { Temporal } from "temporal-polyfill";
import { recordAudit } from "@/lib/audit/commands/record-audit";
import { openRegistrationOf } from "@/lib/auth/registration-gate";
import type { EventScope } from "@/lib/auth/scopes";
import { toTimestamp } from "@/lib/core/clock";
import { fail, type Ok, ok } from "@/lib/core/result";
import { enqueueMail } from "@/lib/mail/commands/enqueue-mail";
import { database, type Transaction } from "@/lib/platform/db";
import { inTransaction, takeBack } from "@/lib/platform/transaction";
import type { AnswerChangeFailure } from "../errors";
import { fieldErrors } from "../field-errors";
import { getRegistration } from "../queries/my-registration";
import { changed } from "../rules/changes";
import { municipalityOf } from "../rules/municipality";
import { answerChangeSchema, changeSchema } from "../schema";
import { applyChange, lockStored } from "./apply-change";
import { dropUnnamedFiles } from "./claim-files";
import { offerWhatWasFreed } from "./offer-freed-places";

/**
 * Answers a change that was asked for after the caterer's last day. Granting writes it as the attendee's own change would
 * have been, under the same locks and the same schema; refusing takes a word about why. The attendee gets one mail either
 * way, and what was asked about diet and answers is not kept once it has been answered. Places it frees are offered at once.
 */
export async function answerChange(
  scope: EventScope,
  { requestId, body }: { readonly requestId: string; readonly body: unknown },
  now: Temporal.Instant,
): Promise<Ok<undefined> | AnswerChangeFailure> {
  const answer = answerChangeSchema.safeParse(body);
  if (!answer.success) return fail("answer_required");
  const request = await database().changeRequest.findFirst({
    where: { id: requestId, eventId: scope.eventId },
    select: { wanted: true, registration: { select: { reference: true } } },
  });
  const person = request && (await openRegistrationOf(scope, request.registration.reference));
  if (!person?.ok) return fail("request_not_open");
  const mine = await getRegistration(person.value, now);
  const grants = answer.data.verdict === "grant";
  const parsed = changeSchema(mine.form).safeParse(request?.wanted);
  if (grants && !parsed.success) return fail("invalid", fieldErrors(parsed.error, mine.form));
  const { organisationId, eventId, userId } = scope;
  const actor = { kind: "USER", id: userId } as const;
  const mail = { message: "change-answered", params: { requestId } } as const;
  const outcome = await inTransaction(async (tx): Promise<Ok<undefined> | AnswerChangeFailure> => {
    const before = await lockStored(tx, person.value);
    if (!before || !(await close(tx, requestId, { grants, text: answer.data.text ?? null, userId }, now)))
      return takeBack(fail("request_not_open"));
    if (grants && parsed.success) {
      const municipality = municipalityOf(parsed.data);
      const after = changed(mine.form, before, parsed.data, municipality.ok ? municipality.value : null);
      const agreement = { by: "organiser", billing: parsed.data.billing } as const;
      await applyChange(tx, { scope: person.value, mine, before, after, actor, agreement, mail }, now);
    } else {
      // What was sent along with a change that is not made goes.
      await dropUnnamedFiles(tx, { registrationId: person.value.registrationId });
      const { name, email, locale } = mine;
      const about = { organisationId, eventId, registrationId: person.value.registrationId };
      await enqueueMail(tx, { ...mail, ...about, locale, to: { name, email } }, now);
    }
    const audited = { organisationId, eventId, actor, subjectId: person.value.registrationId };
    const action = grants ? "change.granted" : "change.refused";
    await recordAudit(tx, { ...audited, action, detail: { request: requestId } }, now);
    return ok(undefined);
  });
  if (grants && outcome.ok) await offerWhatWasFreed(eventId, now);
  return outcome;
}

/** Compare and set; false when it was answered or withdrawn meanwhile. */
async function close(
  tx: Transaction,
  id: string,
  { grants, text, userId }: { readonly grants: boolean; readonly text: string | null; readonly userId: string },
  now: Temporal.Instant,
): Promise<boolean> {
  const { count } = await tx.changeRequest.updateMany({
    where: { id, state: "OPEN" },
    data: {
      state: grants ? "GRANTED" : "REFUSED",
      wanted: {},
      answer: text,
      answeredAt: toTimestamp(now),
      answeredById: userId,
    },
  });
  return count === 1;
}
