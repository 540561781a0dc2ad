import { currentInstant } from "@/lib/core/clock";
import { getStoredBooking } from "@/lib/registrations/queries/stored-booking";
import { findBookingScope } from "../../../_access/my-booking";
import { storedAnswer } from "../../../_access/stored-answer";

/** Everything stored about whoever booked as a JSON file, for the browser that opened their link. */
export async function GET(_request: Request, { params }: RouteContext<"/[locale]/booking/[reference]/data">) {
  const { reference } = await params;
  const scope = await findBookingScope(reference, currentInstant());
  return storedAnswer(reference, scope && (await getStoredBooking(scope)));
}
