"use server";

import { redirect } from "next/navigation";
import { defineAction } from "@/app/_action/define-action";
import type { FormState } from "@/app/[locale]/(public)/_form/form-view";
import { nextAttempt, postedText, postedValues } from "@/app/[locale]/(public)/_form/posted-values";
import { openUser } from "@/lib/auth/user-gate";
import { createEvent } from "@/lib/events/commands/create-event";
import { localeOf, localePath } from "@/lib/i18n/paths";
import { translator } from "@/lib/i18n/translator";
import { isUnavailable } from "@/lib/platform/database-errors";
import { sessionToken } from "../../_access/session-token";

/** Creates a draft in the name of an organisation that the user owns or edits, or shows the form again. */
export const create = defineAction(async (state: FormState, form, { now }): Promise<FormState> => {
  const locale = localeOf(postedText(form, "language"));
  const t = translator(locale, "editor");
  const values = postedValues(form);
  const again = (answer: Partial<FormState>): FormState => ({
    ...{ attempt: nextAttempt(state), values, messages: {}, problem: null, hidden: { language: locale } },
    ...answer,
  });
  try {
    const user = await openUser(await sessionToken(), now);
    if (!user.ok) return again({ problem: t("gone") });
    const body = Object.fromEntries(
      Object.entries(values).map(([name, texts]) => [name, texts.length === 1 ? texts[0] : texts]),
    );
    const outcome = await createEvent(user.value, body, now);
    if (outcome.ok) redirect(localePath(locale, `/organise/${outcome.value.slug}/edit?done=created`));
    const messages = Object.entries(outcome.detail).map(
      ([name, code]) => [name, [translator(locale, "editorPublishing")(`error.${code}`)]] as const,
    );
    return again({ messages: Object.fromEntries(messages) });
  } catch (error) {
    if (!isUnavailable(error)) throw error;
    return again({ problem: t("unavailable") });
  }
});
