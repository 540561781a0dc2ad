import { currentInstant } from "@/lib/core/clock";
import { localeOf } from "@/lib/i18n/paths";
import { findMyCalendar } from "@/lib/registrations/queries/my-calendar";
import { calendarFile } from "../../../_access/calendar-file";
import { findMyScope } from "../../../_access/my-registration";

/** The attendee's own days and sessions as a calendar file, for the browser that opened their link. */
export async function GET(_request: Request, { params }: RouteContext<"/[locale]/my/[reference]/registration.ics">) {
  const { locale, reference } = await params;
  const now = currentInstant();
  const scope = await findMyScope(reference, now);
  return calendarFile(scope && (await findMyCalendar(scope, localeOf(locale), now)), "min-anmalan");
}
