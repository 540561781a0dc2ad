import { openRegistration } from "@/lib/auth/personal-link-gate";
import { currentInstant } from "@/lib/core/clock";
import { localeOf } from "@/lib/i18n/paths";
import { keepRegistration } from "../../_access/my-registration";
import { sendOn } from "../../_access/send-on";

/** An attendee's personal link: keeps the token in a cookie and goes on to a clean address. Opening it consumes nothing. */
export async function GET(_request: Request, { params }: RouteContext<"/[locale]/r/[token]">): Promise<Response> {
  const { token, locale } = await params;
  const opened = await openRegistration(token, currentInstant());
  if (!opened.ok) return sendOn(localeOf(locale), "/my");
  await keepRegistration(opened.value.reference, token);
  return sendOn(localeOf(locale), `/my/${opened.value.reference}`);
}
