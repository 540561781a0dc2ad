import type { Temporal } from "temporal-polyfill";
import { fromDateColumn } from "@/lib/core/local-date";
import { type Localised, localised } from "@/lib/core/localised";
import { database } from "@/lib/platform/db";

/** The dates an event has one of, in the order in which they come in its life. */
export const EVENT_DATES = [
  ...(["registrationOpensOn", "openToAllOn", "lastTopicDay", "lastFreeCancelDay", "lastRegistrationDay"] as const),
  ...(["lastNamingDay", "lastCateringDay", "lastEditDay", "lastCancelDay", "needsDeletedOn"] as const),
] as const;
export type EditionDateKind = (typeof EVENT_DATES)[number] | "day" | "early" | "question";

export type EditionDate = {
  /** The same for the same date of another edition. */
  readonly key: string;
  readonly kind: EditionDateKind;
  /** What it is the day of, where an event can have many. */
  readonly name: Localised | null;
  readonly date: Temporal.PlainDate;
};

/** Every date of an event that moves with it, by when it falls. */
export async function getEditionDates(eventId: string): Promise<readonly EditionDate[]> {
  const event = await database().event.findUniqueOrThrow({
    where: { id: eventId },
    include: {
      days: { orderBy: { date: "asc" } },
      categories: { where: { earlyUntil: { not: null } } },
      questions: { where: { lastAnswerDay: { not: null }, retiredAt: null } },
    },
  });
  const found: (Omit<EditionDate, "date"> & { readonly date: Date | null })[] = [
    ...EVENT_DATES.map((kind) => ({ key: kind, kind, name: null, date: event[kind] })),
    ...event.days.map(({ date }, index) => ({ key: `day ${index}`, kind: "day" as const, name: null, date })),
    ...event.categories.map(({ key, name, earlyUntil }) => ({
      ...{ key: `early ${key}`, kind: "early" as const, name: localised(name), date: earlyUntil },
    })),
    ...event.questions.map(({ key, label, lastAnswerDay }) => ({
      ...{ key: `question ${key}`, kind: "question" as const, name: localised(label), date: lastAnswerDay },
    })),
  ];
  return found
    .flatMap(({ date, ...rest }) => (date ? [{ ...rest, date: fromDateColumn(date) }] : []))
    .toSorted((a, b) => a.date.since(b.date).days);
}
