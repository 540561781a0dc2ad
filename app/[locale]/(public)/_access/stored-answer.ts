/** What is stored as a JSON file that nobody else's browser or proxy keeps; 404 when there is nothing to open. */
export function storedAnswer(reference: string, stored: object | null): Response {
  const headers = { "Cache-Control": "private, no-store", "X-Content-Type-Options": "nosniff" };
  if (!stored) return new Response("404\n", { status: 404, headers });
  return new Response(JSON.stringify(stored, null, 2), {
    headers: {
      ...headers,
      "Content-Type": "application/json; charset=utf-8",
      "Content-Disposition": `attachment; filename="samling-${reference}.json"`,
    },
  });
}
