import { Temporal } from "temporal-polyfill";
import type { BookingScope } from "@/lib/auth/scopes";
import { fromTimestamp } from "@/lib/core/clock";
import { endOfDay, fromDateColumn } from "@/lib/core/local-date";
import { type Locale, type Localised, localised } from "@/lib/core/localised";
import { type SelfServiceDeadlines, selfServiceDeadlines } from "@/lib/events/rules/self-service-deadlines";
import { database } from "@/lib/platform/db";
import { combinedLines, type Quote, quoteOfLines } from "@/lib/ticketing/quote";
import type { Billing } from "../billing-schema";
import { closedBecause } from "../errors";
import type { RegistrationForm } from "../registration-form";
import { canBeErased, isOver } from "../rules/erasure";
import { type FormEvent, formOf, formSelect } from "../rules/form-of-event";
import { isPaymentDue } from "../rules/price-of-choice";
import { type SharedDetails, sharedQuestions } from "../rules/shared-details";
import { nextState, type RegistrationState } from "../rules/transitions";

/** One of the people of a booking, as whoever booked may see them: no answers, no diet, no access needs. */
export type BookedColleague = {
  readonly reference: string;
  readonly state: RegistrationState;
  /** Null as long as the name is to come. */
  readonly name: string | null;
  readonly email: string | null;
  readonly category: Localised;
  /** ISO dates. */
  readonly days: readonly string[];
  readonly sessionIds: readonly string[];
  /** Until when an offer or a place without a name is kept. */
  readonly expiresAt: Temporal.Instant | null;
  readonly canName: boolean;
  readonly canCancel: boolean;
  readonly canSubstitute: boolean;
};

export type MyBooking = {
  readonly reference: string;
  readonly registrantName: string;
  readonly registrantEmail: string;
  readonly registrantPhone: string | null;
  readonly locale: Locale;
  /** What is to be paid for everybody together, as it was when each place was taken, what was given back included. */
  readonly price: Quote | null;
  /** What the invoice is marked with, where something is to be paid. */
  readonly payerReference: string | null;
  /** What is said once for everybody. */
  readonly shared: SharedDetails;
  /** In the order in which they were booked; people who handed their place over are left out. */
  readonly people: readonly BookedColleague[];
  /** Whether more people can be added: registration is open. */
  readonly canAdd: boolean;
  /** Whether whoever booked can be erased: the event is over, or nobody is coming any more. */
  readonly canErase: boolean;
  readonly form: RegistrationForm;
};

/** A booking with everybody in it, for whoever holds its personal link. Throws when it was erased. */
export async function getBooking(scope: BookingScope, now: Temporal.Instant): Promise<MyBooking> {
  const row = await database().booking.findUniqueOrThrow({
    where: { id: scope.bookingId, eventId: scope.eventId },
    select: {
      reference: true,
      registrantName: true,
      registrantEmail: true,
      registrantPhone: true,
      locale: true,
      billing: true,
      answers: true,
      priceLines: {
        select: { kind: true, text: true, netOre: true, vatPerMille: true, currency: true },
        orderBy: [{ registrationId: "asc" }, { position: "asc" }],
      },
      event: { select: { ...formSelect, lastFreeCancelDay: true, lastCateringDay: true } },
      registrations: {
        where: { state: { not: "SUBSTITUTED" } },
        select: {
          reference: true,
          state: true,
          name: true,
          email: true,
          expiresAt: true,
          extendedThrough: true,
          category: { select: { name: true } },
          days: { select: { day: { select: { date: true } } }, orderBy: { day: { date: "asc" } } },
          sessions: { select: { sessionId: true } },
        },
        orderBy: { id: "asc" },
      },
    },
  });
  const { event, registrations, priceLines, billing, answers: stored, ...plain } = row;
  const form = formOf(event, null, now);
  const answers = stored as SharedDetails["answers"];
  const { canEdit } = deadlinesOf(event, null, now);
  const over = isOver(endOfDay(fromDateColumn(event.endsOn), event.timeZone), now);
  return {
    ...plain,
    price: quoteOfLines(combinedLines(priceLines.map((line) => ({ ...line, text: localised(line.text) })))),
    payerReference: referenceIn(billing),
    people: registrations.map((person) => colleague(person, event, form, now)),
    shared: {
      answers,
      questions: sharedQuestions(form, answers, canEdit),
      isPaymentDue: isPaymentDue(priceLines),
      billing: billing === null ? null : (billing as Billing),
    },
    canAdd: closedBecause(form) === null,
    canErase: registrations.every(({ state }) => canBeErased(state, over)),
    form,
  };
}

type Row = Omit<
  BookedColleague,
  "category" | "days" | "sessionIds" | "expiresAt" | "name" | "email" | `can${string}`
> & {
  readonly name: string;
  readonly email: string;
  readonly expiresAt: Date | null;
  readonly extendedThrough: Date | null;
  readonly category: { readonly name: unknown };
  readonly days: readonly { readonly day: { readonly date: Date } }[];
  readonly sessions: readonly { readonly sessionId: string }[];
};

function colleague(
  { state, reference, expiresAt, ...row }: Row,
  event: BookedEvent,
  form: RegistrationForm,
  now: Temporal.Instant,
): BookedColleague {
  const deadlines = deadlinesOf(event, row.extendedThrough, now);
  const isNamed = state !== "HELD";
  return {
    reference,
    state,
    name: isNamed ? row.name : null,
    email: isNamed ? row.email : null,
    category: localised(row.category.name),
    days: row.days.map(({ day }) => fromDateColumn(day.date).toString()),
    sessionIds: row.sessions.map(({ sessionId }) => sessionId),
    expiresAt: expiresAt && fromTimestamp(expiresAt),
    canName: state === "HELD" && expiresAt !== null && Temporal.Instant.compare(now, fromTimestamp(expiresAt)) < 0,
    canCancel:
      nextState(state, "cancel") !== null && (state === "CONFIRMED" ? deadlines.canCancel : deadlines.canSubstitute),
    canSubstitute: nextState(state, "substitute") !== null && deadlines.canSubstitute && form.window.state !== "over",
  };
}

type BookedEvent = FormEvent & { readonly lastFreeCancelDay: Date | null; readonly lastCateringDay: Date | null };

function deadlinesOf(event: BookedEvent, extendedThrough: Date | null, now: Temporal.Instant): SelfServiceDeadlines {
  const date = (column: Date | null) => column && fromDateColumn(column);
  return selfServiceDeadlines(
    {
      status: event.status,
      timeZone: event.timeZone,
      startsOn: fromDateColumn(event.startsOn),
      lastEditDay: date(event.lastEditDay),
      lastCancelDay: date(event.lastCancelDay),
      lastFreeCancelDay: date(event.lastFreeCancelDay),
      lastCateringDay: date(event.lastCateringDay),
      lastTopicDay: date(event.lastTopicDay),
      extendedThrough: date(extendedThrough),
    },
    now,
  );
}

function referenceIn(billing: unknown): string | null {
  const reference =
    billing !== null && typeof billing === "object" && "reference" in billing ? billing.reference : null;
  return typeof reference === "string" ? reference : null;
}
