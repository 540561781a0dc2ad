"use server";

import { redirect } from "next/navigation";
import { defineAction } from "@/app/_action/define-action";
import { localeOf, localePath } from "@/lib/i18n/paths";
import { translator } from "@/lib/i18n/translator";
import { isUnavailable } from "@/lib/platform/database-errors";
import { declineInvitation } from "@/lib/registrations/commands/decline-invitation";
import { failureMessage } from "@/lib/registrations/error-messages";
import { findMyInvitation } from "../../../_access/my-invitation";
import type { AnswerState } from "../../../_form/answer-form";
import { nextAttempt, postedText } from "../../../_form/posted-values";

/** Declines the invitation whose link was opened in this browser. */
export const decline = defineAction(async (state: AnswerState, form, { now }): Promise<AnswerState> => {
  const slug = postedText(form, "event");
  const locale = localeOf(postedText(form, "language"));
  const refused = (problem: string): AnswerState => ({ attempt: nextAttempt(state), problem });
  try {
    const scope = await findMyInvitation(slug, now);
    if (!scope) return refused(translator(locale, "my")("linkBody"));
    const outcome = await declineInvitation(scope, { reason: postedText(form, "reason") }, now);
    if (!outcome.ok) return refused(failureMessage(outcome, locale));
  } catch (error) {
    if (!isUnavailable(error)) throw error;
    return refused(translator(locale, "my")("unavailable"));
  }
  redirect(localePath(locale, `/events/${slug}/invitation`));
});
