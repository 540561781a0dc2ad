"use server";

import { redirect } from "next/navigation";
import { defineAction } from "@/app/_action/define-action";
import { localeOf, localePath } from "@/lib/i18n/paths";
import { translator } from "@/lib/i18n/translator";
import { isUnavailable } from "@/lib/platform/database-errors";
import { resendLink } from "@/lib/registrations/commands/resend-link";
import { failureMessage } from "@/lib/registrations/error-messages";
import type { FormState } from "../_form/form-view";
import { nextAttempt, postedText, postedValues } from "../_form/posted-values";

/** Sends the link to a registration again. The answer is the same whether or not there is one. */
export const resend = defineAction(async (state: FormState, form, { now, clientIp }): Promise<FormState> => {
  const slug = postedText(form, "event");
  const locale = localeOf(postedText(form, "language"));
  const refused = (answer: Partial<FormState>): FormState => ({
    attempt: nextAttempt(state),
    values: postedValues(form),
    messages: {},
    problem: null,
    hidden: { event: slug, language: locale },
    ...answer,
  });
  try {
    // A robot that fills in everything is told what everybody is told, and nothing is sent.
    if (postedText(form, "website") === "") {
      const outcome = await resendLink({ body: { email: postedText(form, "email") }, slug, clientIp }, now);
      if (!outcome.ok) {
        const words = failureMessage(outcome, locale);
        return refused(outcome.code === "email_invalid" ? { messages: { email: [words] } } : { problem: words });
      }
    }
  } catch (error) {
    if (!isUnavailable(error)) throw error;
    return refused({ problem: translator(locale, "my")("unavailable") });
  }
  redirect(localePath(locale, `/resend?${new URLSearchParams({ ...(slug && { event: slug }), sent: "1" })}`));
});
