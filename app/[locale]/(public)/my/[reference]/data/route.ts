import { currentInstant } from "@/lib/core/clock";
import { getStoredData } from "@/lib/registrations/queries/stored-data";
import { findMyScope } from "../../../_access/my-registration";

/** Everything stored about the attendee as a JSON file, for the browser that opened their link. */
export async function GET(_request: Request, { params }: RouteContext<"/[locale]/my/[reference]/data">) {
  const { reference } = await params;
  const headers = { "Cache-Control": "private, no-store", "X-Content-Type-Options": "nosniff" };
  const scope = await findMyScope(reference, currentInstant());
  if (!scope) return new Response("404\n", { status: 404, headers });
  return new Response(JSON.stringify(await getStoredData(scope), null, 2), {
    headers: {
      ...headers,
      "Content-Type": "application/json; charset=utf-8",
      "Content-Disposition": `attachment; filename="samling-${reference}.json"`,
    },
  });
}
