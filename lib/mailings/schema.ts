import { z } from "zod";
import type { Locale } from "@/lib/core/localised";
import { strangeLink } from "@/lib/core/prose";
import { type Failure, fail, type Ok, ok } from "@/lib/core/result";
import { mergeFields, unknownFields } from "@/lib/i18n/merge-fields";
import { optionalLine, optionalText, requiredLine, requiredText } from "@/lib/registrations/text-fields";
import type { MailingErrorCode } from "./errors";
import { ABOUT_REGISTRATION } from "./rules/own-messages";

const schema = z.strictObject({
  subjectSv: requiredLine(150),
  bodySv: requiredText(10_000),
  subjectEn: optionalLine(150),
  bodyEn: optionalText(10_000),
});

export const MAILING_FIELDS = ["subjectSv", "bodySv", "subjectEn", "bodyEn"] as const;
export type MailingField = (typeof MAILING_FIELDS)[number];
export type MailingText = z.output<typeof schema>;
/** Which field, and what was written that is no merge field. */
export type TextProblem = { readonly field: MailingField; readonly written: string };
export type TextFailure = Failure<Extract<MailingErrorCode, `field_${string}` | "english_half">, TextProblem>;

const CODES: Readonly<Record<string, TextFailure["code"]>> = {
  required: "field_required",
  too_long: "field_too_long",
};

/** What an organiser wrote. Fails with the first field that cannot be sent as it is. */
export function parseMailingText(body: unknown): Ok<MailingText> | TextFailure {
  const parsed = schema.safeParse(body);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const field = MAILING_FIELDS.find((name) => name === issue?.path[0]) ?? "subjectSv";
    return fail(CODES[issue?.message ?? ""] ?? "field_malformed", { field, written: "" });
  }
  const text = parsed.data;
  for (const field of MAILING_FIELDS) {
    const [written] = unknownFields(text[field] ?? "", ABOUT_REGISTRATION);
    if (written !== undefined) return fail("field_unknown", { field, written });
    const link = field.startsWith("body") ? strangeLink(text[field] ?? "") : null;
    if (link !== null) return fail("field_link", { field, written: link });
  }
  if ((text.subjectEn === undefined) !== (text.bodyEn === undefined))
    return fail("english_half", { field: text.subjectEn === undefined ? "subjectEn" : "bodyEn", written: "" });
  return ok(text);
}

/** The fields that can be written in subject and text, as they are written in a language. */
export function offeredFields(locale: Locale): readonly string[] {
  return mergeFields(ABOUT_REGISTRATION, locale);
}
