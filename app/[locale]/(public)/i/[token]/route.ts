import { openInvitation } from "@/lib/auth/personal-link-gate";
import { currentInstant } from "@/lib/core/clock";
import { localeOf } from "@/lib/i18n/paths";
import { keepInvitation } from "../../_access/my-invitation";
import { sendOn } from "../../_access/send-on";

/** An invitation's link: keeps the token in a cookie and goes on to the invitation. Opening it answers nothing. */
export async function GET(_request: Request, { params }: RouteContext<"/[locale]/i/[token]">): Promise<Response> {
  const { token, locale } = await params;
  const opened = await openInvitation(token, currentInstant());
  if (!opened.ok) return sendOn(localeOf(locale), "/my");
  await keepInvitation(opened.value.eventSlug, token);
  return sendOn(localeOf(locale), `/events/${opened.value.eventSlug}/invitation`);
}
