import type { Locale } from "@/lib/core/localised";

/** What a mailing can say of its recipient and event, by the name organisers write it with. */
const NAMES = {
  name: { sv: "namn", en: "name" },
  reference: { sv: "referens", en: "reference" },
  event: { sv: "evenemang", en: "event" },
  date: { sv: "datum", en: "date" },
  place: { sv: "plats", en: "place" },
} as const;

type MergeField = keyof typeof NAMES;
export type MergeValues = Readonly<Record<MergeField, string>>;

const FIELDS = Object.keys(NAMES) as MergeField[];
const WRITTEN = /\{\{([^{}]*)\}\}/g;

/** The fields as they are written in a language: "{{namn}}". */
export function mergeFields(locale: Locale): string[] {
  return FIELDS.map((field) => `{{${NAMES[field][locale]}}}`);
}

/** What stands in braces and is no field, as it was written; half a pair of braces too. */
export function unknownFields(text: string): string[] {
  const unknown = [...text.matchAll(WRITTEN)].filter(([, name = ""]) => !fieldOf(name)).map(([whole]) => whole);
  const rest = text.replaceAll(WRITTEN, "");
  return [...unknown, ...(/\{\{|\}\}/.exec(rest) ?? [])];
}

/** The text with each field's value in its place. Values are put in as they are: what is in them is read no further. */
export function merged(text: string, values: MergeValues): string {
  return text.replaceAll(WRITTEN, (whole, name: string) => {
    const field = fieldOf(name);
    return field ? values[field] : whole;
  });
}

/** Both languages' names are known in both texts. */
function fieldOf(name: string): MergeField | undefined {
  const written = name.trim().toLowerCase();
  return FIELDS.find((field) => Object.values<string>(NAMES[field]).includes(written));
}
