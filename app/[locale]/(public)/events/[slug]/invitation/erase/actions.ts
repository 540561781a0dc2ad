"use server";

import { redirect } from "next/navigation";
import { defineAction } from "@/app/_action/define-action";
import { localeOf, localePath } from "@/lib/i18n/paths";
import { translator } from "@/lib/i18n/translator";
import { isUnavailable } from "@/lib/platform/database-errors";
import { eraseInvited } from "@/lib/registrations/commands/erase-invited";
import { failureMessage } from "@/lib/registrations/error-messages";
import { findMyInvitation } from "../../../../_access/my-invitation";
import type { AnswerState } from "../../../../_form/answer-form";
import { nextAttempt, postedText } from "../../../../_form/posted-values";

/** Erases whoever was invited by the invitation that was opened in this browser. The link is dead afterwards. */
export const eraseMe = defineAction(async (state: AnswerState, form, { now }): Promise<AnswerState> => {
  const locale = localeOf(postedText(form, "language"));
  const refused = (problem: string): AnswerState => ({ attempt: nextAttempt(state), problem });
  try {
    const scope = await findMyInvitation(postedText(form, "event"), now);
    if (!scope) return refused(translator(locale, "my")("linkBody"));
    const outcome = await eraseInvited(scope, now);
    if (!outcome.ok) return refused(failureMessage(outcome, locale));
  } catch (error) {
    if (!isUnavailable(error)) throw error;
    return refused(translator(locale, "my")("unavailable"));
  }
  redirect(localePath(locale, "/my?done=invitation-erased"));
});
