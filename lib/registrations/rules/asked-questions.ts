import type { FormShape } from "../registration-form";
import { NOT_ANSWERED } from "../text-fields";

type Question = FormShape["questions"][number];

/**
 * What was sent, without the answers to questions whose condition is not met, and with `NOT_ANSWERED` for the required ones
 * whose condition is met and that were left out. What is no body with answers is handed back as it is.
 */
export function onlyAsked(form: FormShape, body: unknown): unknown {
  if (!isRecord(body) || !(body["answers"] === undefined || isRecord(body["answers"]))) return body;
  const sent = body["answers"] ?? {};
  const category = body["category"] ?? (form.categories.length === 1 ? form.categories[0]?.key : undefined);
  const asked = new Set(askedQuestions(form.questions, sent, category).map(({ key }) => key));
  const conditional = new Map(
    form.questions.filter(({ showIf }) => showIf).map((question) => [question.key, question]),
  );
  const kept = Object.entries(sent).filter(([key]) => !conditional.has(key) || asked.has(key));
  const missing = [...conditional.values()].filter(
    ({ key, required }) => required && asked.has(key) && sent[key] === undefined,
  );
  return {
    ...body,
    answers: Object.fromEntries([...kept, ...missing.map(({ key }) => [key, NOT_ANSWERED] as const)]),
  };
}

/** The open questions whose condition is met. One that depends on a question that is not asked is not asked either. */
export function askedQuestions<Q extends Question>(
  questions: readonly Q[],
  answers: Readonly<Record<string, unknown>>,
  category: unknown,
): Q[] {
  const isAsked = (question: Q, above: readonly string[]): boolean => {
    const { showIf } = question;
    if (question.isClosed || above.includes(question.key)) return false;
    if (!showIf) return true;
    if (showIf.key === "category") return isOneOf(category, showIf.values);
    const other = questions.find(({ key }) => key === showIf.key);
    return (
      other !== undefined && isAsked(other, [...above, question.key]) && isOneOf(answers[showIf.key], showIf.values)
    );
  };
  return questions.filter((question) => isAsked(question, []));
}

/**
 * Settles the conditions whose answer stands already: on the category somebody has, and on questions that are closed. A
 * question is then asked outright, or closed itself.
 */
export function settled<Q extends Question>(
  questions: readonly Q[],
  category: string | null,
  answers: Readonly<Record<string, unknown>>,
): (Q & { readonly isClosed: boolean; readonly showIf: Q["showIf"] | null })[] {
  return questions.map((question) => {
    const { showIf = null, isClosed = false } = question;
    const standing = (value: unknown) =>
      showIf && isOneOf(value, showIf.values)
        ? { ...question, showIf: null, isClosed }
        : { ...question, showIf, isClosed: true };
    if (showIf?.key === "category") return category === null ? { ...question, showIf, isClosed } : standing(category);
    const other = showIf && questions.find(({ key }) => key === showIf.key);
    return other?.isClosed ? standing(answers[other.key]) : { ...question, showIf, isClosed };
  });
}

/** Whether an answer is among the values of a condition. */
function isOneOf(answer: unknown, values: readonly string[]): boolean {
  const given: unknown[] = Array.isArray(answer) ? answer : [answer];
  return given.some((one) => values.includes(typeof one === "boolean" ? (one ? "yes" : "no") : String(one)));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
