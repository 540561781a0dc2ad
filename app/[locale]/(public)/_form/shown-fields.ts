import type { FieldView, FormValues } from "./form-view";

/** What is filled in now, by field. */
export function valuesIn(form: FormData): FormValues {
  return Object.fromEntries(
    [...new Set(form.keys())].map((name) => [
      name,
      form.getAll(name).flatMap((value) => (typeof value === "string" ? [value] : [])),
    ]),
  );
}

/** Whether a field's condition is met by what is filled in. What depends on a field that is not shown is not shown either. */
export function isShown(
  field: FieldView,
  fields: readonly FieldView[],
  values: FormValues,
  above: readonly string[] = [],
): boolean {
  const { showIf } = field;
  if (!showIf) return true;
  const other = fields.find(({ name }) => name === showIf.name);
  if (!other || above.includes(field.name) || !isShown(other, fields, values, [...above, field.name])) return false;
  // A ticked box posts "on" and a condition calls that "yes".
  return (values[other.name] ?? []).some((value) => showIf.values.includes(value === "on" ? "yes" : value));
}
