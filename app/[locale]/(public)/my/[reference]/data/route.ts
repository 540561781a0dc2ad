import { currentInstant } from "@/lib/core/clock";
import { getStoredData } from "@/lib/registrations/queries/stored-data";
import { findMyScope } from "../../../_access/my-registration";
import { storedAnswer } from "../../../_access/stored-answer";

/** Everything stored about the attendee as a JSON file, for the browser that opened their link. */
export async function GET(_request: Request, { params }: RouteContext<"/[locale]/my/[reference]/data">) {
  const { reference } = await params;
  const scope = await findMyScope(reference, currentInstant());
  return storedAnswer(reference, scope && (await getStoredData(scope)));
}
