import type { FormValues } from "./form-view";

const MOST_VALUES = 200;

/** The text posted for the fields a form has, to fill it in again. Files and fields it does not have are left out. */
export function postedValues(form: FormData, names: readonly string[]): FormValues {
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
