"use server";

import { redirect } from "next/navigation";
import { type ActionRequest, defineAction } from "@/app/_action/define-action";
import { openEvent } from "@/lib/auth/event-gate";
import { canEdit } from "@/lib/auth/policy";
import { openRegistrationOf } from "@/lib/auth/registration-gate";
import type { EventScope } from "@/lib/auth/scopes";
import type { Locale } from "@/lib/core/localised";
import { localeOf, localePath } from "@/lib/i18n/paths";
import { translator } from "@/lib/i18n/translator";
import { answerPending } from "@/lib/registrations/commands/answer-pending";
import { offerByHand } from "@/lib/registrations/commands/offer-by-hand";
import { pauseOffers } from "@/lib/registrations/commands/pause-offers";
import { failureMessage } from "@/lib/registrations/error-messages";
import { pendingAnswerSchema } from "@/lib/registrations/schema";
import { sessionToken } from "../../../_access/session-token";
import type { ToolState } from "../../../_form/tool-form";

type Answer = { readonly problem: string } | { readonly query: string };
type Tool = (scope: EventScope, form: FormData, locale: Locale, request: ActionRequest) => Promise<Answer>;

const onLine =
  (tool: Tool) =>
  async (state: ToolState, form: FormData, request: ActionRequest): Promise<ToolState> => {
    const [slug, locale] = [text(form, "event"), localeOf(text(form, "language"))];
    const scope = await openEvent(await sessionToken(), slug, canEdit, request.now);
    const answer: Answer =
      scope.ok && scope.value.reach.kind === "whole-event"
        ? await tool(scope.value, form, locale, request)
        : { problem: translator(locale, "organiserPerson")("gone") };
    if ("query" in answer) redirect(localePath(locale, `/organise/${slug}/line${answer.query}`));
    const attempt = (typeof (state as Partial<ToolState> | null)?.attempt === "number" ? state.attempt : 0) + 1;
    return { attempt, problem: answer.problem, values: {} };
  };

/** Pauses the automatic offers, or takes them up again. */
export const pause = defineAction(
  onLine(async (scope, form, _locale, { now }) => {
    await pauseOffers(scope, text(form, "pause") === "yes", now);
    return { query: "" };
  }),
);

/** Offers one person in line a free place. */
export const offer = defineAction(
  onLine(async (scope, form, locale, { now }) => {
    const person = await openRegistrationOf(scope, text(form, "reference"));
    if (!person.ok) return { problem: translator(locale, "organiserPerson")("gone") };
    const outcome = await offerByHand(scope, person.value, now);
    return outcome.ok ? { query: "" } : { problem: failureMessage(outcome, locale) };
  }),
);

/** Says yes or no to those who were chosen, and how many were answered. */
export const answerChosen = defineAction(
  onLine(async (scope, form, locale, { now }) => {
    const parsed = pendingAnswerSchema.safeParse({
      answer: text(form, "answer"),
      references: text(form, "references").split(" ").filter(Boolean),
      reason: text(form, "reason"),
    });
    if (!parsed.success) return { problem: translator(locale, "waiting")("noneChosen") };
    const { answered, passedOver } = await answerPending(scope, parsed.data, now);
    return { query: `?answered=${answered}&over=${passedOver.length}` };
  }),
);

function text(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
}
