import type { z } from "zod";
import { QUESTION_FIELD_CODES, type QuestionProblems } from "../errors";
import type { QuestionInput } from "../question-schema";
import type { QuestionKind } from "../registration-form";
import type { StoredOption } from "./form-question";
import { mayBecome, nextOptions } from "./question-change";
import { type AskedQuestion, conditionProblem, strandedBy } from "./question-condition";
import type { StoredQuestion } from "./stored-question";

const CHOICES: readonly QuestionKind[] = ["CHOICE", "MULTI_CHOICE"];

/** What the schema found, the first problem of each field, such as "label.en" or "options". */
export function problemsOf(error: z.ZodError): QuestionProblems {
  const problems = new Map<string, QuestionProblems[string]>();
  for (const { path, message } of error.issues) {
    // Which of several options is wrong is not told apart.
    const field = path[0] === "options" || path[0] === "condition" ? String(path[0]) : path.join(".");
    const code = QUESTION_FIELD_CODES.find((one) => one === message) ?? "wrong_type";
    if (!problems.has(field)) problems.set(field, { code });
  }
  return Object.fromEntries(problems);
}

/** What a question becomes, as columns of its own and as others depend on it. */
export type NextQuestion = Omit<AskedQuestion, "options"> & { readonly options: readonly StoredOption[] };

/** The question that was written, in its place among the others; `before` is what it was, null for a new one. */
export function nextQuestion(
  key: string,
  input: QuestionInput,
  { before, isAnswered }: { readonly before: StoredQuestion | null; readonly isAnswered: boolean },
): NextQuestion {
  const [first] = input.condition;
  return {
    key,
    kind: input.kind,
    label: input.label,
    asked: input.asked,
    sensitive: input.sensitive,
    showIf: first ? { key: first.key, values: [...new Set(input.condition.map(({ value }) => value))] } : null,
    options: CHOICES.includes(input.kind) ? nextOptions(before?.options ?? [], input.options, isAnswered) : [],
    isRetired: false,
  };
}

/** What keeps a well-formed question from being kept among the event's others. Empty when nothing does. */
export function problemsAmong(
  next: NextQuestion,
  input: QuestionInput,
  around: {
    readonly before: StoredQuestion | null;
    readonly isAnswered: boolean;
    readonly others: readonly AskedQuestion[];
    readonly categories: readonly string[];
    /** ISO local date. */
    readonly endsOn: string;
  },
): QuestionProblems {
  const { before, isAnswered, others, categories, endsOn } = around;
  const problems: Record<string, QuestionProblems[string]> = {};
  if (input.lastAnswerDay !== null && input.lastAnswerDay > endsOn)
    problems["lastAnswerDay"] = { code: "day_after_event" };
  if (before && isAnswered) {
    if (!mayBecome(before.kind, input.kind)) problems["kind"] = { code: "kind_answered" };
    if (before.asked !== input.asked) problems["asked"] = { code: "asked_answered" };
    if (before.sensitive !== input.sensitive) problems["sensitive"] = { code: "sensitive_answered" };
  }
  const condition = conditionProblem(next, [...others, next], categories);
  if (condition) problems["condition"] = { code: condition };
  const stranded = strandedBy(next, others);
  if (stranded.length > 0) {
    problems[changedField(before, next)] ??= { code: "needed_by", named: stranded.map(({ label }) => label) };
  }
  return problems;
}

/** The change that questions which depend on this one would not survive. */
function changedField(before: StoredQuestion | null, next: NextQuestion): "kind" | "asked" | "sensitive" | "options" {
  if (before?.kind !== next.kind) return "kind";
  if (before.asked !== next.asked) return "asked";
  return before.sensitive === next.sensitive ? "options" : "sensitive";
}
