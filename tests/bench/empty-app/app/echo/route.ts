/** Parses the body and answers: the floor under any JSON route. */
export async function POST(request: Request): Promise<Response> {
  const body: unknown = await request.json();
  return Response.json({ reference: "AAAA-AAAA", status: body === null ? "empty" : "read" }, { status: 201 });
}
