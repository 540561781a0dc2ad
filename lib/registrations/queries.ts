import { Temporal } from "temporal-polyfill";
import type { InvitationScope, RegistrationScope } from "@/lib/auth/scopes";
import { buildCalendar } from "@/lib/core/calendar";
import { fromTimestamp } from "@/lib/core/clock";
import { coalesced } from "@/lib/core/coalesce";
import { endOfDay, fromDateColumn, localDate } from "@/lib/core/local-date";
import { type Locale, type Localised, localised, localisedOrNull } from "@/lib/core/localised";
import { isSlug } from "@/lib/core/slug";
import { type SelfServiceDeadlines, selfServiceDeadlines } from "@/lib/events/rules/self-service-deadlines";
import { localePath } from "@/lib/i18n/paths";
import { parseSender } from "@/lib/mail/rules/sender";
import { database } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";
import type { PriceLine } from "@/lib/ticketing/price-list";
import { findVoucher } from "@/lib/ticketing/queries/find-voucher";
import type { Quote } from "@/lib/ticketing/quote";
import { totals } from "@/lib/ticketing/rules/totals";
import { checkVoucher } from "@/lib/ticketing/rules/voucher";
import type { Answer } from "./answers-schema";
import { findRegistrationInMail } from "./queries/registration-in-mail";
import type { RegistrationForm } from "./registration-form";
import { settled } from "./rules/asked-questions";
import { besideEntries } from "./rules/beside-entries";
import { calendarEntry } from "./rules/calendar-entry";
import { canBeErased } from "./rules/erasure";
import { type FormEvent, formOf, formSelect, type GivenCode, type Invited } from "./rules/form-of-event";
import { readPrice } from "./rules/price-receipt";
import { maskAddress, readReceipt } from "./rules/receipt";
import { nextState, type RegistrationState } from "./rules/transitions";

/** What to do with a code that is known but expired or used up: show a form without it, or answer a submit made with it. */
export type CodePurpose = "show" | "answer";

/**
 * The registration form of a published event as it is now, or null. Drafts are not found. An invitation to this event opens
 * an invitation-only event and its own, otherwise hidden category; one to another event counts for nothing. So does a code
 * somebody typed; `form.code` tells why when it does not count.
 */
export async function findRegistrationForm(
  slug: string,
  invitation: InvitationScope | null,
  now: Temporal.Instant,
  typed: string | null = null,
  purpose: CodePurpose = "show",
): Promise<RegistrationForm | null> {
  const event = isSlug(slug) ? await findFormEvent(slug) : null;
  if (!event || event.status === "DRAFT") return null;
  const invited = await invitedTo(event.id, invitation);
  const code = typed === null ? null : await givenCode(event, { typed, purpose }, now);
  return invited || code ? formOf(event, invited, now, code) : publicForm(event, now);
}

async function givenCode(
  { id, timeZone }: FormEvent,
  { typed, purpose }: { readonly typed: string; readonly purpose: CodePurpose },
  now: Temporal.Instant,
): Promise<GivenCode> {
  const found = await findVoucher(id, typed);
  const checked = checkVoucher(found, localDate(now, timeZone).toString());
  const voucher = checked.ok || purpose === "answer" ? found : null;
  return { typed, voucher, voucherId: voucher?.id ?? null, failure: checked.ok ? null : checked.code };
}

const publicForms = new WeakMap<FormEvent, { readonly second: number; readonly form: RegistrationForm }>();

/** The form for everybody, made once for callers who share a read: deadlines are local midnights, so none falls within a second. */
function publicForm(event: FormEvent, now: Temporal.Instant): RegistrationForm {
  const second = Math.floor(now.epochMilliseconds / 1000);
  const made = publicForms.get(event);
  if (made?.second === second) return made.form;
  const form = formOf(event, null, now);
  publicForms.set(event, { second, form });
  return form;
}

const findFormEvent = coalesced(
  (slug): Promise<FormEvent | null> => database().event.findUnique({ where: { slug }, select: formSelect }),
);

async function invitedTo(eventId: string, invitation: InvitationScope | null): Promise<Invited | null> {
  if (invitation?.eventId !== eventId) return null;
  return database().invitation.findFirst({
    where: { id: invitation.invitationId, eventId },
    select: { name: true, email: true, organisationName: true, categoryId: true, extendedThrough: true },
  });
}

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
      days: { select: { day: { select: { date: true } } }, orderBy: { day: { date: "asc" } } },
      sessions: { select: { sessionId: true }, orderBy: { session: { startsAt: "asc" } } },
      changeRequests: { where: { state: "OPEN" }, select: { createdAt: true } },
      needs: { select: { diet: true, access: true, answers: true } },
      booking: { select: { registrantEmail: true, answers: true } },
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
  const { event, days, sessions, needs, booking, category, createdAt, consentedAt, ...others } = row;
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
  const ofBooking = booking.registrantEmail === row.email ? (booking.answers as Answers) : {};
  const answers = { ...ofBooking, ...(row.answers as Answers), ...(needs?.answers as Answers | null) };
  const form = formOf(event, as, now);
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
    canErase: canBeErased(
      row.state,
      Temporal.Instant.compare(now, endOfDay(fromDateColumn(event.endsOn), event.timeZone)) >= 0,
    ),
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
    price: quoteOf(priceLines.map((line) => ({ ...line, text: localised(line.text) }))),
    form: { ...form, questions: questionsToChange(form, category.key, answers) },
  };
}

/** What somebody registered as and answered for the whole booking stands; the rest of the questions can be answered again. */
function questionsToChange(form: RegistrationForm, category: string, answers: Answers): RegistrationForm["questions"] {
  const questions = form.questions.map((one) => (one.asked === "BOOKING" ? { ...one, isClosed: true } : one));
  return settled(questions, category, answers);
}

/** What the confirmation page shows: only what the sender typed and what the event is. */
export type Receipt = {
  readonly reference: string;
  readonly state: RegistrationState;
  readonly maskedEmail: string;
  readonly eventSlug: string;
  readonly title: Localised;
  readonly contactName: string;
  readonly contactEmail: string;
  readonly summary: Localised | null;
  /** What the sender was told it costs; null when nothing. */
  readonly price: Quote | null;
};

/** What a signed receipt of this event stands for, or null when it was not signed here or is another event's. */
export async function findReceipt(slug: string, receipt: string, price = ""): Promise<Receipt | null> {
  const told = readReceipt(receipt, env().AUTH_SECRET);
  if (!told || !isSlug(slug)) return null;
  const row = await database().registration.findFirst({
    where: { reference: told.reference, event: { slug } },
    select: {
      reference: true,
      email: true,
      event: { select: { slug: true, title: true, summary: true, contactName: true, contactEmail: true } },
    },
  });
  if (!row) return null;
  return {
    reference: row.reference,
    state: told.status,
    maskedEmail: maskAddress(row.email),
    eventSlug: row.event.slug,
    title: localised(row.event.title),
    summary: localisedOrNull(row.event.summary),
    price: quoteOf(readPrice(row.reference, price, env().AUTH_SECRET) ?? []),
    contactName: row.event.contactName,
    contactEmail: row.event.contactEmail,
  };
}

function quoteOf(lines: readonly PriceLine[]): Quote | null {
  return lines.length > 0 ? { lines, totals: totals(lines) } : null;
}

/** An invitation as the invited person sees it. */
export type MyInvitation = {
  readonly name: string;
  readonly state: "SENT" | "OPENED" | "ACCEPTED" | "DECLINED";
};

/** The invitation a personal link is for. Throws when it was erased. */
export async function getInvitation(scope: InvitationScope): Promise<MyInvitation> {
  return database().invitation.findUniqueOrThrow({
    where: { id: scope.invitationId, eventId: scope.eventId },
    select: { name: true, state: true },
  });
}

/**
 * An attendee's own calendar file: the entry their mails carry, under the same UID, and one for each chosen session beside
 * the days. A registration that is not confirmed is called off in it.
 */
export async function findMyCalendar(
  scope: RegistrationScope,
  locale: Locale,
  now: Temporal.Instant,
): Promise<string | null> {
  const registration = await findRegistrationInMail(scope.registrationId);
  if (!registration) return null;
  const { APP_URL: appUrl, MAIL_FROM } = env();
  const { name, address } = parseSender(MAIL_FROM);
  const eventUrl = appUrl + localePath(locale, `/events/${registration.event.slug}`);
  const entry = calendarEntry(registration, { appUrl, eventUrl, sender: { name, email: address } }, locale, now);
  const mine = await getRegistration(scope, now);
  const beside = registration.days.length > 0 ? besideEntries(mine, entry, registration.id, { appUrl, locale }) : [];
  const status = mine.state === "CONFIRMED" ? ("CONFIRMED" as const) : ("CANCELLED" as const);
  const entries = [entry, ...beside].map((one) => ({ ...one, status }));
  return buildCalendar({ method: "PUBLISH", entries, name: registration.event.title[locale] });
}
