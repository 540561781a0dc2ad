import type { Temporal } from "temporal-polyfill";
import { recordAudit } from "@/lib/audit/commands/record-audit";
import { canEdit } from "@/lib/auth/policy";
import type { EventScope } from "@/lib/auth/scopes";
import { type Failure, fail, type Ok, ok } from "@/lib/core/result";
import type { Transaction } from "@/lib/platform/db";
import { inTransaction, takeBack } from "@/lib/platform/transaction";
import { admitTogether } from "../admission/admit-together";
import { type Application, ownApplication, type Person } from "../admission/application";
import { personOf } from "../admission/person-of-input";
import { byHandSchema } from "../by-hand-schema";
import type { FieldErrors, FullDetail } from "../errors";
import { fieldErrors } from "../field-errors";
import { formByHand } from "../queries/form-by-hand";
import type { RegistrationForm } from "../registration-form";
import { levelOf } from "../rules/capacity";
import { fullDetail } from "../rules/full-detail";
import { municipalityOf } from "../rules/municipality";
import type { RegistrationState } from "../rules/transitions";
import { lockQuotas } from "./lock-quotas";

export type ByHand = {
  /** What was filled in, not yet parsed. */
  readonly body: unknown;
  /** Whether the person gets the letter that those who register themselves get. */
  readonly tells: boolean;
  /** Whether they come in although registration is closed, it is full, or others wait. */
  readonly passes: boolean;
};
export type ByHandFailure =
  | Failure<"by_hand_forbidden" | "draft" | "cancelled" | "closed" | "rate_limited">
  | Failure<"invalid", FieldErrors>
  | Failure<"full", FullDetail>
  | Failure<"already_registered", { readonly reference: string }>;
type Outcome = Ok<{ readonly reference: string; readonly status: RegistrationState }> | ByHandFailure;

/**
 * Registers one person for them: in any category, without approval and without their consent, which they are asked for on their
 * own page. The rules are everybody's, unless the organiser passes them deliberately: then a full quota gets one place more, which
 * is on record. Whoever is registered already is told as such.
 */
export async function addByHand(
  scope: EventScope,
  { body, tells, passes }: ByHand,
  now: Temporal.Instant,
): Promise<Outcome> {
  if (!canEdit(scope.role) || scope.reach.kind !== "whole-event") return fail("by_hand_forbidden");
  const { form, isDraft } = await formByHand(scope, now);
  if (isDraft) return fail("draft");
  if (form.window.state === "cancelled") return fail("cancelled");
  const isClosed = form.window.state !== "open";
  const parsed = byHandSchema(form).safeParse(body);
  if (!parsed.success) return fail("invalid", fieldErrors(parsed.error, form));
  const { name = "", email, ...rest } = parsed.data;
  if (!email) throw new Error("the schema let somebody without an address through");
  if (isClosed && !passes) return fail("closed");
  const municipality = municipalityOf(rest);
  if (!municipality.ok) return fail("invalid", { municipalityCode: [{ code: municipality.code }] });
  const made = personOf(form, { ...rest, name, email }, { municipalityCode: municipality.value, locale: "sv" });
  const person: Person = { ...made, approval: false, consents: false };
  const actor = { kind: "USER", id: scope.userId } as const;
  const own = ownApplication(
    form,
    person,
    { invitation: null, claim: null, actor, now },
    { answers: {}, billing: null },
  );
  const application: Application = { ...own, passesLine: passes, isQuiet: !tells };
  return inTransaction((tx) => admit(tx, scope, { form, application, person, passes, isClosed }, now));
}

type Admitting = {
  readonly form: RegistrationForm;
  readonly application: Application;
  readonly person: Person;
  readonly passes: boolean;
  readonly isClosed: boolean;
};

async function admit(
  tx: Transaction,
  { organisationId, eventId, userId }: EventScope,
  { form, application, person, passes, isClosed }: Admitting,
  now: Temporal.Instant,
): Promise<Outcome> {
  const raised = passes ? await makeRoom(tx, person) : [];
  const known = await tx.registration.findFirst({
    where: {
      eventId,
      emailNormalised: person.details.email.normalised,
      state: { in: ["PENDING_APPROVAL", "CONFIRMED", "OFFERED", "WAITLISTED"] },
    },
    select: { reference: true },
  });
  if (known) takeBack(fail("already_registered", known));
  const [answer] = await admitTogether(tx, [application]);
  if (answer?.kind === "rate_limited" || answer?.kind === "cancelled") takeBack(fail(answer.kind));
  const [got] = answer?.kind === "placed" || answer?.kind === "full" ? answer.people : [];
  if (got?.kind === "full" && got.level !== "voucher")
    takeBack(fail("full", fullDetail(form, { ...got, level: got.level })));
  if (got?.kind !== "placed") throw new Error("an application by hand got no answer");
  const { reference, status } = got;
  if (raised.length > 0 || isClosed) {
    const { id } = await tx.registration.findUniqueOrThrow({ where: { reference }, select: { id: true } });
    const audited = { organisationId, eventId, actor: { kind: "USER", id: userId }, subjectId: id } as const;
    await recordAudit(tx, { ...audited, action: "registration.let-in", detail: { isClosed, raised } }, now);
  }
  return ok({ reference, status });
}

/** One place more where there is none, under lock; at which levels. */
async function makeRoom(tx: Transaction, { levels }: Person): Promise<readonly string[]> {
  const quotas = await lockQuotas(tx, [levels]);
  const full = quotas.filter(({ capacity, used }) => capacity !== null && used >= capacity);
  for (const { id, used } of full)
    await tx.quota.update({ where: { id }, data: { capacity: used + 1 }, select: { id: true } });
  return full.map((quota) => levelOf(quota).level);
}
