import { Temporal } from "temporal-polyfill";
import { z } from "zod";
import { parseEmailAddress } from "./email-address";

/** What can be wrong with what somebody wrote in one field of a form. */
export type FieldCode =
  | "required"
  | "too_long"
  | "wrong_type"
  | "date_invalid"
  | "time_invalid"
  | "choice_unknown"
  | "number_invalid"
  | "price_invalid"
  | "email_invalid";

const refused = (code: FieldCode) => code;

/** Text as a form sends it, space around it removed, line breaks of one kind. A field that was not sent is blank. */
export function text(most: number) {
  return z
    .string({ error: refused("wrong_type") })
    .max(most * 2, refused("too_long"))
    .default("")
    .transform((value) => value.replaceAll("\r\n", "\n").replaceAll("\0", "").trim())
    .refine((value) => value.length <= most, refused("too_long"));
}

/** One line of text. */
export function line(most = 200) {
  return text(most).transform((value) => value.replaceAll(/\s+/g, " "));
}

/** One line that must not be blank. */
export function requiredLine(most = 200) {
  return line(most).refine((value) => value !== "", refused("required"));
}

/** An ISO date of a year with four digits, as a date field sends it; null is blank. */
export const day = line(40).transform((value, context): string | null => {
  if (value === "") return null;
  if (isDate(value)) return value;
  context.addIssue({ code: "custom", message: refused("date_invalid") });
  return z.NEVER;
});

/** An ISO date that must not be blank. */
export const requiredDay = day.transform((value, context): string => {
  if (value !== null) return value;
  context.addIssue({ code: "custom", message: refused("required") });
  return z.NEVER;
});

function isDate(value: string): boolean {
  try {
    return /^[12]\d{3}-\d{2}-\d{2}$/.test(value) && Temporal.PlainDate.from(value).toString() === value;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return false;
  }
}

/** A time of the day, "09:00"; "9.00" and "9" are read as people write them. */
export const time = line(20).transform((value, context): string => {
  const [, hours, minutes = "00"] = /^([01]?\d|2[0-3])(?:[:.]([0-5]\d))?$/.exec(value) ?? [];
  if (hours !== undefined) return `${hours.padStart(2, "0")}:${minutes}`;
  context.addIssue({ code: "custom", message: refused(value === "" ? "required" : "time_invalid") });
  return z.NEVER;
});

/** A whole number from zero up; null is blank. */
export function whole(most: number) {
  return line(40).transform((value, context): number | null => {
    const compact = value.replaceAll(/\s/g, "");
    if (compact === "") return null;
    const number = /^\d{1,9}$/.test(compact) ? Number(compact) : Number.NaN;
    if (number <= most) return number;
    context.addIssue({ code: "custom", message: refused("number_invalid") });
    return z.NEVER;
  });
}

const MOST_KRONOR = 1_000_000;

/** Kronor as people write them, with at most two decimals, in öre; null is blank. */
export const price = line(40).transform((value, context): number | null => {
  const compact = value.replaceAll(/\s|kr$/g, "").replace(",", ".");
  if (compact === "") return null;
  const ore = /^\d{1,7}(\.\d{1,2})?$/.test(compact) ? Math.round(Number(compact) * 100) : Number.NaN;
  if (ore <= MOST_KRONOR * 100) return ore;
  context.addIssue({ code: "custom", message: refused("price_invalid") });
  return z.NEVER;
});

/** An amount as `price` reads it: "1450" or "99,50". */
export function writtenPrice(ore: number | null): string {
  if (ore === null) return "";
  return ore % 100 === 0 ? String(ore / 100) : (ore / 100).toFixed(2).replace(".", ",");
}

/** One mail address, or a blank where that is allowed. */
export function email(blank: "allowed" | "refused") {
  return line(300).transform((value, context): string => {
    if (value === "" && blank === "allowed") return value;
    const parsed = parseEmailAddress(value);
    if (parsed) return parsed.address;
    context.addIssue({ code: "custom", message: refused(value === "" ? "required" : "email_invalid") });
    return z.NEVER;
  });
}

/** A tick box. */
export const tick = z
  .enum(["on", ""], { error: refused("wrong_type") })
  .optional()
  .transform((value) => value === "on");

/** One of a few words. */
export function choice<const T extends readonly [string, ...string[]]>(values: T) {
  return z.enum(values, { error: refused("choice_unknown") });
}

/** Rows by their key: an id, or "new1" and on for those that are not stored yet. */
export function rows<T extends z.ZodType>(row: T) {
  return z.record(z.string().max(40), row, { error: refused("wrong_type") }).default({});
}

/** By the path of each field with something wrong, its first code. */
export function fieldCodes<Code extends string = FieldCode>(
  issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[],
): Record<string, Code> {
  const codes = issues.map(({ path, message }) => [path.map(String).join("."), message as Code] as const);
  return Object.fromEntries(codes.toReversed());
}

/** Text of both languages from two fields: where English is blank the Swedish stands for it. Null where both are. */
export function inBoth(sv: string, en: string): { sv: string; en: string } | null {
  return sv === "" && en === "" ? null : { sv: sv || en, en: en || sv };
}

/** The English of a stored text as a form shows it: blank where the Swedish stands for it. */
export function ownEnglish(text: { readonly sv: string; readonly en: string } | null): string {
  return !text || text.en === text.sv ? "" : text.en;
}
