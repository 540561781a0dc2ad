import { handedOut } from "@/app/_files/handed-out";
import { currentInstant } from "@/lib/core/clock";
import { findMyFile } from "@/lib/registrations/queries/handed-out-file";
import { findMyScope } from "../../../../_access/my-registration";

/** A file among one's own answers, for the browser that opened the link. */
export async function GET(_request: Request, { params }: RouteContext<"/[locale]/my/[reference]/files/[id]">) {
  const { reference, id } = await params;
  const now = currentInstant();
  const scope = await findMyScope(reference, now);
  return handedOut(scope && (await findMyFile(scope, id, now)));
}
