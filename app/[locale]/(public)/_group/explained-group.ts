import type { Locale } from "@/lib/core/localised";
import { translator } from "@/lib/i18n/translator";
import { failureMessage, fieldMessages } from "@/lib/registrations/error-messages";
import type { BookFailure } from "@/lib/registrations/errors";
import type { FormMessages } from "../_form/form-view";

/** Why nothing was booked, in words: by field where one is wrong, else for the whole form. */
export function explainedGroup(
  failure: BookFailure,
  locale: Locale,
): { readonly messages?: FormMessages; readonly problem?: string } {
  if (failure.code === "invalid") return { messages: fieldMessages(failure.detail, locale) };
  if (failure.code === "idempotency_conflict") return { problem: translator(locale, "register")("alreadySent") };
  if (failure.code !== "nobody_placed") return { problem: failureMessage(failure, locale) };
  const why = failure.detail.map((detail) => failureMessage({ ok: false, code: "full", detail }, locale));
  return { problem: [failureMessage(failure, locale), ...new Set(why)].join(" ") };
}
