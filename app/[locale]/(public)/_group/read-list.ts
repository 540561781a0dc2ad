import { parseEmailAddress } from "@/lib/core/email-address";
import { columnsOf } from "@/lib/core/table-columns";
import { readTable, type TableFailure, type TableRow } from "@/lib/platform/read-table";
import { MOST_COLLEAGUES } from "@/lib/registrations/booking-schema";
import type { RegistrationForm } from "@/lib/registrations/registration-form";
import type { FormValues } from "../_form/form-view";
import { postedText } from "../_form/posted-values";

const HEADINGS = {
  name: ["namn", "name", "för- och efternamn", "deltagare"],
  firstName: ["förnamn", "first name", "given name"],
  lastName: ["efternamn", "last name", "surname", "family name"],
  email: ["e-post", "epost", "e-postadress", "mejl", "mail", "email", "e-mail address"],
  jobTitle: ["befattning", "titel", "roll", "job title", "title"],
  organisationName: ["organisation", "arbetsplats", "organization", "kommun", "municipality"],
  category: ["kategori", "deltagarkategori", "category", "kommer som"],
};

/** A person of a list, with the row of the list they stand in. */
export type ListedPerson = { readonly row: number; readonly values: FormValues };

/** The list that was pasted or uploaded with a form, or why it cannot be read. */
export async function readList(
  form: FormData,
  event: RegistrationForm,
): Promise<{ readonly people: readonly ListedPerson[] } | { readonly failure: TableFailure }> {
  const file = form.get("file");
  const source =
    file instanceof File && file.size > 0
      ? { kind: "file" as const, bytes: new Uint8Array(await file.arrayBuffer()) }
      : { kind: "pasted" as const, text: postedText(form, "list") };
  const table = await readTable(source, { bytes: 500_000, rows: MOST_COLLEAGUES + 1 });
  if (!table.ok) return { failure: table.code };
  const [first, ...others] = table.value;
  const columns = first && columnsOf(first.cells, HEADINGS);
  const rows = columns ? others : table.value;
  if (rows.length === 0) return { failure: "empty" };
  return rows.length > MOST_COLLEAGUES
    ? { failure: "too_many_rows" }
    : { people: rows.map((row) => person(row, columns ?? guessed(row), event)) };
}

/** Without headings: the cell that is an address, and the name before it, else the first other cell. */
function guessed({ cells }: TableRow): Partial<Record<keyof typeof HEADINGS, number>> {
  const email = cells.findIndex((cell) => cell.includes("@"));
  const name = cells.findIndex((cell, index) => index !== email && cell !== "");
  return { ...(email !== -1 && { email }), ...(name !== -1 && { name }) };
}

function person(
  { number, cells }: TableRow,
  columns: Partial<Record<keyof typeof HEADINGS, number>>,
  { categories }: RegistrationForm,
): ListedPerson {
  const cell = (column: keyof typeof HEADINGS) => {
    const at = columns[column];
    return at === undefined ? "" : (cells[at] ?? "");
  };
  const name = cell("name") || [cell("firstName"), cell("lastName")].filter(Boolean).join(" ");
  const category = categories.find(({ key, name: words }) =>
    [key, words.sv, words.en].some((one) => one.toLowerCase() === cell("category").toLowerCase()),
  );
  const email = parseEmailAddress(cell("email"))?.address ?? cell("email");
  const filled = { name, email, jobTitle: cell("jobTitle"), organisationName: cell("organisationName") };
  return {
    row: number,
    values: {
      ...Object.fromEntries(Object.entries(filled).map(([field, value]) => [field, [value]])),
      ...(category && { category: [category.key] }),
    },
  };
}
