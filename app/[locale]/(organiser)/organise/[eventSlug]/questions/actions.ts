"use server";

import { redirect } from "next/navigation";
import { type ActionRequest, defineAction } from "@/app/_action/define-action";
import { openEvent } from "@/lib/auth/event-gate";
import { canEdit } from "@/lib/auth/policy";
import { localeOf, localePath } from "@/lib/i18n/paths";
import { translator } from "@/lib/i18n/translator";
import { addQuestion } from "@/lib/registrations/commands/add-question";
import { changeQuestion } from "@/lib/registrations/commands/change-question";
import { moveQuestion } from "@/lib/registrations/commands/move-question";
import { removeQuestion } from "@/lib/registrations/commands/remove-question";
import { restoreQuestion } from "@/lib/registrations/commands/restore-question";
import { retireQuestion } from "@/lib/registrations/commands/retire-question";
import { bodyOfQuestion } from "@/lib/registrations/question-form-data";
import { questionFailure, questionProblems } from "@/lib/registrations/question-messages";
import { nextAttempt, postedText, postedValues } from "../../../../(public)/_form/posted-values";
import { sessionToken } from "../../../_access/session-token";
import type { EditorState } from "./_editor/editor-state";

type ArrangeState = { readonly attempt: number; readonly problem: string | null };

/** Adds a question, or changes the one whose key comes with the form. */
export const save = defineAction(async (state: EditorState, form, { now }: ActionRequest): Promise<EditorState> => {
  const { slug, locale, key } = where(form);
  const event = await openEvent(await sessionToken(), slug, canEdit, now);
  const body = bodyOfQuestion(form);
  const outcome = !event.ok
    ? null
    : key === ""
      ? await addQuestion(event.value, body, now)
      : await changeQuestion(event.value, key, body, now);
  if (outcome?.ok) done(locale, slug, key === "" ? "added" : "changed", outcome.value.key);
  const again = { attempt: nextAttempt(state), values: postedValues(form) };
  if (outcome?.code === "invalid")
    return { ...again, problem: null, problems: questionProblems(outcome.detail, locale) };
  const t = translator(locale, "questions");
  return { ...again, problem: outcome ? questionFailure(outcome, locale) : t("failure.question_gone"), problems: {} };
});

const ARRANGEMENTS = {
  up: { done: "moved", run: (scope, key, now) => moveQuestion(scope, { key, direction: "up" }, now) },
  down: { done: "moved", run: (scope, key, now) => moveQuestion(scope, { key, direction: "down" }, now) },
  retire: { done: "retired", run: retireQuestion },
  restore: { done: "restored", run: restoreQuestion },
  remove: { done: "removed", run: removeQuestion },
} as const satisfies Record<string, { done: string; run: typeof retireQuestion }>;

/** Moves, retires, restores or removes a question, as the button that was pressed says. */
export const arrange = defineAction(
  async (state: ArrangeState, form, { now }: ActionRequest): Promise<ArrangeState> => {
    const { slug, locale, key } = where(form);
    const wanted = postedText(form, "do");
    const event = await openEvent(await sessionToken(), slug, canEdit, now);
    if (event.ok && isArrangement(wanted)) {
      const outcome = await ARRANGEMENTS[wanted].run(event.value, key, now);
      if (outcome.ok) done(locale, slug, ARRANGEMENTS[wanted].done, key);
      if (outcome.code !== "invalid") return { attempt: nextAttempt(state), problem: questionFailure(outcome, locale) };
    }
    return { attempt: nextAttempt(state), problem: translator(locale, "questions")("failure.question_gone") };
  },
);

function isArrangement(name: string): name is keyof typeof ARRANGEMENTS {
  return Object.hasOwn(ARRANGEMENTS, name);
}

function where(form: FormData) {
  const locale = localeOf(postedText(form, "language"));
  return { slug: postedText(form, "event"), locale, key: postedText(form, "key") };
}

/** Back to the list, at the question that something was done with. */
function done(locale: ReturnType<typeof localeOf>, slug: string, what: string, key: string): never {
  redirect(
    localePath(locale, `/organise/${slug}/questions?${new URLSearchParams({ done: what, question: key })}#${key}`),
  );
}
