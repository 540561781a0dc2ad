import type { Locale } from "@/lib/core/localised";
import { localePath } from "@/lib/i18n/paths";

/** What a file's address answers somebody who is not signed in. */
export function toSignIn(locale: Locale): Response {
  const headers = { location: localePath(locale, "/sign-in"), "cache-control": "no-store" };
  return new Response(null, { status: 303, headers });
}
