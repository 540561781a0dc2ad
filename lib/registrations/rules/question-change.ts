import type { QuestionInput } from "../question-schema";
import type { QuestionKind } from "../registration-form";
import type { StoredOption } from "./form-question";
import { keyFrom } from "./question-key";

/** What the answers to a question of one kind can also be read as. */
const ALSO_READ_AS: Partial<Readonly<Record<QuestionKind, QuestionKind>>> = {
  TEXT: "LONG_TEXT",
  CHOICE: "MULTI_CHOICE",
};

/** Whether a question that has been answered may become another kind: its answers must mean the same afterwards. */
export function mayBecome(from: QuestionKind, to: QuestionKind): boolean {
  return from === to || ALSO_READ_AS[from] === to;
}

/**
 * The options a question gets, those that are offered first and in the order they were written. One that has been answered
 * with, or may have been, is never dropped: it is retired, and readable under its last label. New ones get a value of their own.
 */
export function nextOptions(
  before: readonly StoredOption[],
  wanted: QuestionInput["options"],
  isAnswered: boolean,
): StoredOption[] {
  const offered: StoredOption[] = [];
  const retired: StoredOption[] = [];
  const taken = before.map(({ value }) => value);
  const named = new Set(wanted.map(({ value }) => value));
  // Written anew what was taken away before: it is the same option, with the answers it has.
  const isItAgain = (one: StoredOption, label: string) => !named.has(one.value) && one.label.sv === label;
  for (const { value, label, offered: isOffered } of wanted) {
    const known = before.find((one) => (value === null ? isItAgain(one, label.sv) : one.value === value));
    if (isOffered) {
      const own = known?.value ?? keyFrom(label.sv, taken, "option");
      taken.push(own);
      offered.push({ value: own, label, retired: false });
    } else if (known && isAnswered) retired.push({ value: known.value, label, retired: true });
  }
  const kept = new Set([...offered, ...retired].map(({ value }) => value));
  const left = isAnswered ? before.filter(({ value }) => !kept.has(value)) : [];
  return [...offered, ...retired, ...left.map((one) => ({ ...one, retired: true }))];
}
