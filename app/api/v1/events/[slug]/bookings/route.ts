import { jsonRoute, onlyAllows, type RouteRequest } from "@/app/api/_answer/json-route";
import { readAsked, refusal, whatIsFull } from "@/app/api/_answer/registering";
import { type BookedPerson, bookColleagues } from "@/lib/registrations/commands/book-colleagues";

type Context = { params: Promise<{ slug: string }> };

/** Books places for several people. The same command as the form's; the answer tells what became of each, in their order. */
export const POST = jsonRoute(async (request: RouteRequest, { params }: Context) => {
  const asked = await readAsked(request);
  if (asked instanceof Response) return asked;
  const result = await bookColleagues({ ...asked, slug: (await params).slug }, request.now);
  if (!result.ok) return refusal(result, asked.locale);
  const { reference, people } = result.value;
  const answer = { reference, people: people.map(personDto) };
  return Response.json(answer, { status: 201, headers: { "cache-control": "no-store" } });
});

const refuse = onlyAllows("POST");

export { refuse as DELETE, refuse as GET, refuse as OPTIONS, refuse as PATCH, refuse as PUT };

function personDto(person: BookedPerson) {
  if (person.kind === "placed") return { reference: person.reference, status: person.status.toLowerCase() };
  if (person.kind === "code_used_up") return { reference: null, status: "full", level: "code", key: null };
  return { reference: null, status: "full", ...whatIsFull(person.full) };
}
