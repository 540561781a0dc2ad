"use server";

import { redirect } from "next/navigation";
import { defineAction } from "@/app/_action/define-action";
import { localeOf, localePath } from "@/lib/i18n/paths";
import { translator } from "@/lib/i18n/translator";
import { isUnavailable } from "@/lib/platform/database-errors";
import { giveConsent } from "@/lib/registrations/commands/give-consent";
import { findMyScope } from "../../_access/my-registration";
import type { AnswerState } from "../../_form/answer-form";
import { nextAttempt, postedText } from "../../_form/posted-values";

/** Notes that the attendee whose link was opened in this browser agrees to be stored. */
export const agree = defineAction(async (state: AnswerState, form, { now }): Promise<AnswerState> => {
  const reference = postedText(form, "reference");
  const locale = localeOf(postedText(form, "language"));
  const refused = (problem: string): AnswerState => ({ attempt: nextAttempt(state), problem });
  try {
    const scope = await findMyScope(reference, now);
    if (!scope) return refused(translator(locale, "my")("linkBody"));
    if (postedText(form, "consent") !== "on") return refused(translator(locale, "selfService")("consentMissing"));
    await giveConsent(scope, now);
  } catch (error) {
    if (!isUnavailable(error)) throw error;
    return refused(translator(locale, "my")("unavailable"));
  }
  redirect(localePath(locale, `/my/${reference}?changed=1`));
});
