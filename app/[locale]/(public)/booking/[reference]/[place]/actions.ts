"use server";

import { redirect } from "next/navigation";
import type { Temporal } from "temporal-polyfill";
import { defineAction } from "@/app/_action/define-action";
import { openRegistrationInBooking } from "@/lib/auth/registration-gate";
import type { BookingScope, RegistrationScope } from "@/lib/auth/scopes";
import type { Locale } from "@/lib/core/localised";
import { localeOf, localePath } from "@/lib/i18n/paths";
import { translator } from "@/lib/i18n/translator";
import { isUnavailable } from "@/lib/platform/database-errors";
import { cancelRegistration } from "@/lib/registrations/commands/cancel-registration";
import { nameHeldPlace } from "@/lib/registrations/commands/name-held-place";
import { substituteAttendee } from "@/lib/registrations/commands/substitute-attendee";
import { failureMessage, fieldMessages } from "@/lib/registrations/error-messages";
import type { CancelFailure, NameFailure, SubstituteFailure } from "@/lib/registrations/errors";
import { findBookingScope } from "../../../_access/my-booking";
import type { AnswerState } from "../../../_form/answer-form";
import type { FormState } from "../../../_form/form-view";
import { nextAttempt, postedText, postedValues } from "../../../_form/posted-values";

type Place = { readonly booking: BookingScope; readonly registration: RegistrationScope };
type Failure = NameFailure | SubstituteFailure | CancelFailure;

/** Gives a held place of the booking that was opened in this browser a name. */
export const namePlace = defineAction(async (state: FormState, form, { now }): Promise<FormState> => {
  const answer = await act(form, now, ({ booking }) =>
    nameHeldPlace(booking, { reference: postedText(form, "place"), body: whoIn(form) }, now),
  );
  if (answer.kind === "refused") return refused(state, form, answer);
  redirect(localePath(answer.locale, `/booking/${postedText(form, "reference")}?done=named`));
});

/** Gives a confirmed place of the booking that was opened in this browser to somebody else. */
export const swapPlace = defineAction(async (state: FormState, form, { now }): Promise<FormState> => {
  const answer = await act(form, now, ({ registration }) =>
    substituteAttendee(registration, { body: whoIn(form), actor: { kind: "ATTENDEE" } }, now),
  );
  if (answer.kind === "refused") return refused(state, form, answer);
  redirect(localePath(answer.locale, `/booking/${postedText(form, "reference")}?done=swapped`));
});

/** Cancels a place of the booking that was opened in this browser. */
export const cancelPlace = defineAction(async (state: AnswerState, form, { now }): Promise<AnswerState> => {
  const answer = await act(form, now, ({ registration }) =>
    cancelRegistration(registration, now, { kind: "ATTENDEE" }),
  );
  if (answer.kind === "refused") return { attempt: nextAttempt(state), problem: answer.problem ?? "" };
  redirect(localePath(answer.locale, `/booking/${postedText(form, "reference")}?done=cancelled`));
});

type Answer = { readonly locale: Locale } & (
  | { readonly kind: "done" }
  | { readonly kind: "refused"; readonly problem: string | null; readonly messages: FormState["messages"] }
);

async function act(
  form: FormData,
  now: Temporal.Instant,
  command: (place: Place) => Promise<{ readonly ok: true } | Failure>,
): Promise<Answer> {
  const locale = localeOf(postedText(form, "language"));
  const refuse = (problem: string | null, messages: FormState["messages"] = {}): Answer => ({
    locale,
    kind: "refused",
    problem,
    messages,
  });
  try {
    const booking = await findBookingScope(postedText(form, "reference"), now);
    const opened = booking && (await openRegistrationInBooking(booking, postedText(form, "place")));
    if (!booking || !opened?.ok) return refuse(translator(locale, "booking")("linkDead"));
    const outcome = await command({ booking, registration: opened.value });
    if (outcome.ok) return { locale, kind: "done" };
    return outcome.code === "invalid"
      ? refuse(null, fieldMessages(outcome.detail, locale))
      : refuse(failureMessage(outcome, locale));
  } catch (error) {
    if (!isUnavailable(error)) throw error;
    return refuse(translator(locale, "my")("unavailable"));
  }
}

function refused(state: FormState, form: FormData, { problem, messages }: Answer & { kind: "refused" }): FormState {
  const hidden = Object.fromEntries(["reference", "place", "language"].map((name) => [name, postedText(form, name)]));
  return { attempt: nextAttempt(state), values: postedValues(form), messages, problem, hidden };
}

function whoIn(form: FormData) {
  return { name: postedText(form, "name"), email: postedText(form, "email") };
}
