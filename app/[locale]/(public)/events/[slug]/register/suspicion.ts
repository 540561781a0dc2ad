import type { Temporal } from "temporal-polyfill";
import { checkFormStamp } from "@/lib/auth/form-stamp";
import type { Locale } from "@/lib/core/localised";
import { translator } from "@/lib/i18n/translator";
import { postedText } from "../../../_form/posted-values";
import { stampPurpose } from "./hidden-fields";

/** Why a posted form looks like a robot's, in words, or null. */
export function suspicion(form: FormData, slug: string, locale: Locale, now: Temporal.Instant): string | null {
  const t = translator(locale, "register");
  if (postedText(form, "website") !== "") return t("trapFilled");
  const stamp = checkFormStamp(postedText(form, "stamp"), stampPurpose(slug), now);
  if (stamp.ok) return null;
  const words = {
    stamp_too_fast: "stampTooFast",
    stamp_expired: "stampExpired",
    stamp_invalid: "stampInvalid",
  } as const;
  return t(words[stamp.code]);
}
