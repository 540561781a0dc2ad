import type { SpeakerScope } from "@/lib/auth/scopes";
import type { Locale } from "@/lib/core/localised";
import { database } from "@/lib/platform/db";

/** The speaker whose link this is: how to greet them and in which language. */
export async function getSpeaker(scope: SpeakerScope): Promise<{ readonly name: string; readonly locale: Locale }> {
  return database().speaker.findFirstOrThrow({
    where: { id: scope.speakerId, organisationId: scope.organisationId },
    select: { name: true, locale: true },
  });
}
