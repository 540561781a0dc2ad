import { Temporal } from "temporal-polyfill";
import { z } from "zod";
import { localisedSchema } from "@/lib/core/localised";

const instant = z.string().transform((text) => Temporal.Instant.from(text));
const venueSchema = z.object({
  name: z.string(),
  street: z.string().nullable(),
  postalCode: z.string().nullable(),
  city: z.string(),
});
const daySchema = z.object({
  id: z.string(),
  date: z.string().transform((text) => Temporal.PlainDate.from(text)),
  opensAt: instant,
  closesAt: instant,
});
const sessionSchema = z.object({
  id: z.string(),
  dayId: z.string().nullable(),
  title: localisedSchema,
  /** Attendees choose it by name; the others are for everybody who comes that day. */
  isChosen: z.boolean(),
  startsAt: instant,
  endsAt: instant,
  room: z.string().nullable(),
  isCancelled: z.boolean(),
});

/** An event's times and places, as the database's `event_times_and_places` writes them. */
export const timesAndPlacesSchema = z.object({
  timeZone: z.string(),
  venue: venueSchema.nullable(),
  days: z.array(daySchema),
  sessions: z.array(sessionSchema),
});
export type TimesAndPlaces = z.output<typeof timesAndPlacesSchema>;
type Venue = TimesAndPlaces["venue"];
type Day = TimesAndPlaces["days"][number];
type Session = TimesAndPlaces["sessions"][number];

/** One thing that is not as people were told. Null: there was none, or there is none any more. */
export type Difference =
  | { readonly kind: "place"; readonly was: Venue; readonly now: Venue }
  | { readonly kind: "day"; readonly was: Day; readonly now: Day | null }
  | {
      readonly kind: "session";
      readonly title: Session["title"];
      readonly was: Session | null;
      readonly now: Session | null;
    };

/** What somebody comes to: an attendee's days and the sessions they chose, by id. */
export type Coming = { readonly dayIds: readonly string[]; readonly sessionIds: readonly string[] };

/**
 * What differs between what people were told and what is now: all of it, or what concerns one person: the place, their days, the
 * sessions they chose, and those that are for everybody on their days. What has been added since is no difference. Whoever has
 * chosen no day comes to all of them.
 */
export function toldDifferences(was: TimesAndPlaces, now: TimesAndPlaces, coming: Coming | null): Difference[] {
  const isMoved = was.timeZone !== now.timeZone;
  const place: Difference[] = isSamePlace(was.venue, now.venue)
    ? []
    : [{ kind: "place", was: was.venue, now: now.venue }];
  const days = was.days
    .filter(({ id }) => comesOn(id, coming))
    .map((day): Difference => ({ kind: "day", was: day, now: now.days.find(({ id }) => id === day.id) ?? null }))
    .filter((one) => one.kind === "day" && (isMoved || !isSameDay(one.was, one.now)));
  const sessions = was.sessions
    .filter((session) => concerns(session, coming))
    .flatMap((session): Difference[] => {
      const then = session.isCancelled ? null : session;
      const present = now.sessions.find(({ id }) => id === session.id) ?? null;
      const today = present?.isCancelled ? null : present;
      const title = present?.title ?? session.title;
      return isSameSlot(then, today) && !(isMoved && today) ? [] : [{ kind: "session", title, was: then, now: today }];
    });
  return [...place, ...days, ...sessions];
}

const comesOn = (dayId: string, coming: Coming | null) =>
  !coming || coming.dayIds.length === 0 || coming.dayIds.includes(dayId);

function concerns({ id, dayId, isChosen }: Session, coming: Coming | null): boolean {
  if (!coming || coming.sessionIds.includes(id)) return true;
  return !isChosen && dayId !== null && comesOn(dayId, coming);
}

function isSamePlace(one: Venue, other: Venue): boolean {
  if (!one || !other) return one === other;
  return (["name", "street", "postalCode", "city"] as const).every((part) => one[part] === other[part]);
}

function isSameDay(one: Day, other: Day | null): boolean {
  return (
    other !== null &&
    one.date.equals(other.date) &&
    one.opensAt.equals(other.opensAt) &&
    one.closesAt.equals(other.closesAt)
  );
}

function isSameSlot(one: Session | null, other: Session | null): boolean {
  if (!one || !other) return one === other;
  return one.startsAt.equals(other.startsAt) && one.endsAt.equals(other.endsAt) && one.room === other.room;
}
