import { municipalityName } from "@/lib/core/municipalities";
import type { Answer } from "@/lib/registrations/answers-schema";
import type { MyRegistration } from "@/lib/registrations/queries/my-registration";
import type { QuestionKind } from "@/lib/registrations/registration-form";
import type { FormValues } from "../../../_form/form-view";

/** What is stored, as the change form is filled in with at first. */
export function storedValues(mine: MyRegistration): FormValues {
  const text = (value: string | null) => (value === null ? [] : [value]);
  return {
    days: mine.days,
    sessions: mine.sessionIds,
    organisationName: text(mine.organisationName),
    jobTitle: text(mine.jobTitle),
    diet: text(mine.diet),
    access: text(mine.access),
    ...Object.fromEntries(
      mine.form.questions.map(({ key, kind }) => [`answers.${key}`, valuesOf(mine.answers[key], kind)]),
    ),
  };
}

/** An answer as its field is filled in with it. */
export function valuesOf(answer: Answer | undefined, kind: QuestionKind): readonly string[] {
  if (answer === undefined) return [];
  if (kind === "CONSENT") return answer === true ? ["on"] : [];
  if (typeof answer === "boolean") return [answer ? "yes" : "no"];
  if (kind === "MUNICIPALITY" && typeof answer === "string") return [municipalityName(answer) ?? answer];
  return typeof answer === "object" ? answer : [String(answer)];
}
