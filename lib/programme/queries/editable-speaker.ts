import type { EventScope } from "@/lib/auth/scopes";
import { isUuid } from "@/lib/core/ids";
import { localisedOrNull } from "@/lib/core/localised";
import { ownEnglish } from "@/lib/core/written";
import { database } from "@/lib/platform/db";

/** A speaker of the organisation as the form about them is filled in, each field by name; null for another's. */
export async function findEditableSpeaker(
  { eventId, organisationId }: EventScope,
  id: string,
): Promise<Readonly<Record<string, string>> | null> {
  if (!isUuid(id)) return null;
  const speaker = await database().speaker.findFirst({
    where: { id, organisationId },
    select: {
      ...{ name: true, email: true, affiliation: true, locale: true, role: true, biography: true },
      sessions: { where: { session: { eventId } }, select: { sessionId: true, part: true } },
    },
  });
  if (!speaker) return null;
  const role = localisedOrNull(speaker.role);
  const biography = localisedOrNull(speaker.biography);
  return {
    ...{ name: speaker.name, email: speaker.email ?? "", affiliation: speaker.affiliation ?? "" },
    ...{ locale: speaker.locale, roleSv: role?.sv ?? "", roleEn: ownEnglish(role) },
    ...{ biographySv: biography?.sv ?? "", biographyEn: ownEnglish(biography) },
    ...Object.fromEntries(speaker.sessions.map(({ sessionId, part }) => [`part.${sessionId}`, part])),
  };
}

/** The organisation's speakers who are not at this event yet, by name: whom to add without writing them anew. */
export async function listOtherSpeakers({ eventId, organisationId }: EventScope) {
  return database().speaker.findMany({
    where: { organisationId, sessions: { none: { session: { eventId } } } },
    select: { id: true, name: true, affiliation: true },
    orderBy: [{ name: "asc" }, { id: "asc" }],
  });
}
