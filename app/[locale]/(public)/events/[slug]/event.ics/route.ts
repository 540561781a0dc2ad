import { currentInstant } from "@/lib/core/clock";
import { findEventCalendar } from "@/lib/events/queries/event-calendar";
import { localeOf } from "@/lib/i18n/paths";
import { calendarFile } from "../../../_access/calendar-file";

/** The event as a calendar file, for anybody. */
export async function GET(_request: Request, { params }: RouteContext<"/[locale]/events/[slug]/event.ics">) {
  const { locale, slug } = await params;
  return calendarFile(
    await findEventCalendar(slug, localeOf(locale), currentInstant()),
    slug.replace(/[^a-z0-9-]/g, ""),
  );
}
