import { jsonRoute, onlyAllows, type RouteRequest } from "@/app/api/_answer/json-route";
import { readAsked, refusal } from "@/app/api/_answer/registering";
import { registerAttendee } from "@/lib/registrations/commands/register-attendee";

type Context = { params: Promise<{ slug: string }> };

/** Registers one person. The same command as the form's, in the same order of checks. */
export const POST = jsonRoute(async (request: RouteRequest, { params }: Context) => {
  const asked = await readAsked(request);
  if (asked instanceof Response) return asked;
  const result = await registerAttendee({ ...asked, slug: (await params).slug, invitation: null }, request.now);
  if (!result.ok) return refusal(result, asked.locale);
  const { reference, status } = result.value;
  const answer = { reference, status: status.toLowerCase() };
  return Response.json(answer, { status: 201, headers: { "cache-control": "no-store" } });
});

const refuse = onlyAllows("POST");

export { refuse as DELETE, refuse as GET, refuse as OPTIONS, refuse as PATCH, refuse as PUT };
