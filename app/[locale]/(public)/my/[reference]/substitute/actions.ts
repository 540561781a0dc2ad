"use server";

import { redirect } from "next/navigation";
import { defineAction } from "@/app/_action/define-action";
import { localeOf, localePath } from "@/lib/i18n/paths";
import { translator } from "@/lib/i18n/translator";
import { isUnavailable } from "@/lib/platform/database-errors";
import { substituteAttendee } from "@/lib/registrations/commands/substitute-attendee";
import { failureMessage, fieldMessages } from "@/lib/registrations/error-messages";
import { findMyScope } from "../../../_access/my-registration";
import type { FormState } from "../../../_form/form-view";
import { nextAttempt, postedText, postedValues } from "../../../_form/posted-values";

/** Hands over the place whose link was opened in this browser. The link is dead afterwards, so the way leads to a page for anybody. */
export const handOver = defineAction(async (state: FormState, form, { now }): Promise<FormState> => {
  const reference = postedText(form, "reference");
  const locale = localeOf(postedText(form, "language"));
  const refused = (answer: Partial<FormState>): FormState => ({
    attempt: nextAttempt(state),
    values: postedValues(form),
    messages: {},
    problem: null,
    hidden: { reference, language: locale },
    ...answer,
  });
  try {
    const scope = await findMyScope(reference, now);
    if (!scope) return refused({ problem: translator(locale, "my")("linkBody") });
    const body = { name: postedText(form, "name"), email: postedText(form, "email") };
    const actor = { kind: "ATTENDEE", id: scope.registrationId } as const;
    const outcome = await substituteAttendee(scope, { body, actor }, now);
    if (!outcome.ok) {
      return outcome.code === "invalid"
        ? refused({ messages: fieldMessages(outcome.detail, locale) })
        : refused({ problem: failureMessage(outcome, locale) });
    }
  } catch (error) {
    if (!isUnavailable(error)) throw error;
    return refused({ problem: translator(locale, "my")("unavailable") });
  }
  redirect(localePath(locale, "/my?done=handed-over"));
});
