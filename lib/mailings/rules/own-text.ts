import { z } from "zod";
import { strangeLink } from "@/lib/core/prose";
import { type Failure, fail, type Ok, ok } from "@/lib/core/result";
import { unknownFields } from "@/lib/i18n/merge-fields";
import { requiredLine, requiredText } from "@/lib/registrations/text-fields";
import type { OwnTextErrorCode } from "../errors";
import { OWN_MESSAGES, type OwnMessage } from "./own-messages";

const schema = z.strictObject({ subject: requiredLine(150), body: requiredText(10_000) });
const CODES: Readonly<Record<string, "text_required" | "text_too_long">> = {
  required: "text_required",
  too_long: "text_too_long",
};

export type OwnWordsFailure = Failure<
  Extract<OwnTextErrorCode, `text_${string}`>,
  { readonly field: "subject" | "body"; readonly written: string }
>;

/** What an organiser wrote for a message. Fails with the first thing in it that cannot be sent. */
export function parseOwnWords(message: OwnMessage, raw: unknown): Ok<z.output<typeof schema>> | OwnWordsFailure {
  const parsed = schema.safeParse(raw);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const field = issue?.path[0] === "body" ? "body" : "subject";
    return fail(CODES[issue?.message ?? ""] ?? "text_malformed", { field, written: "" });
  }
  for (const field of ["subject", "body"] as const) {
    const [written] = unknownFields(parsed.data[field], OWN_MESSAGES[message]);
    if (written !== undefined) return fail("text_field_unknown", { field, written });
  }
  const link = strangeLink(parsed.data.body);
  return link === null ? ok(parsed.data) : fail("text_link", { field: "body", written: link });
}
