import { openSpeaker } from "@/lib/auth/personal-link-gate";
import { currentInstant } from "@/lib/core/clock";
import { localeOf, localePath } from "@/lib/i18n/paths";
import { keepSpeaker } from "../../speak/_sheet/my-scope";

/**
 * A speaker's personal link: exchanged for a cookie and a clean address, so that the secret stays out of history and
 * referrers. Opening it consumes nothing: mail scanners do so too. What is not valid leads to a page that says so.
 */
export async function GET(_request: Request, { params }: { params: Promise<{ locale: string; token: string }> }) {
  const { locale, token } = await params;
  const opened = await openSpeaker(token, currentInstant());
  if (opened.ok) await keepSpeaker(token);
  const page = localePath(localeOf(locale), "/speak");
  return new Response(null, {
    status: 303,
    headers: {
      // Relative, so that no Host header can send the visitor elsewhere.
      location: opened.ok ? page : `${page}?link=invalid`,
      "cache-control": "no-store",
      "referrer-policy": "no-referrer",
    },
  });
}
