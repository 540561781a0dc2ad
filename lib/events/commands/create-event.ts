import { Temporal } from "temporal-polyfill";
import { recordAudit } from "@/lib/audit/commands/record-audit";
import type { UserScope } from "@/lib/auth/scopes";
import { toTimestamp } from "@/lib/core/clock";
import { newId } from "@/lib/core/ids";
import { atLocalTime, toDateColumn } from "@/lib/core/local-date";
import { type Failure, fail, type Ok, ok } from "@/lib/core/result";
import { slugOf } from "@/lib/core/slug";
import { fieldCodes } from "@/lib/core/written";
import { inTransaction } from "@/lib/platform/transaction";
import type { EventFieldCode } from "../errors";
import { listEditableOrganisations } from "../queries/editable-organisations";
import { freeSlug } from "../rules/free-slug";
import { proposedDeadlines } from "../rules/proposed-deadlines";
import { newEventSchema } from "../schema";

export const MOST_DAYS = 31;
const ZONE = "Europe/Stockholm";

type Created =
  | Ok<{ readonly slug: string; readonly organisationId: string }>
  | Failure<"invalid", Readonly<Record<string, EventFieldCode>>>;

/**
 * Creates a draft from the least that makes an event, in the name of an organisation that the user owns or edits: its days from
 * nine to half past four, one category, a quota for the whole event and proposed deadlines, all to be changed afterwards.
 */
export async function createEvent(user: UserScope, body: unknown, now: Temporal.Instant): Promise<Created> {
  const parsed = newEventSchema.safeParse(body);
  if (!parsed.success) return fail("invalid", fieldCodes<EventFieldCode>(parsed.error.issues));
  const input = parsed.data;
  const startsOn = Temporal.PlainDate.from(input.startsOn);
  const endsOn = Temporal.PlainDate.from(input.endsOn);
  const dayCount = endsOn.since(startsOn).days + 1;
  if (dayCount > MOST_DAYS) return fail("invalid", { endsOn: "too_many_days" });
  const lastRegistrationDay = Temporal.PlainDate.from(input.lastRegistrationDay);
  const deadlines = proposedDeadlines({ startsOn, endsOn, lastRegistrationDay });
  return inTransaction(async (tx): Promise<Created> => {
    const mine = await listEditableOrganisations(user, tx);
    const organisation = mine.find(({ id }) => id === input.organisation);
    if (!organisation) return fail("invalid", { organisation: input.organisation ? "choice_unknown" : "required" });
    if (input.series && !organisation.series.some(({ id }) => id === input.series))
      return fail("invalid", { series: "choice_unknown" });
    const wished = slugOf(input.title);
    const like = await tx.event.findMany({
      where: { slug: { startsWith: wished || "evenemang" } },
      select: { slug: true },
    });
    const slug = freeSlug(wished, startsOn.year, new Set(like.map((one) => one.slug)));
    const eventId = newId(now);
    const { id: organisationId } = organisation;
    await tx.event.create({
      data: {
        ...{ id: eventId, organisationId, seriesId: input.series || null, slug, timeZone: ZONE },
        title: { sv: input.title, en: input.title },
        summary: { sv: "", en: "" },
        startsOn: toDateColumn(startsOn),
        endsOn: toDateColumn(endsOn),
        lastRegistrationDay: toDateColumn(lastRegistrationDay),
        lastEditDay: toDateColumn(deadlines.lastEditDay),
        lastCancelDay: toDateColumn(deadlines.lastCancelDay),
        lastCateringDay: toDateColumn(deadlines.lastCateringDay),
        needsDeletedOn: toDateColumn(deadlines.needsDeletedOn),
        venueSteps: [...input.venueSteps],
        contactName: input.contactName,
        contactEmail: input.contactEmail,
        createdAt: toTimestamp(now),
        days: {
          create: Array.from({ length: dayCount }, (_, index) => {
            const date = startsOn.add({ days: index });
            return {
              date: toDateColumn(date),
              opensAt: toTimestamp(atLocalTime(date, "09:00", ZONE)),
              closesAt: toTimestamp(atLocalTime(date, "16:30", ZONE)),
            };
          }),
        },
        quotas: { create: { capacity: null } },
        categories: { create: { key: "deltagare", name: { sv: "Deltagare", en: "Participant" } } },
      },
      select: { id: true },
    });
    const actor = { kind: "USER", id: user.userId } as const;
    await recordAudit(tx, { organisationId, eventId, actor, action: "event.created", subjectId: eventId }, now);
    return ok({ slug, organisationId });
  });
}
