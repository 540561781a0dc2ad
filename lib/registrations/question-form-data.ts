const MOST_ROWS = 200;

/** One posted text; blank for what is missing. A file or a second value is no text, which the schema refuses. */
function single(form: FormData, name: string): unknown {
  const values = form.getAll(name);
  return values.length > 1 ? values : (values[0] ?? "");
}

const languages = (form: FormData, name: string) => ({
  sv: single(form, `${name}.sv`),
  en: single(form, `${name}.en`),
});

/**
 * The body a posted question form stands for, to be parsed with `questionSchema`. Options are rows of repeated fields
 * ("option.value", "option.sv", "option.en", "option.order"); a row that is left blank is no option, and of one that was
 * there, `option.offered` says whether it still is. Conditions are "key=value".
 */
export function bodyOfQuestion(form: FormData): unknown {
  const revision = single(form, "revision");
  return {
    kind: single(form, "kind"),
    label: languages(form, "label"),
    help: languages(form, "help"),
    purpose: languages(form, "purpose"),
    readers: languages(form, "readers"),
    required: form.has("required"),
    asked: single(form, "asked"),
    sensitive: form.has("sensitive"),
    lastAnswerDay: single(form, "lastAnswerDay"),
    min: single(form, "min"),
    max: single(form, "max"),
    options: optionRows(form),
    condition: form
      .getAll("condition")
      .slice(0, MOST_ROWS)
      .map((one) => {
        const [key = "", ...value] = String(one).split("=");
        return { key, value: value.join("=") };
      }),
    revision: typeof revision === "string" && /^\d{1,9}$/.test(revision) ? Number(revision) : undefined,
  };
}

function optionRows(form: FormData): unknown[] {
  const column = (name: string) => form.getAll(`option.${name}`).slice(0, MOST_ROWS);
  const [values, swedish, english, orders] = [column("value"), column("sv"), column("en"), column("order")];
  const offered = new Set(form.getAll("option.offered"));
  return swedish
    .map((sv, index) => {
      const [value, en] = [values[index] ?? "", english[index] ?? ""];
      const isBlank = sv === "" && en === "";
      const order = Number.parseInt(String(orders[index] ?? ""), 10);
      return {
        row: { value: value === "" ? null : value, label: { sv, en }, offered: value === "" || offered.has(value) },
        isBlank,
        // Rows with the same number, or none, stay as they stand.
        order: Number.isNaN(order) ? index + 1 : order,
      };
    })
    .filter(({ isBlank }) => !isBlank)
    .toSorted((a, b) => a.order - b.order)
    .map(({ row }) => row);
}
