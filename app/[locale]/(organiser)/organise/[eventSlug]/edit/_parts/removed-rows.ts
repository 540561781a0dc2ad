import type { FormValues } from "@/app/[locale]/(public)/_form/form-view";

/** The longest that an address takes along; what is longer is not offered back. */
const MOST_CHARACTERS = 3_000;

/** The rows that were ticked to be removed, as the fields of new rows, written as a query; empty when there are none. */
export function removedRows(values: FormValues): string {
  const ticked = Object.entries(values).flatMap(([name, [value]]) =>
    value === "on" && name.endsWith(".remove") && !name.includes(".new") ? [name.slice(0, -"remove".length)] : [],
  );
  const blank = new Set(Object.keys(values).flatMap((name) => /^[a-z]+\.new\d/i.exec(name) ?? []));
  // Only what finds a blank row to come back in is offered back.
  if (ticked.length > blank.size) return "";
  const query = new URLSearchParams();
  for (const [index, prefix] of ticked.entries()) {
    const list = prefix.split(".")[0] ?? "";
    for (const [name, [value = ""]] of Object.entries(values))
      if (name.startsWith(prefix) && !name.endsWith(".remove") && value !== "")
        query.append(`${list}.new${index + 1}.${name.slice(prefix.length)}`, value);
  }
  const written = query.toString();
  return written.length > MOST_CHARACTERS ? "" : written;
}

/** The fields of removed rows, to fill new ones in with. Only names of new rows count. */
export function restoredRows(written: string | undefined): Readonly<Record<string, string>> {
  const fields = [...new URLSearchParams((written ?? "").slice(0, MOST_CHARACTERS))];
  return Object.fromEntries(fields.filter(([name]) => /^[a-z]+\.new\d\.[\w.-]+$/i.test(name)));
}
