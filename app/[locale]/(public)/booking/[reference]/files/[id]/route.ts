import { handedOut } from "@/app/_files/handed-out";
import { currentInstant } from "@/lib/core/clock";
import { findFileOfBooking } from "@/lib/registrations/queries/handed-out-file";
import { findBookingScope } from "../../../../_access/my-booking";

/** A file sent for the whole booking, for the browser that opened the booking's link. */
export async function GET(_request: Request, { params }: RouteContext<"/[locale]/booking/[reference]/files/[id]">) {
  const { reference, id } = await params;
  const scope = await findBookingScope(reference, currentInstant());
  return handedOut(scope && (await findFileOfBooking(scope, id)));
}
