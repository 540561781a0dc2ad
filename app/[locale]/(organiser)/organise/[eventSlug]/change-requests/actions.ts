"use server";

import { redirect } from "next/navigation";
import { defineAction } from "@/app/_action/define-action";
import { openEvent } from "@/lib/auth/event-gate";
import { canEdit } from "@/lib/auth/policy";
import { isUuid } from "@/lib/core/ids";
import { localeOf, localePath } from "@/lib/i18n/paths";
import { translator } from "@/lib/i18n/translator";
import { answerChange } from "@/lib/registrations/commands/answer-change";
import { failureMessage } from "@/lib/registrations/error-messages";
import { sessionToken } from "../../../_access/session-token";
import type { ToolState } from "../../../_form/tool-form";

/** Grants or refuses a change that an attendee asked for. */
export const answer = defineAction(async (state: ToolState, form, { now }): Promise<ToolState> => {
  const slug = text(form, "event");
  const requestId = text(form, "request");
  const locale = localeOf(text(form, "language"));
  const refused = (problem: string): ToolState => ({
    attempt: (typeof (state as Partial<ToolState> | null)?.attempt === "number" ? state.attempt : 0) + 1,
    problem,
    values: { text: text(form, "text") },
  });
  const scope = await openEvent(await sessionToken(), slug, canEdit, now);
  if (!scope.ok || !isUuid(requestId)) return refused(translator(locale, "organiserPerson")("gone"));
  const body = { verdict: text(form, "verdict"), text: text(form, "text") };
  const outcome = await answerChange(scope.value, { requestId, body }, now);
  if (!outcome.ok) {
    const isStale = outcome.code === "invalid";
    return refused(isStale ? translator(locale, "changeRequests")("invalid") : failureMessage(outcome, locale));
  }
  redirect(localePath(locale, `/organise/${slug}/change-requests?done=answered`));
});

function text(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
}
