"use server";

import { redirect } from "next/navigation";
import type { Temporal } from "temporal-polyfill";
import { defineAction } from "@/app/_action/define-action";
import { newToken } from "@/lib/core/ids";
import type { Locale } from "@/lib/core/localised";
import { localeOf, localePath } from "@/lib/i18n/paths";
import { translator } from "@/lib/i18n/translator";
import { isUnavailable } from "@/lib/platform/database-errors";
import { type Registered, registerAttendee } from "@/lib/registrations/commands/register-attendee";
import { failureMessage, fieldMessages } from "@/lib/registrations/error-messages";
import type { RegisterFailure } from "@/lib/registrations/errors";
import { fieldErrors } from "@/lib/registrations/field-errors";
import { bodyOfRegistration } from "@/lib/registrations/form-data";
import { findRegistrationForm } from "@/lib/registrations/queries/registration-form";
import type { RegistrationForm } from "@/lib/registrations/registration-form";
import { registrationSchemaOf } from "@/lib/registrations/schema";
import { findMyInvitation } from "../../../_access/my-invitation";
import type { FormState } from "../../../_form/form-view";
import { fullField } from "../../../_form/full-field";
import { fileFields, isFormOpen, keepPostedFiles } from "../../../_form/posted-files";
import { nextAttempt, postedText, postedValues } from "../../../_form/posted-values";
import { hiddenFields } from "./hidden-fields";
import { suspicion } from "./suspicion";

/** Registers one attendee. On success the browser is sent to the confirmation; otherwise the form comes back as it was. */
export const register = defineAction(async (state: FormState, posted, { now, clientIp }): Promise<FormState> => {
  const slug = postedText(posted, "event");
  const locale = localeOf(postedText(posted, "language"));
  let form = posted;
  let registered: Registered;
  try {
    const invitation = await findMyInvitation(slug, now);
    const shown = await findRegistrationForm(slug, invitation, now);
    if (!shown)
      return refused(state, form, locale, now, {
        problem: translator(locale, "registrationErrors")("event_not_found"),
      });
    const asked = { form: shown, isOpen: isFormOpen(shown), locale, clientIp };
    const kept = await keepPostedFiles(posted, fileFields(shown.questions), asked, now);
    form = kept.form;
    const again = (answer: Answer) => refused(state, form, locale, now, answer);
    const robotic = suspicion(form, slug, locale, now);
    if (robotic) return again({ problem: robotic, renew: true });
    const body = bodyOfRegistration(form, shown);
    if (Object.keys(kept.messages).length > 0)
      return again({ messages: { ...wrongFields(body, shown, locale), ...kept.messages } });
    const key = postedText(form, "key");
    const outcome = await registerAttendee(
      {
        slug,
        body,
        invitation,
        locale,
        idempotencyKey: key === "" ? newToken() : key.slice(0, 200),
        actor: { kind: "ATTENDEE" },
        clientIp,
      },
      now,
    );
    if (!outcome.ok) return again(explained(outcome, shown, locale));
    registered = outcome.value;
  } catch (error) {
    if (!isUnavailable(error)) throw error;
    return refused(state, form, locale, now, { problem: translator(locale, "register")("unavailable") });
  }
  const price = registered.price ? `?price=${registered.price}` : "";
  redirect(localePath(locale, `/events/${slug}/confirmation/${registered.receipt}${price}`));
});

type Answer = {
  readonly problem?: string;
  readonly messages?: FormState["messages"];
  /** Whether the hidden fields have to be made anew. */
  readonly renew?: boolean;
};

function refused(state: FormState, form: FormData, locale: Locale, now: Temporal.Instant, answer: Answer): FormState {
  const slug = postedText(form, "event");
  return {
    attempt: nextAttempt(state),
    values: postedValues(form),
    messages: answer.messages ?? {},
    problem: answer.problem ?? null,
    hidden: answer.renew
      ? hiddenFields(slug, locale, now)
      : { event: slug, language: locale, key: postedText(form, "key"), stamp: postedText(form, "stamp") },
  };
}

/** What else is wrong, where a file was not taken. */
function wrongFields(body: unknown, shown: RegistrationForm, locale: Locale): FormState["messages"] {
  const { error } = registrationSchemaOf(shown).safeParse(body);
  return error ? fieldMessages(fieldErrors(error, shown), locale) : {};
}

function explained(failure: RegisterFailure, shown: RegistrationForm, locale: Locale): Answer {
  if (failure.code === "invalid") return { messages: fieldMessages(failure.detail, locale) };
  if (failure.code === "idempotency_conflict")
    return { problem: translator(locale, "register")("alreadySent"), renew: true };
  const words = failureMessage(failure, locale);
  const field = failure.code === "full" ? fullField(failure.detail, shown) : null;
  return field ? { messages: { [field]: [words] } } : { problem: words };
}
