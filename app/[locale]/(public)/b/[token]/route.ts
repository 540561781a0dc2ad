import { openBooking } from "@/lib/auth/personal-link-gate";
import { currentInstant } from "@/lib/core/clock";
import { localeOf } from "@/lib/i18n/paths";
import { keepBooking } from "../../_access/my-booking";
import { sendOn } from "../../_access/send-on";

/** The personal link of a booking: keeps the token in a cookie and goes on to a clean address. Opening it consumes nothing. */
export async function GET(_request: Request, { params }: RouteContext<"/[locale]/b/[token]">): Promise<Response> {
  const { token, locale } = await params;
  const opened = await openBooking(token, currentInstant());
  if (!opened.ok) return sendOn(localeOf(locale), "/my");
  await keepBooking(opened.value.reference, token);
  return sendOn(localeOf(locale), `/booking/${opened.value.reference}`);
}
