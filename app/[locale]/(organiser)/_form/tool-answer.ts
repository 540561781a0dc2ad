import { nextAttempt, postedValues } from "@/app/[locale]/(public)/_form/posted-values";
import type { ToolState } from "./tool-form";

/** A short form's fields as plain text; a field sent more than once counts by its first value. */
export function toolValues(form: FormData): Record<string, string> {
  return Object.fromEntries(Object.entries(postedValues(form)).map(([name, [first = ""]]) => [name, first]));
}

/** The short form drawn again with what was typed and what stood in the way. */
export function toolProblem(state: ToolState, form: FormData, problem: string): ToolState {
  return { attempt: nextAttempt(state), problem, values: toolValues(form) };
}
