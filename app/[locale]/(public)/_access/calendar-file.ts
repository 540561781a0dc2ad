/** A calendar file as an answer, or 404 when there is none. Never stored on the way: the next one may differ. */
export function calendarFile(calendar: string | null, name: string): Response {
  const headers = { "Cache-Control": "private, no-store", "X-Content-Type-Options": "nosniff" };
  if (calendar === null) return new Response("404\n", { status: 404, headers });
  return new Response(calendar, {
    headers: {
      ...headers,
      "Content-Type": "text/calendar; charset=utf-8",
      "Content-Disposition": `attachment; filename="${name}.ics"`,
    },
  });
}
