import { currentInstant } from "@/lib/core/clock";
import { localeOf } from "@/lib/i18n/paths";
import { findCalendarFeed } from "@/lib/registrations/queries/calendar-feed";
import { calendarFile } from "../../_access/calendar-file";

/** All that a person is registered for with one organisation, for calendar programs that ask again and again without cookies. */
export async function GET(_request: Request, { params }: RouteContext<"/[locale]/calendar/[token]">) {
  const { locale, token } = await params;
  return calendarFile(await findCalendarFeed(token, localeOf(locale), currentInstant()), "kalender");
}
