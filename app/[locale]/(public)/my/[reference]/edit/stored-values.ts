import type { MyRegistration } from "@/lib/registrations/queries";
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
    ...Object.fromEntries(Object.entries(mine.answers).map(([key, answer]) => [`answers.${key}`, valuesOf(answer)])),
  };
}

function valuesOf(answer: MyRegistration["answers"][string]): readonly string[] {
  if (typeof answer === "boolean") return [answer ? "yes" : "no"];
  return typeof answer === "string" ? [answer] : answer;
}
