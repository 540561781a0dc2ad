"use server";

import { redirect } from "next/navigation";
import { defineAction } from "@/app/_action/define-action";
import { openEvent } from "@/lib/auth/event-gate";
import { canEdit } from "@/lib/auth/policy";
import { localeOf, localePath } from "@/lib/i18n/paths";
import { translator } from "@/lib/i18n/translator";
import { fieldMessages } from "@/lib/registrations/error-messages";
import { fieldErrors } from "@/lib/registrations/field-errors";
import { bodyOfRegistration } from "@/lib/registrations/form-data";
import { previewForm } from "@/lib/registrations/queries/form-preview";
import { registrationSchemaOf } from "@/lib/registrations/schema";
import { sessionToken } from "../../../../../(organiser)/_access/session-token";
import type { FormState } from "../../../../_form/form-view";
import { nextAttempt, postedText, postedValues } from "../../../../_form/posted-values";

/** Checks answers as a registration would, and keeps nothing of them. */
export const tryAnswers = defineAction(async (state: FormState, form, { now }): Promise<FormState> => {
  const slug = postedText(form, "event");
  const locale = localeOf(postedText(form, "language"));
  const again = {
    attempt: nextAttempt(state),
    values: postedValues(form),
    hidden: { event: slug, language: locale },
    messages: {},
  };
  const event = await openEvent(await sessionToken(), slug, canEdit, now);
  if (!event.ok) return { ...again, problem: translator(locale, "questions")("failure.question_gone") };
  const shown = await previewForm(event.value, now);
  const parsed = registrationSchemaOf(shown).safeParse(bodyOfRegistration(form, shown));
  if (!parsed.success)
    return { ...again, problem: null, messages: fieldMessages(fieldErrors(parsed.error, shown), locale) };
  redirect(localePath(locale, `/organise/${slug}/questions/preview?tried=1`));
});
