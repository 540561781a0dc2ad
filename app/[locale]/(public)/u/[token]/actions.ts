"use server";

import { redirect } from "next/navigation";
import { defineAction } from "@/app/_action/define-action";
import { localeOf, localePath } from "@/lib/i18n/paths";
import { translator } from "@/lib/i18n/translator";
import { declineMail } from "@/lib/mail/commands/decline-mail";
import { isUnavailable } from "@/lib/platform/database-errors";
import type { AnswerState } from "../../_form/answer-form";
import { nextAttempt, postedText } from "../../_form/posted-values";

/** Keeps to which mail a recipient wants, or does not want any more of the kind that the link came in. */
export const choose = defineAction(async (state: AnswerState, form, { now }): Promise<AnswerState> => {
  const token = postedText(form, "token");
  const locale = localeOf(postedText(form, "language"));
  const isOneKind = postedText(form, "stop") === "yes";
  const refused = (problem: string): AnswerState => ({ attempt: nextAttempt(state), problem });
  const wanted = form.getAll("wanted").filter((each) => typeof each === "string");
  try {
    const outcome = await declineMail(token, isOneKind ? "no-more" : { wanted }, now);
    if (!outcome.ok) return refused(translator(locale, "mailPreferences")("link_invalid"));
  } catch (error) {
    if (!isUnavailable(error)) throw error;
    return refused(translator(locale, "my")("unavailable"));
  }
  redirect(localePath(locale, `/u/${token}?done=${isOneKind ? "stopped" : "saved"}`));
});
