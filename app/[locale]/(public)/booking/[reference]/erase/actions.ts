"use server";

import { redirect } from "next/navigation";
import { defineAction } from "@/app/_action/define-action";
import { localeOf, localePath } from "@/lib/i18n/paths";
import { translator } from "@/lib/i18n/translator";
import { isUnavailable } from "@/lib/platform/database-errors";
import { eraseBooker } from "@/lib/registrations/commands/erase-booker";
import { failureMessage } from "@/lib/registrations/error-messages";
import { findBookingScope } from "../../../_access/my-booking";
import type { AnswerState } from "../../../_form/answer-form";
import { nextAttempt, postedText } from "../../../_form/posted-values";

/** Erases whoever made the booking whose link was opened in this browser. The link is dead afterwards. */
export const eraseMe = defineAction(async (state: AnswerState, form, { now }): Promise<AnswerState> => {
  const locale = localeOf(postedText(form, "language"));
  const refused = (problem: string): AnswerState => ({ attempt: nextAttempt(state), problem });
  try {
    const scope = await findBookingScope(postedText(form, "reference"), now);
    if (!scope) return refused(translator(locale, "booking")("linkDead"));
    const outcome = await eraseBooker(scope, now);
    if (!outcome.ok) return refused(failureMessage(outcome, locale));
  } catch (error) {
    if (!isUnavailable(error)) throw error;
    return refused(translator(locale, "my")("unavailable"));
  }
  redirect(localePath(locale, "/my?done=booker-erased"));
});
