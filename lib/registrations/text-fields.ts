import { z } from "zod";

// Control characters and lone surrogates (Postgres refuses both NUL and the latter), line separators, and marks that turn
// the direction of text around and so can disguise what is written.
const NOT_IN_A_LINE = /[\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u;
const NOT_IN_A_TEXT = /[\p{Cs}\u202a-\u202e\u2066-\u2069]|(?![\t\n\r])\p{Cc}/u;

/** Stands for the missing answer to a required question that is asked only under a condition, when the condition is met. */
export const NOT_ANSWERED = Symbol("not answered");

/** "required" where nothing came, "wrong_type" where something else than asked for did. */
export const missingOrWrong = (issue: { readonly input?: unknown }) =>
  issue.input === undefined || issue.input === NOT_ANSWERED ? "required" : "wrong_type";

const tidyLine = (text: string) => text.normalize("NFC").trim();
const tidyText = (text: string) => text.normalize("NFC").replace(/\r\n?/g, "\n").trim();

function text(max: number, forbidden: RegExp, tidy: (text: string) => string) {
  return z
    .string({ error: missingOrWrong })
    .max(max, "too_long")
    .refine((value) => !forbidden.test(value), "control_character")
    .transform(tidy);
}

/** One line that must be filled in, at most `max` characters; surrounding space is removed. */
export function requiredLine(max: number) {
  return text(max, NOT_IN_A_LINE, tidyLine).pipe(z.string().min(1, "required").max(max, "too_long"));
}

/** One line that may be left out; blank is the same as left out. */
export function optionalLine(max: number) {
  return text(max, NOT_IN_A_LINE, tidyLine)
    .pipe(z.string().max(max, "too_long").transform(blankToUndefined))
    .optional();
}

/** Several lines that must be filled in. */
export function requiredText(max: number) {
  return text(max, NOT_IN_A_TEXT, tidyText).pipe(z.string().min(1, "required").max(max, "too_long"));
}

/** Several lines that may be left out. */
export function optionalText(max: number) {
  return text(max, NOT_IN_A_TEXT, tidyText)
    .pipe(z.string().max(max, "too_long").transform(blankToUndefined))
    .optional();
}

function blankToUndefined(value: string): string | undefined {
  return value === "" ? undefined : value;
}
