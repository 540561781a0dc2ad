import type { FormValues } from "./form-view";

const MOST_FIELDS = 100;
const MOST_VALUES = 200;

/** The text posted, to fill the form in again. Files are left out, and so is what the framework adds. */
export function postedValues(form: FormData, most = MOST_FIELDS): FormValues {
  const names = [...new Set(form.keys())].filter((name) => !name.startsWith("$")).slice(0, most);
  return Object.fromEntries(
    names.map((name) => [
      name,
      form
        .getAll(name)
        .slice(0, MOST_VALUES)
        .flatMap((value) => (typeof value === "string" ? [value.replaceAll("\0", "").toWellFormed()] : [])),
    ]),
  );
}

/** One posted text, or nothing when it is missing, repeated or a file. */
export function postedText(form: FormData, name: string): string {
  const values = form.getAll(name);
  const [only] = values;
  return values.length === 1 && typeof only === "string" ? only : "";
}

/** The number of the answer after this state, which came back from the browser and may be anything. */
export function nextAttempt(state: { readonly attempt?: unknown } | null | undefined): number {
  return (typeof state?.attempt === "number" ? state.attempt : 0) + 1;
}
