import { apiError, jsonRoute, onlyAllows, type RouteRequest } from "@/app/api/_answer/json-route";
import { findPublishedEvent } from "@/lib/events/queries/published-event";
import { findRegistrationForm } from "@/lib/registrations/queries/registration-form";
import { eventDetailDto } from "../../_dto/event";

type Context = { params: Promise<{ slug: string }> };

/** One published event, also an unlisted one, with the choices a registration may make. */
export const GET = jsonRoute(async ({ locale, now }: RouteRequest, { params }: Context) => {
  const { slug } = await params;
  const [event, form] = await Promise.all([findPublishedEvent(slug, now), findRegistrationForm(slug, null, now)]);
  if (!event || !form) return apiError(404, "not_found", locale);
  return Response.json(eventDetailDto(event, form), { headers: { "cache-control": "no-store" } });
});

const refuse = onlyAllows("GET", "HEAD");

export { refuse as DELETE, refuse as OPTIONS, refuse as PATCH, refuse as POST, refuse as PUT };
