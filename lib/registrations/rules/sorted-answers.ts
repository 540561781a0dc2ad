import type { FormQuestion } from "../registration-form";

type Answers = Readonly<Record<string, unknown>>;

/** Answers by where they are stored. */
export type SortedAnswers = {
  readonly own: Answers;
  /** With diet and access needs. */
  readonly sensitive: Answers;
  /** Once for the whole booking. */
  readonly booking: Answers;
};

/** Sorts parsed answers by where they belong. What is sensitive is so even when it is asked once for a booking. */
export function sortedAnswers(
  questions: readonly Pick<FormQuestion, "key" | "sensitive" | "asked">[],
  answers: Answers,
): SortedAnswers {
  const ofThose = (isIts: (question: (typeof questions)[number]) => boolean) =>
    Object.fromEntries(
      questions
        .filter((question) => isIts(question) && answers[question.key] !== undefined)
        .map(({ key }) => [key, answers[key]]),
    );
  return {
    own: ofThose(({ sensitive, asked }) => !sensitive && asked === "ATTENDEE"),
    sensitive: ofThose(({ sensitive }) => sensitive),
    booking: ofThose(({ sensitive, asked }) => !sensitive && asked === "BOOKING"),
  };
}
