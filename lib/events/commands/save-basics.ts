import type { Temporal } from "temporal-polyfill";
import type { EventScope } from "@/lib/auth/scopes";
import { isUuid } from "@/lib/core/ids";
import { inBoth } from "@/lib/core/written";
import { readBasics } from "../queries/event-basics";
import { basicsSchema } from "../schema";
import { type FieldRefusals, type SavedSection, type Section, type SentSection, saveSection } from "./save-section";

/** Without an English text the Swedish stands for it, so that no page is ever blank. */
const BLANK = { sv: "", en: "" };

const section: Section<ReturnType<(typeof basicsSchema)["parse"]>> = {
  name: "basics",
  schema: basicsSchema,
  read: readBasics,
  async write(tx, { eventId, organisationId }, input): Promise<FieldRefusals | null> {
    const { slug: before, publishedAt } = await tx.event.findUniqueOrThrow({
      where: { id: eventId },
      select: { slug: true, publishedAt: true },
    });
    if (input.slug !== before) {
      if (publishedAt) return { slug: "slug_fixed" };
      const other = await tx.event.findUnique({ where: { slug: input.slug }, select: { id: true } });
      if (other) return { slug: "slug_taken" };
    }
    const known =
      input.series === "" ||
      (isUuid(input.series) && (await tx.series.count({ where: { organisationId, id: input.series } })) === 1);
    if (!known) return { series: "choice_unknown" };
    await tx.event.update({
      where: { id: eventId },
      data: {
        title: inBoth(input.titleSv, input.titleEn) ?? BLANK,
        summary: inBoth(input.summarySv, input.summaryEn) ?? BLANK,
        ...{ slug: input.slug, seriesId: input.series || null, unlisted: input.unlisted, accent: input.accent || null },
        ...{ contactName: input.contactName, contactEmail: input.contactEmail },
        ...{ contactPhone: input.contactPhone || null, pageOwner: input.pageOwner || null },
      },
      select: { id: true },
    });
    return null;
  },
};

/** Saves what an event is called, how it is found and who answers for it. Its address stays once it has been published. */
export function saveBasics(scope: EventScope, sent: SentSection, now: Temporal.Instant): Promise<SavedSection> {
  return saveSection(section, scope, sent, now);
}
