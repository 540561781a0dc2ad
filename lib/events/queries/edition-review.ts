import { Temporal } from "temporal-polyfill";
import type { EventScope } from "@/lib/auth/scopes";
import { fromDateColumn, localDate } from "@/lib/core/local-date";
import { type Localised, localised } from "@/lib/core/localised";
import { database } from "@/lib/platform/db";
import { staleMentions } from "../rules/edition-mentions";
import { dayCaution, editionDays, proposedFirstDay, readFirstDay } from "../rules/edition-shift";
import { type EditionDate, getEditionDates } from "./edition-dates";
import { type EditionText, getEditionTexts } from "./edition-texts";

export type ReviewedDate = Omit<EditionDate, "date"> & {
  readonly before: Temporal.PlainDate | null;
  readonly after: Temporal.PlainDate;
  /** What is worth a thought: a holiday, a weekend, a day that has been. What nobody has to be at work for gets none. */
  readonly caution: "holiday" | "weekend" | "past" | null;
};
export type Mention = Omit<EditionText, "text"> & {
  readonly key: string;
  readonly words: readonly string[];
};

/** A next edition to look through: `planned` before it is made, from what it will be; `made` while it is a draft, as it is. */
export type EditionReview = {
  readonly stage: "planned" | "made";
  readonly title: Localised;
  readonly firstDay: Temporal.PlainDate;
  readonly dates: readonly ReviewedDate[];
  readonly mentions: readonly Mention[];
  readonly contact: { readonly name: string; readonly email: string; readonly pageOwner: string | null };
  readonly bodies: readonly string[];
  /** How much is carried over, and how much of what stays behind there is. */
  readonly carried: Readonly<Record<"sessions" | "categories" | "questions" | "reminderRules" | "ownTexts", number>>;
  readonly left: Readonly<Record<"registrations" | "invitations" | "vouchers" | "speakers", number>>;
};

/**
 * What to look through in the next edition: every date beside the one before it, every text that still speaks of another year
 * or date, who is asked, and what is not carried. `wished` is the first day that the organiser
 * has chosen ("2027-11-15"); anything else stands for the proposed one.
 */
export async function getEditionReview(
  { eventId }: Pick<EventScope, "eventId">,
  wished: string,
  now: Temporal.Instant,
): Promise<EditionReview> {
  const db = database();
  const event = await db.event.findUniqueOrThrow({
    where: { id: eventId },
    include: {
      coOrganisers: { include: { organisation: { select: { name: true } } }, orderBy: { position: "asc" } },
      _count: { select: { registrations: true, invitations: true, vouchers: true, ownTexts: true } },
    },
  });
  const startsOn = fromDateColumn(event.startsOn);
  const made = event.status === "DRAFT" && event.seriesId;
  const previous = made
    ? await db.event.findFirst({
        where: { seriesId: event.seriesId, organisationId: event.organisationId, startsOn: { lt: event.startsOn } },
        ...{ orderBy: { startsOn: "desc" as const }, select: { id: true } },
      })
    : null;
  const firstDay = previous
    ? startsOn
    : (readFirstDay(wished) ?? proposedFirstDay(startsOn, localDate(now, event.timeZone)));
  const own = await getEditionDates(eventId);
  const older = new Map((previous ? await getEditionDates(previous.id) : own).map((date) => [date.key, date.date]));
  const days = editionDays(startsOn, firstDay);
  const today = localDate(now, event.timeZone);
  const dates = own.map(({ date, ...rest }): ReviewedDate => {
    const after = date.add({ days });
    const isPast = Temporal.PlainDate.compare(after, today) < 0 && rest.kind !== "registrationOpensOn";
    const caution = isPast ? "past" : rest.kind === "needsDeletedOn" ? null : dayCaution(after);
    return { ...rest, before: older.get(rest.key) ?? null, after, caution };
  });
  const compared = { before: [...older.values()], after: dates.map(({ after }) => after) };
  const texts = (await getEditionTexts(eventId)).map(({ text, ...rest }, index) => ({
    ...{ ...rest, key: `${rest.kind} ${index}`, words: staleMentions(text, compared) },
  }));
  const live = { eventId };
  return {
    stage: previous ? "made" : "planned",
    title: localised(event.title),
    firstDay,
    dates,
    // The year in the title moves by itself when the edition is made.
    mentions: texts.filter(({ kind, words }) => words.length > 0 && (previous || kind !== "title")),
    contact: { name: event.contactName, email: event.contactEmail, pageOwner: event.pageOwner },
    bodies: event.coOrganisers.map(({ organisation }) => organisation.name),
    carried: {
      sessions: await db.session.count({ where: { ...live, cancelledAt: null } }),
      categories: await db.category.count({ where: live }),
      questions: await db.question.count({ where: { ...live, retiredAt: null } }),
      reminderRules: await db.reminderRule.count({ where: { ...live, removedAt: null } }),
      ownTexts: event._count.ownTexts,
    },
    left: {
      registrations: event._count.registrations,
      invitations: event._count.invitations,
      vouchers: event._count.vouchers,
      speakers: await db.speaker.count({ where: { sessions: { some: { session: live } } } }),
    },
  };
}
