import type { Answer } from "../answers-schema";
import type { Billing } from "../billing-schema";
import type { FormQuestion, RegistrationForm } from "../registration-form";
import { settled } from "./asked-questions";
import { withOwnOptions } from "./form-question";

/** What is said once for a whole booking, and can be changed by whoever made it. */
export type SharedDetails = {
  readonly answers: Readonly<Record<string, Answer>>;
  /** What is asked once for a booking; closed when it cannot be answered any more. */
  readonly questions: readonly FormQuestion[];
  /** Whether there is an invoice to come, so that who pays must be said. */
  readonly isPaymentDue: boolean;
  readonly billing: Billing | null;
};

/**
 * The questions asked once for a booking, as they can be answered again: until a question's own last day, and none of them
 * after the event's last day to change.
 */
export function sharedQuestions(
  { questions }: Pick<RegistrationForm, "questions">,
  answers: SharedDetails["answers"],
  canEdit: boolean,
): readonly FormQuestion[] {
  const own = questions
    .filter(({ asked }) => asked === "BOOKING")
    .map((question) => withOwnOptions(question, answers[question.key]))
    .map((question) => (canEdit ? question : { ...question, isClosed: true }));
  return settled(own, null, answers);
}
