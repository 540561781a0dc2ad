import type { Temporal } from "temporal-polyfill";
import { fromTimestamp } from "@/lib/core/clock";
import { fromDateColumn, localDate } from "@/lib/core/local-date";
import { localised, localisedOrNull } from "@/lib/core/localised";
import { extendedDay } from "@/lib/events/rules/extended-day";
import { isInvitedOnly } from "@/lib/events/rules/invited-only";
import { placesLeft } from "@/lib/events/rules/places-left";
import { registrationWindow } from "@/lib/events/rules/registration-window";
import type { Discount } from "@/lib/ticketing/price-list";
import type { Voucher } from "@/lib/ticketing/rules/voucher";
import type { FormCode, RegistrationForm } from "../registration-form";
import { settled } from "./asked-questions";
import { type QuestionRow, questionOf } from "./form-question";
import { namingEnd } from "./naming-end";
import { pricesOf } from "./prices-of-event";

const asc = "asc" as const;

/** The columns a registration form is made of. */
export const formSelect = {
  id: true,
  revision: true,
  organisationId: true,
  slug: true,
  status: true,
  access: true,
  openToAllOn: true,
  invitationsForwardable: true,
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
  lastNamingDay: true,
  needsDeletedOn: true,
  contactName: true,
  contactEmail: true,
  organisation: { select: { name: true } },
  categories: { orderBy: [{ position: asc }, { key: asc }], include: { dayPrices: true } },
  days: { orderBy: { date: asc } },
  sessions: {
    where: { signUp: true, cancelledAt: null },
    select: {
      id: true,
      dayId: true,
      kind: true,
      title: true,
      priceOre: true,
      vatPerMille: true,
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
  earlyPriceOre: number | null;
  earlyUntil: Date | null;
  hidden: boolean;
  approval: boolean;
  dayPrices: { dayId: string; priceOre: number; earlyPriceOre: number | null }[];
};
type Day = { id: string; date: Date; title: unknown; opensAt: Date; closesAt: Date };
type Session = {
  id: string;
  dayId: string | null;
  kind: string;
  title: unknown;
  priceOre: number;
  vatPerMille: number;
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
  /** Rises with everything here but the places taken. */
  revision: number;
  organisationId: string;
  slug: string;
  status: "DRAFT" | "PUBLISHED" | "CANCELLED" | "ARCHIVED";
  access: "OPEN" | "INVITED_FIRST" | "INVITATION_ONLY";
  openToAllOn: Date | null;
  invitationsForwardable: boolean;
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
  lastNamingDay: Date | null;
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

/** A code somebody came with; `voucher` is what it does here, empty when it does nothing. */
export type GivenCode = FormCode & { readonly voucher: Voucher | null };

/** The form of an event as it is at `now`, for the public, for somebody who was invited, or for somebody with a code. */
export function formOf(
  event: FormEvent,
  invited: Invited | null,
  now: Temporal.Instant,
  code: GivenCode | null = null,
): RegistrationForm {
  const places = (isIts: (quota: Quota) => boolean) => placesLeft(event.quotas.find(isIts) ?? null, event.availability);
  const dates = new Map(event.days.map((day) => [day.id, isoDate(day.date)]));
  const lastRegistrationDay = extendedDay(
    fromDateColumn(event.lastRegistrationDay),
    invited?.extendedThrough ? fromDateColumn(invited.extendedThrough) : null,
  );
  const forInvited = invited === null && isForInvitedOnly(event, now);
  const opened = event.categories.find(({ id, hidden }) => hidden && id === code?.voucher?.categoryId);
  const categories = event.categories.filter(({ id, hidden }) => {
    if (id === opened?.id || id === invited?.categoryId) return true;
    // Into an event for invited people, a code lets its bearer in its own category only.
    return !hidden && !(forInvited && opened);
  });
  const prices = pricesOf({ ...event, categories });
  const discount = code?.voucher ? discountOf(code.voucher, event) : null;
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
    needsInvitation: categories.length === 0 || (forInvited && !opened),
    openToAllOn:
      forInvited && event.access === "INVITED_FIRST" && event.openToAllOn ? isoDate(event.openToAllOn) : null,
    invited: invited && {
      name: invited.name,
      email: invited.email,
      organisationName: invited.organisationName,
      categoryKey: categories.find((category) => category.id === invited.categoryId)?.key ?? null,
      isBound: !event.invitationsForwardable,
    },
    waitingList: event.waitingList,
    namingEndsAt:
      namingEnd(event.lastNamingDay && fromDateColumn(event.lastNamingDay), event.timeZone, now)?.toString() ?? null,
    pricing:
      prices || discount
        ? {
            list: prices ?? { dates: [], categories: [], sessions: [] },
            discount,
            on: localDate(now, event.timeZone).toString(),
          }
        : null,
    code: code && { typed: code.typed, voucherId: code.voucherId, failure: code.failure },
    takesCodes: event.quotas.some(({ voucherId }) => voucherId !== null),
    places: places((quota) => !quota.categoryId && !quota.dayId && !quota.sessionId && !quota.voucherId),
    categories: categories.map((category) => ({
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

function discountOf(voucher: Voucher, { categories }: FormEvent): Discount {
  const { code, categoryId, offPerMille, offOre } = voucher;
  return { code, category: categories.find(({ id }) => id === categoryId)?.key ?? null, offPerMille, offOre };
}

function isForInvitedOnly({ access, openToAllOn, timeZone }: FormEvent, now: Temporal.Instant): boolean {
  return isInvitedOnly({ access, openToAllOn: openToAllOn && fromDateColumn(openToAllOn), timeZone }, now);
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
