"use server";

import { redirect } from "next/navigation";
import { defineAction } from "@/app/_action/define-action";
import { localeOf, localePath } from "@/lib/i18n/paths";
import { translator } from "@/lib/i18n/translator";
import { isUnavailable } from "@/lib/platform/database-errors";
import { erasePerson } from "@/lib/registrations/commands/erase-person";
import { failureMessage } from "@/lib/registrations/error-messages";
import { findMyScope } from "../../../_access/my-registration";
import type { AnswerState } from "../../../_form/answer-form";
import { nextAttempt, postedText } from "../../../_form/posted-values";

/** Erases the person whose link was opened in this browser. The link is dead afterwards, so the way leads to a page for anybody. */
export const erase = defineAction(async (state: AnswerState, form, { now }): Promise<AnswerState> => {
  const reference = postedText(form, "reference");
  const locale = localeOf(postedText(form, "language"));
  const refused = (problem: string): AnswerState => ({ attempt: nextAttempt(state), problem });
  try {
    const scope = await findMyScope(reference, now);
    if (!scope) return refused(translator(locale, "my")("linkBody"));
    const outcome = await erasePerson(scope, now);
    if (!outcome.ok) return refused(failureMessage(outcome, locale));
  } catch (error) {
    if (!isUnavailable(error)) throw error;
    return refused(translator(locale, "my")("unavailable"));
  }
  redirect(localePath(locale, "/my?done=erased"));
});
