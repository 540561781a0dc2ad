"use server";

import { redirect } from "next/navigation";
import { defineAction } from "@/app/_action/define-action";
import { localeOf, localePath } from "@/lib/i18n/paths";
import { translator } from "@/lib/i18n/translator";
import { isUnavailable } from "@/lib/platform/database-errors";
import { changeRegistration } from "@/lib/registrations/commands/change-registration";
import { failureMessage, fieldMessages } from "@/lib/registrations/error-messages";
import { bodyOfChange } from "@/lib/registrations/form-data";
import { getRegistration } from "@/lib/registrations/queries/my-registration";
import { findMyScope } from "../../../_access/my-registration";
import type { FormState } from "../../../_form/form-view";
import { fullField } from "../../../_form/full-field";
import { fileFields, keepPostedFiles } from "../../../_form/posted-files";
import { nextAttempt, postedText, postedValues } from "../../../_form/posted-values";

/** Changes the registration whose link was opened in this browser. Without that link nothing is found. */
export const change = defineAction(async (state: FormState, posted, { now, clientIp }): Promise<FormState> => {
  const reference = postedText(posted, "reference");
  const locale = localeOf(postedText(posted, "language"));
  let form = posted;
  const refused = (answer: Partial<FormState>): FormState => ({
    attempt: nextAttempt(state),
    values: postedValues(form),
    messages: {},
    problem: null,
    hidden: { reference, language: locale },
    ...answer,
  });
  let requested = false;
  try {
    const scope = await findMyScope(reference, now);
    if (!scope) return refused({ problem: translator(locale, "my")("linkBody") });
    const mine = await getRegistration(scope, now);
    const asked = { form: mine.form, isOpen: mine.canEdit, locale, clientIp };
    const kept = await keepPostedFiles(posted, fileFields(mine.form.questions), asked, now);
    form = kept.form;
    if (Object.keys(kept.messages).length > 0) return refused({ messages: kept.messages });
    const outcome = await changeRegistration(scope, bodyOfChange(form, mine.form), now);
    if (!outcome.ok) {
      if (outcome.code === "invalid") return refused({ messages: fieldMessages(outcome.detail, locale) });
      const words = failureMessage(outcome, locale);
      const field = outcome.code === "full" ? fullField(outcome.detail, mine.form) : null;
      return refused(field ? { messages: { [field]: [words] } } : { problem: words });
    }
    requested = outcome.value.requested;
  } catch (error) {
    if (!isUnavailable(error)) throw error;
    return refused({ problem: translator(locale, "my")("unavailable") });
  }
  redirect(localePath(locale, `/my/${reference}?${requested ? "requested" : "changed"}=1`));
});
