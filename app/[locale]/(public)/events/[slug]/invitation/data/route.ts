import { currentInstant } from "@/lib/core/clock";
import { getStoredInvitation } from "@/lib/registrations/queries/stored-invitation";
import { findMyInvitation } from "../../../../_access/my-invitation";
import { storedAnswer } from "../../../../_access/stored-answer";

/** Everything stored about somebody invited as a JSON file, for the browser that opened their link. */
export async function GET(_request: Request, { params }: RouteContext<"/[locale]/events/[slug]/invitation/data">) {
  const { slug } = await params;
  const scope = await findMyInvitation(slug, currentInstant());
  return storedAnswer(slug, scope && (await getStoredInvitation(scope)));
}
