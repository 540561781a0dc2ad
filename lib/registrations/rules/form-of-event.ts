import { Temporal } from "temporal-polyfill";
import { fromTimestamp } from "@/lib/core/clock";
import { fromDateColumn, startOfDay } from "@/lib/core/local-date";
import { localised, localisedOrNull } from "@/lib/core/localised";
import { extendedDay } from "@/lib/events/rules/extended-day";
import { placesLeft } from "@/lib/events/rules/places-left";
import { registrationWindow } from "@/lib/events/rules/registration-window";
import type { RegistrationForm } from "../registration-form";
import { settled } from "./asked-questions";
import { type QuestionRow, questionOf } from "./form-question";

const asc = "asc" as const;

/** The columns a registration form is made of. */
export const formSelect = {
  id: true,
  organisationId: true,
  slug: true,
  status: true,
  access: true,
  openToAllOn: true,
  approval: true,
  waitingList: true,
  availability: true,
  title: true,
  timeZone: true,
  startsOn: true,
  endsOn: true,
  registrationOpensOn: true,
  lastRegistrationDay: true,
  lastEditDay: true,
  lastCancelDay: true,
  lastTopicDay: true,
  needsDeletedOn: true,
  contactName: true,
  contactEmail: true,
  organisation: { select: { name: true } },
  categories: { orderBy: [{ position: asc }, { key: asc }] },
  days: { orderBy: { date: asc } },
  sessions: {
    where: { signUp: true, cancelledAt: null },
    select: {
      id: true,
      dayId: true,
      kind: true,
      title: true,
      startsAt: true,
      endsAt: true,
      room: { select: { name: true } },
    },
    orderBy: [{ startsAt: asc }, { id: asc }],
  },
  questions: { where: { retiredAt: null }, orderBy: [{ position: asc }, { key: asc }] },
  quotas: { select: { categoryId: true, dayId: true, sessionId: true, voucherId: true, capacity: true, used: true } },
};

type Category = {
  id: string;
  key: string;
  name: unknown;
  description: unknown;
  priceOre: number;
  currency: string;
  vatPerMille: number;
  hidden: boolean;
  approval: boolean;
};
type Day = { id: string; date: Date; title: unknown; opensAt: Date; closesAt: Date };
type Session = {
  id: string;
  dayId: string | null;
  kind: string;
  title: unknown;
  startsAt: Date;
  endsAt: Date;
  room: { name: string } | null;
};
type Quota = {
  categoryId: string | null;
  dayId: string | null;
  sessionId: string | null;
  voucherId: string | null;
  capacity: number | null;
  used: number;
};

/** An event read with `formSelect`. */
export type FormEvent = {
  id: string;
  organisationId: string;
  slug: string;
  status: "DRAFT" | "PUBLISHED" | "CANCELLED" | "ARCHIVED";
  access: "OPEN" | "INVITED_FIRST" | "INVITATION_ONLY";
  openToAllOn: Date | null;
  approval: boolean;
  waitingList: boolean;
  availability: "EXACT" | "FEW" | "HIDDEN";
  title: unknown;
  timeZone: string;
  startsOn: Date;
  endsOn: Date;
  registrationOpensOn: Date | null;
  lastRegistrationDay: Date;
  lastEditDay: Date | null;
  lastCancelDay: Date | null;
  lastTopicDay: Date | null;
  needsDeletedOn: Date;
  contactName: string;
  contactEmail: string;
  organisation: { name: string };
  categories: Category[];
  days: Day[];
  sessions: Session[];
  questions: QuestionRow[];
  quotas: Quota[];
};

/** Somebody who may come by name: through an invitation, or because they are registered already. */
export type Invited = {
  name: string;
  email: string;
  organisationName: string | null;
  categoryId: string | null;
  /** This person may register through this day, later than everybody else. */
  extendedThrough: Date | null;
};

const isoDate = (date: Date) => fromDateColumn(date).toString();
const isoInstant = (date: Date) => fromTimestamp(date).toString();

/** The form of an event as it is at `now`, for the public or for somebody who was invited. */
export function formOf(event: FormEvent, invited: Invited | null, now: Temporal.Instant): RegistrationForm {
  const places = (isIts: (quota: Quota) => boolean) => placesLeft(event.quotas.find(isIts) ?? null, event.availability);
  const dates = new Map(event.days.map((day) => [day.id, isoDate(day.date)]));
  const lastRegistrationDay = extendedDay(
    fromDateColumn(event.lastRegistrationDay),
    invited?.extendedThrough ? fromDateColumn(invited.extendedThrough) : null,
  );
  const categories = event.categories.filter((category) => !category.hidden || category.id === invited?.categoryId);
  return {
    eventId: event.id,
    organisationId: event.organisationId,
    slug: event.slug,
    title: localised(event.title),
    organiser: event.organisation.name,
    timeZone: event.timeZone,
    startsOn: isoDate(event.startsOn),
    endsOn: isoDate(event.endsOn),
    registrationOpensOn: event.registrationOpensOn && isoDate(event.registrationOpensOn),
    lastRegistrationDay: lastRegistrationDay.toString(),
    needsDeletedOn: isoDate(event.needsDeletedOn),
    contactName: event.contactName,
    contactEmail: event.contactEmail,
    window: windowOf(event, lastRegistrationDay, now),
    needsInvitation: categories.length === 0 || (invited === null && isForInvitedOnly(event, now)),
    invited: invited && {
      name: invited.name,
      email: invited.email,
      organisationName: invited.organisationName,
      categoryKey: categories.find((category) => category.id === invited.categoryId)?.key ?? null,
    },
    waitingList: event.waitingList,
    places: places((quota) => !quota.categoryId && !quota.dayId && !quota.sessionId && !quota.voucherId),
    categories: categories.map(({ hidden: _, ...category }) => ({
      id: category.id,
      key: category.key,
      name: localised(category.name),
      description: localisedOrNull(category.description),
      priceOre: category.priceOre,
      currency: category.currency,
      vatPerMille: category.vatPerMille,
      approval: event.approval || category.approval,
      places: places((quota) => quota.categoryId === category.id),
    })),
    days: event.days.map((day) => ({
      id: day.id,
      date: isoDate(day.date),
      title: localisedOrNull(day.title),
      opensAt: isoInstant(day.opensAt),
      closesAt: isoInstant(day.closesAt),
      places: places((quota) => quota.dayId === day.id),
    })),
    sessions: event.sessions.map((session) => ({
      id: session.id,
      date: session.dayId === null ? null : (dates.get(session.dayId) ?? null),
      kind: session.kind,
      title: localised(session.title),
      startsAt: isoInstant(session.startsAt),
      endsAt: isoInstant(session.endsAt),
      room: session.room?.name ?? null,
      places: places((quota) => quota.sessionId === session.id),
    })),
    // With one category there is nothing to choose: what depends on it is settled.
    questions: settled(
      event.questions.map((question) => questionOf(question, event, now)),
      categories.length === 1 ? (categories[0]?.key ?? null) : null,
      {},
    ),
  };
}

function isForInvitedOnly({ access, openToAllOn, timeZone }: FormEvent, now: Temporal.Instant): boolean {
  if (access !== "INVITED_FIRST") return access === "INVITATION_ONLY";
  return openToAllOn !== null && Temporal.Instant.compare(now, startOfDay(fromDateColumn(openToAllOn), timeZone)) < 0;
}

function windowOf(
  event: FormEvent,
  lastRegistrationDay: Temporal.PlainDate,
  now: Temporal.Instant,
): RegistrationForm["window"] {
  const window = registrationWindow(
    {
      status: event.status,
      timeZone: event.timeZone,
      registrationOpensOn: event.registrationOpensOn && fromDateColumn(event.registrationOpensOn),
      lastRegistrationDay,
      endsOn: fromDateColumn(event.endsOn),
    },
    now,
  );
  return {
    state: window.state,
    opensAt: window.opensAt?.toString() ?? null,
    closesAt: window.closesAt.toString(),
  };
}
