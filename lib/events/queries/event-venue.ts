import type { EventScope } from "@/lib/auth/scopes";
import { localisedOrNull } from "@/lib/core/localised";
import { ownEnglish } from "@/lib/core/written";
import { database, type Transaction } from "@/lib/platform/db";
import { sectionMark } from "../rules/section";

/** The place of an event and its rooms as the fields of their form. */
export async function readVenue(eventId: string, db: Transaction = database()): Promise<Record<string, string>> {
  const { venue } = await db.event.findUniqueOrThrow({
    where: { id: eventId },
    select: {
      venue: {
        select: {
          ...{ id: true, name: true, street: true, postalCode: true, city: true, travel: true, accessibility: true },
          rooms: { select: { id: true, name: true, seats: true }, orderBy: { name: "asc" } },
        },
      },
    },
  });
  const travel = localisedOrNull(venue?.travel);
  const accessibility = localisedOrNull(venue?.accessibility);
  const rooms = (venue?.rooms ?? []).flatMap(({ id, name, seats }) => [
    [`rooms.${id}.name`, name] as const,
    [`rooms.${id}.seats`, String(seats ?? "")] as const,
  ]);
  return {
    ...{ venue: venue?.id ?? "", name: venue?.name ?? "", street: venue?.street ?? "" },
    ...{ postalCode: venue?.postalCode ?? "", city: venue?.city ?? "" },
    ...{ travelSv: travel?.sv ?? "", travelEn: ownEnglish(travel) },
    ...{ accessibilitySv: accessibility?.sv ?? "", accessibilityEn: ownEnglish(accessibility) },
    ...Object.fromEntries(rooms),
  };
}

/** The place with its mark, the organisation's other places, and how many of its events are at the same one. */
export async function getEventVenue({ eventId, organisationId }: EventScope) {
  const [fields, venues] = await Promise.all([
    readVenue(eventId),
    database().venue.findMany({
      where: { organisationId },
      select: { id: true, name: true, city: true, _count: { select: { events: true } } },
      orderBy: [{ name: "asc" }, { id: "asc" }],
    }),
  ]);
  return {
    fields,
    mark: sectionMark(fields),
    venues: venues.map(({ id, name, city }) => ({ id, name, city })),
    sharedWith: (venues.find(({ id }) => id === fields["venue"])?._count.events ?? 1) - 1,
  };
}
