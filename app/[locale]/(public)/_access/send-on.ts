import type { Locale } from "@/lib/core/localised";
import { localePath } from "@/lib/i18n/paths";
import { env } from "@/lib/platform/env";

/** Sends the browser from a secret address to a clean one; the secret is neither stored on the way nor told on. */
export function sendOn(locale: Locale, path: string): Response {
  return new Response(null, {
    status: 303,
    headers: {
      Location: new URL(localePath(locale, path), env().APP_URL).href,
      "Cache-Control": "no-store",
      "Referrer-Policy": "no-referrer",
      "X-Robots-Tag": "noindex",
    },
  });
}
