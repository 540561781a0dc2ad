import type { Locale } from "@/lib/core/localised";

/** What organisers' letters can say of their reader and event, by the name it is written with. */
const NAMES = {
  name: { sv: "namn", en: "name" },
  reference: { sv: "referens", en: "reference" },
  event: { sv: "evenemang", en: "event" },
  date: { sv: "datum", en: "date" },
  place: { sv: "plats", en: "place" },
  organiser: { sv: "arrangör", en: "organiser" },
  contact: { sv: "kontakt", en: "contact" },
  category: { sv: "kategori", en: "category" },
  days: { sv: "dagar", en: "days" },
  sessions: { sv: "val", en: "sessions" },
  answerBy: { sv: "svara senast", en: "answer by" },
} as const;

export type MergeField = keyof typeof NAMES;
/** What is known of one letter's reader. What is missing, or empty, reads as a dash. */
export type MergeValues = Readonly<Partial<Record<MergeField, string>>>;

const FIELDS = Object.keys(NAMES) as MergeField[];
const WRITTEN = /\{\{([^{}]*)\}\}/g;

/** Fields as they are written in a language: "{{namn}}". */
export function mergeFields(fields: readonly MergeField[], locale: Locale): string[] {
  return fields.map((field) => `{{${NAMES[field][locale]}}}`);
}

/** What stands in braces and is none of these fields, as it was written; half a pair of braces, and single ones, too. */
export function unknownFields(text: string, fields: readonly MergeField[]): string[] {
  const isOffered = (name: string) => {
    const field = fieldOf(name);
    return field !== undefined && fields.includes(field);
  };
  const unknown = [...text.matchAll(WRITTEN)].filter(([, name = ""]) => !isOffered(name)).map(([whole]) => whole);
  const rest = text.replaceAll(WRITTEN, "");
  return [...unknown, ...(/\{\{|\}\}|\{[^{}\n]{1,40}\}/.exec(rest) ?? [])];
}

/**
 * The text with each field's value in its place, on one line. What is in a value is read no further: in Markdown this is
 * for the text of the parsed tree, never for what is still to be parsed.
 */
export function merged(text: string, values: MergeValues): string {
  return text.replaceAll(WRITTEN, (whole, name: string) => {
    const field = fieldOf(name);
    if (!field) return whole;
    return (values[field] ?? "").replaceAll(/[\s\p{Cc}\p{Zl}\p{Zp}]+/gu, " ").trim() || "–";
  });
}

/** Both languages' names are known in both texts. */
function fieldOf(name: string): MergeField | undefined {
  const written = name.trim().toLowerCase().replaceAll(/\s+/g, " ");
  return FIELDS.find((field) => Object.values<string>(NAMES[field]).includes(written));
}
