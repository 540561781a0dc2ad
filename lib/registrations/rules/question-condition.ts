import type { Localised } from "@/lib/core/localised";
import type { QuestionKind, ShowIf } from "../registration-form";

/** What has to be known of a question to say what may depend on it. */
export type AskedQuestion = {
  readonly key: string;
  readonly kind: QuestionKind;
  readonly label: Localised;
  readonly asked: "ATTENDEE" | "BOOKING";
  readonly sensitive: boolean;
  readonly showIf: ShowIf | null;
  readonly options: readonly { readonly value: string; readonly retired: boolean }[];
  readonly isRetired: boolean;
};

export type ConditionProblem =
  | "condition_unknown"
  | "condition_circular"
  | "condition_other_asked"
  | "condition_sensitive";

/** The answers that another question may depend on. A tick that is not there is no answer, so only "yes" counts for one. */
export function conditionValues({ kind, options }: Pick<AskedQuestion, "kind" | "options">): readonly string[] {
  if (kind === "YES_NO") return ["yes", "no"];
  if (kind === "CONSENT") return ["yes"];
  if (kind === "CHOICE" || kind === "MULTI_CHOICE")
    return options.filter(({ retired }) => !retired).map(({ value }) => value);
  return [];
}

/** Why a question cannot depend on what it says, among the event's questions and categories; null when it can. */
export function conditionProblem(
  question: Pick<AskedQuestion, "key" | "asked" | "sensitive" | "showIf">,
  all: readonly AskedQuestion[],
  categories: readonly string[],
): ConditionProblem | null {
  const { showIf } = question;
  if (showIf === null) return null;
  if (showIf.key === "category") {
    // A booking is made by somebody who comes as nothing: each person has a category of their own.
    if (question.asked === "BOOKING") return "condition_other_asked";
    return showIf.values.every((value) => categories.includes(value)) ? null : "condition_unknown";
  }
  const other = all.find(({ key, isRetired }) => key === showIf.key && !isRetired);
  if (other?.key === question.key) return "condition_circular";
  if (!other || !showIf.values.every((value) => conditionValues(other).includes(value))) return "condition_unknown";
  if (other.asked !== question.asked) return "condition_other_asked";
  // That somebody was asked would tell what they answered, to readers without the right.
  if (other.sensitive && !question.sensitive) return "condition_sensitive";
  return leadsBack(question.key, showIf.key, all) ? "condition_circular" : null;
}

function leadsBack(to: string, from: string, all: readonly AskedQuestion[], steps = 0): boolean {
  const next = all.find(({ key }) => key === from)?.showIf?.key;
  if (next === undefined || steps > all.length) return false;
  return next === to || leadsBack(to, next, all, steps + 1);
}

/** The questions that are asked only after certain answers to this one. */
export function dependants(key: string, all: readonly AskedQuestion[]): AskedQuestion[] {
  return all.filter(({ showIf, isRetired }) => showIf?.key === key && !isRetired);
}

/** Those that could not depend on the question any more when it became this. */
export function strandedBy(question: AskedQuestion, all: readonly AskedQuestion[]): AskedQuestion[] {
  const values = conditionValues(question);
  return dependants(question.key, all).filter(
    ({ asked, sensitive, showIf }) =>
      asked !== question.asked ||
      (question.sensitive && !sensitive) ||
      !showIf?.values.every((value) => values.includes(value)),
  );
}
