import { z } from "zod";
import type { Locale } from "@/lib/core/localised";
import { translator } from "@/lib/i18n/translator";

/** What can go wrong while signing in, as the address of the next page names it. */
const signInError = z.enum([
  "email_invalid",
  "sign_in_invalid",
  "code_invalid",
  "rate_limited",
  "identity_unverified",
  "identity_unknown",
  "oidc_failed",
]);
export type SignInError = z.infer<typeof signInError>;

/** The error that an address names, or none. */
export function readError(raw: string | readonly string[] | undefined): SignInError | null {
  return signInError.nullable().catch(null).parse(raw);
}

/** Every error in the reader's language. */
export function signInErrors(locale: Locale): Record<SignInError, string> {
  const t = translator(locale, "signIn");
  return {
    email_invalid: t("error.email_invalid"),
    sign_in_invalid: t("error.sign_in_invalid"),
    code_invalid: t("error.code_invalid"),
    rate_limited: t("error.rate_limited"),
    identity_unverified: t("error.identity_unverified"),
    identity_unknown: t("error.identity_unknown"),
    oidc_failed: t("error.oidc_failed"),
  };
}
