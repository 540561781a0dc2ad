import { z } from "zod";
import { apiError, jsonRoute, onlyAllows } from "@/app/api/_answer/json-route";
import { listPublishedEvents } from "@/lib/events/queries/published-events";
import { eventDto } from "../_dto/event";

const digits = z.string().regex(/^\d{1,6}$/);
const pageSchema = z.object({
  page: digits.transform(Number).pipe(z.int().min(1)).default(1),
  per_page: digits.transform(Number).pipe(z.int().min(1).max(100)).default(50),
});

/** Published, listed events, a page at a time: upcoming ones first, soonest first, then past ones by series. */
export const GET = jsonRoute(async ({ request, locale, now }) => {
  const asked = new URL(request.url).searchParams;
  const pages = pageSchema.safeParse({
    page: asked.get("page") ?? undefined,
    per_page: asked.get("per_page") ?? undefined,
  });
  if (!pages.success) return apiError(422, "page_invalid", locale);
  const { page, per_page: perPage } = pages.data;
  const { upcoming, past } = await listPublishedEvents(now);
  const all = [...upcoming, ...past.flatMap(({ events }) => events)];
  const events = all.slice((page - 1) * perPage, page * perPage).map(eventDto);
  return Response.json({ events, page, perPage, total: all.length }, { headers: { "cache-control": "no-store" } });
});

const refuse = onlyAllows("GET", "HEAD");

export { refuse as DELETE, refuse as OPTIONS, refuse as PATCH, refuse as POST, refuse as PUT };
