import type { Temporal } from "temporal-polyfill";
import type { EventScope } from "@/lib/auth/scopes";
import { inBoth } from "@/lib/core/written";
import { Prisma } from "@/lib/platform/generated/client";
import { readTexts } from "../queries/event-basics";
import { textsSchema } from "../schema";
import { type SavedSection, type Section, type SentSection, saveSection } from "./save-section";

const section: Section<ReturnType<(typeof textsSchema)["parse"]>> = {
  name: "texts",
  schema: textsSchema,
  read: readTexts,
  async write(tx, { eventId }, input) {
    const both = (sv: string, en: string) => inBoth(sv, en) ?? Prisma.DbNull;
    await tx.event.update({
      where: { id: eventId },
      data: {
        description: both(input.descriptionSv, input.descriptionEn),
        practicalities: both(input.practicalitiesSv, input.practicalitiesEn),
        targetGroup: both(input.targetGroupSv, input.targetGroupEn),
      },
      select: { id: true },
    });
    return null;
  },
};

/** Saves what stands on the event's page: what it is about, for whom, and what one needs to know. */
export function saveTexts(scope: EventScope, sent: SentSection, now: Temporal.Instant): Promise<SavedSection> {
  return saveSection(section, scope, sent, now);
}
