import type { Temporal } from "temporal-polyfill";
import type { RegistrationScope } from "@/lib/auth/scopes";
import { fromTimestamp } from "@/lib/core/clock";
import { endOfDay, fromDateColumn } from "@/lib/core/local-date";
import { type Locale, type Localised, localised } from "@/lib/core/localised";
import { type SelfServiceDeadlines, selfServiceDeadlines } from "@/lib/events/rules/self-service-deadlines";
import { database } from "@/lib/platform/db";
import type { Quote } from "@/lib/ticketing/quote";
import { quoteOfLines } from "@/lib/ticketing/quote";
import type { Answer } from "../answers-schema";
import type { RegistrationForm } from "../registration-form";
import { settled } from "../rules/asked-questions";
import { canBeErased, isOver } from "../rules/erasure";
import { formOf, formSelect } from "../rules/form-of-event";
import { withOwnOptions } from "../rules/form-question";
import { pricedAsRegistered, usedCode } from "../rules/pricing-of-mine";
import { nextState, type RegistrationState } from "../rules/transitions";

export type Answers = Readonly<Record<string, Answer>>;

/** All that is stored about one registration, for the attendee. Instants and dates as `Temporal` where they are shown. */
export type MyRegistration = {
  readonly reference: string;
  readonly state: RegistrationState;
  readonly name: string;
  readonly email: string;
  readonly locale: Locale;
  readonly category: { readonly key: string; readonly name: Localised };
  readonly organisationName: string | null;
  readonly municipalityCode: string | null;
  readonly jobTitle: string | null;
  readonly days: readonly string[];
  readonly sessionIds: readonly string[];
  readonly answers: Answers;
  readonly diet: string | null;
  readonly access: string | null;
  /** What the place costs as it was when it was taken; null when nothing. */
  readonly price: Quote | null;
  /** Whether it has been said who pays for the booking. */
  readonly hasPayer: boolean;
  /** Whether the attendee made the booking, and something is said once for all of it: answers, or who pays. */
  readonly hasShared: boolean;
  readonly createdAt: Temporal.Instant;
  readonly calendarSequence: number;
  /** When the attendee agreed to be stored; null for somebody who has been put in another person's place and not been here. */
  readonly consentedAt: Temporal.Instant | null;
  /** A later last day given to this person alone. */
  readonly extendedThrough: Temporal.PlainDate | null;
  /** Whether the person may be erased: nothing that is to come depends on them. */
  readonly canErase: boolean;
  /** When a change was asked for that the organiser has not answered yet. */
  readonly requestedAt: Temporal.Instant | null;
  /** The event's form, for the names of what was chosen and for changing it. */
  readonly form: RegistrationForm;
} & SelfServiceDeadlines;

/** One registration with everything stored about it, for whoever holds its personal link. Throws when it was erased. */
export async function getRegistration(scope: RegistrationScope, now: Temporal.Instant): Promise<MyRegistration> {
  const row = await database().registration.findUniqueOrThrow({
    where: { id: scope.registrationId, eventId: scope.eventId },
    select: {
      reference: true,
      state: true,
      name: true,
      email: true,
      locale: true,
      organisationName: true,
      municipalityCode: true,
      jobTitle: true,
      answers: true,
      createdAt: true,
      calendarSequence: true,
      consentedAt: true,
      extendedThrough: true,
      category: { select: { id: true, key: true, name: true } },
      voucher: { select: { id: true, code: true, categoryId: true, offPerMille: true, offOre: true } },
      days: { select: { day: { select: { date: true } } }, orderBy: { day: { date: "asc" } } },
      sessions: { select: { sessionId: true }, orderBy: { session: { startsAt: "asc" } } },
      changeRequests: { where: { state: "OPEN" }, select: { createdAt: true } },
      needs: { select: { diet: true, access: true, answers: true } },
      booking: { select: { registrantEmail: true, answers: true, billing: true } },
      priceLines: {
        select: { kind: true, text: true, netOre: true, vatPerMille: true, currency: true },
        orderBy: { position: "asc" },
      },
      event: {
        select: {
          ...formSelect,
          lastFreeCancelDay: true,
          lastCateringDay: true,
          invitationsForwardable: true,
        },
      },
    },
  });
  const { event, days, sessions, needs, booking, category, voucher, createdAt, consentedAt, ...others } = row;
  const { changeRequests, priceLines, ...plain } = others;
  const extendedThrough = row.extendedThrough && fromDateColumn(row.extendedThrough);
  const as = {
    name: row.name,
    email: row.email,
    organisationName: row.organisationName,
    categoryId: category.id,
    extendedThrough: null,
  };
  const deadlines = selfServiceDeadlines(
    {
      status: event.status,
      timeZone: event.timeZone,
      startsOn: fromDateColumn(event.startsOn),
      lastEditDay: event.lastEditDay && fromDateColumn(event.lastEditDay),
      lastCancelDay: event.lastCancelDay && fromDateColumn(event.lastCancelDay),
      lastFreeCancelDay: event.lastFreeCancelDay && fromDateColumn(event.lastFreeCancelDay),
      lastCateringDay: event.lastCateringDay && fromDateColumn(event.lastCateringDay),
      lastTopicDay: event.lastTopicDay && fromDateColumn(event.lastTopicDay),
      extendedThrough,
    },
    now,
  );
  // What was answered for a whole booking is shown to whoever booked.
  const isBooker = booking.registrantEmail === row.email;
  const ofBooking = isBooker ? (booking.answers as Answers) : {};
  const answers = { ...ofBooking, ...(row.answers as Answers), ...(needs?.answers as Answers | null) };
  const registered = formOf(event, as, now, usedCode(voucher));
  const form = pricedAsRegistered(registered, category.key, fromTimestamp(createdAt));
  return {
    ...plain,
    ...deadlines,
    canEdit: row.state === "CONFIRMED" && deadlines.canEdit,
    // Who only waits frees nothing that somebody counts on, and may leave as long as a place may change hands.
    canCancel:
      nextState(row.state, "cancel") !== null &&
      (row.state === "CONFIRMED" ? deadlines.canCancel : deadlines.canSubstitute),
    // A place by invitation is the invited person's own, unless the organiser lets invitations be passed on.
    canSubstitute:
      nextState(row.state, "substitute") !== null &&
      deadlines.canSubstitute &&
      (event.access !== "INVITATION_ONLY" || event.invitationsForwardable),
    canErase: canBeErased(row.state, isOver(endOfDay(fromDateColumn(event.endsOn), event.timeZone), now)),
    requestedAt: changeRequests[0] ? fromTimestamp(changeRequests[0].createdAt) : null,
    extendedThrough,
    consentedAt: consentedAt && fromTimestamp(consentedAt),
    category: { key: category.key, name: localised(category.name) },
    days: days.map(({ day }) => fromDateColumn(day.date).toString()),
    sessionIds: sessions.map(({ sessionId }) => sessionId),
    answers,
    diet: needs?.diet ?? null,
    access: needs?.access ?? null,
    createdAt: fromTimestamp(createdAt),
    hasPayer: booking.billing !== null,
    hasShared: isBooker && (booking.billing !== null || form.questions.some(({ asked }) => asked === "BOOKING")),
    price: quoteOfLines(priceLines.map((line) => ({ ...line, text: localised(line.text) }))),
    form: { ...form, questions: questionsToChange(form, category.key, answers) },
  };
}

/** What somebody registered as and answered for the whole booking stands; the rest of the questions can be answered again. */
function questionsToChange(form: RegistrationForm, category: string, answers: Answers): RegistrationForm["questions"] {
  const questions = form.questions
    .map((one) => withOwnOptions(one, answers[one.key]))
    .map((one) => (one.asked === "BOOKING" ? { ...one, isClosed: true } : one));
  return settled(questions, category, answers);
}
