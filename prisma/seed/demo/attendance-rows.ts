import { Temporal } from "temporal-polyfill";
import { toTimestamp } from "@/lib/core/clock";
import { newReference } from "@/lib/core/ids";
import { localDate, toDateColumn } from "@/lib/core/local-date";
import { MUNICIPALITIES } from "@/lib/core/municipality-register";
import type { RegistrationState } from "@/lib/platform/generated/client";
import { CONSENT_VERSION } from "@/lib/registrations/rules/consent";
import { later, registeredAt } from "@/prisma/seed/demo/booking-curve";
import { Choices } from "@/prisma/seed/demo/choices";
import { categoryId, dayId, eventId, needsDeletedOn, sessionId, span, ZONE } from "@/prisma/seed/demo/event-rows";
import { type Attendee, madeUpAttendee, madeUpNeeds } from "@/prisma/seed/demo/people/attendee";
import { addressName } from "@/prisma/seed/demo/people/names";
import { municipalityTitle, type Workplace } from "@/prisma/seed/demo/people/workplaces";
import type { EventPlan } from "@/prisma/seed/demo/plan";
import type { Rows } from "@/prisma/seed/demo/rows";
import { Seeded, seedId } from "@/prisma/seed/demo/seeded";

const REASONS = ["Förhinder", "Sjukdom", "Dubbelbokad", "Nämndsammanträde samma dag", "Byter tjänst"];

/** Fills one event with registrations: who holds a place, who gave it up, and what they chose. */
export class Registrations {
  private readonly seeded: Seeded;
  private readonly choices: Choices;
  private readonly taken = new Set<string>();
  private readonly past: boolean;
  private count = 0;
  private bookings = 0;

  constructor(
    private readonly rows: Rows,
    private readonly plan: EventPlan,
    private readonly now: Temporal.Instant,
  ) {
    this.seeded = new Seeded(`attendance:${plan.slug}`);
    this.choices = new Choices(this.seeded, plan);
    this.past = Temporal.PlainDate.compare(span(plan)[1], localDate(now, ZONE)) < 0;
  }

  /** Everybody of the plan's attendance. */
  addAll(): void {
    const { attendance } = this.plan;
    if (!attendance) return;
    this.addGroup();
    const [first] = Object.keys(attendance.confirmed);
    for (const [category, number] of Object.entries(attendance.confirmed)) {
      const substituted = category === first ? (attendance.substituted ?? 0) : 0;
      for (let i = 0; i < number; i++) {
        const booking = this.addBooking(this.attendee(category));
        if (i < substituted) this.addSubstituted(category, booking);
        else this.add(category, booking, "CONFIRMED");
      }
    }
    for (let i = 0; first && i < attendance.cancelled; i++) {
      this.add(first, this.addBooking(this.attendee(first)), "CANCELLED");
    }
    for (const [category, number] of Object.entries(attendance.waiting ?? {})) this.addLine(category, number);
  }

  /** Those who found a category full, numbered in the order in which they came. */
  private addLine(category: string, number: number): void {
    const bookings = Array.from({ length: number }, () => this.addBooking(this.attendee(category)));
    const before = this.rows.registration.filter(({ waitingNumber }) => waitingNumber).length;
    for (const [index, booking] of bookings.sort((a, b) => Temporal.Instant.compare(a.at, b.at)).entries()) {
      this.add(category, booking, "WAITLISTED", before + index + 1);
    }
  }

  /** One more with a place, such as somebody who accepts an invitation. */
  addConfirmed(category: string, attendee: Attendee): { registrationId: string; at: Temporal.Instant } {
    const booking = this.addBooking(attendee);
    return { registrationId: this.add(category, booking, "CONFIRMED"), at: booking.at };
  }

  /** Somebody new of a crowd, with an address nobody else at the event has. */
  newcomer(crowd: Parameters<typeof madeUpAttendee>[1], at?: Workplace): Attendee {
    return madeUpAttendee(this.seeded, crowd, this.taken, at);
  }

  private attendee(category: string, at?: Workplace): Attendee {
    const crowd = this.plan.attendance?.crowds[category];
    if (!crowd) throw new Error(`${this.plan.slug} says nothing of who its ${category} are`);
    return this.newcomer(crowd, at);
  }

  /** Colleagues registered by an administrator who stays at home. */
  private addGroup(): void {
    const group = this.plan.attendance?.group;
    if (!group) return;
    const entry = MUNICIPALITIES.find(({ name }) => name === group.municipality);
    if (!entry) throw new Error(`${group.municipality} is no municipality`);
    const workplace = {
      name: municipalityTitle(entry.name),
      municipalityCode: entry.code,
      domain: addressName(entry.name),
    };
    const booking = this.addBooking(this.attendee(group.category, workplace));
    for (let i = 0; i < group.size; i++) {
      this.add(group.category, { ...booking, attendee: this.attendee(group.category, workplace) }, "CONFIRMED");
    }
  }

  private addSubstituted(category: string, booking: Booked): void {
    const gaveWay = this.attendee(category, booking.attendee.workplace);
    this.add(category, { ...booking, attendee: gaveWay }, "SUBSTITUTED");
    this.add(category, { ...booking, at: later(this.seeded, booking.at, this.plan, this.now) }, "CONFIRMED");
  }

  private addBooking(attendee: Attendee): Booked {
    const at = registeredAt(this.seeded, this.plan, this.now);
    const id = seedId(`booking:${this.plan.slug}:${this.bookings++}`);
    this.rows.booking.push({
      id,
      eventId: eventId(this.plan),
      reference: this.reference(),
      registrantName: attendee.name,
      registrantEmail: attendee.email,
      locale: attendee.locale,
      createdAt: toTimestamp(at),
    });
    return { id, attendee, at };
  }

  private add(
    category: string,
    { id: bookingId, attendee, at }: Booked,
    state: RegistrationState,
    waitingNumber: number | null = null,
  ): string {
    const id = seedId(`registration:${this.plan.slug}:${this.count++}`);
    const left = state === "CONFIRMED" || waitingNumber ? null : later(this.seeded, at, this.plan, this.now);
    this.rows.registration.push({
      id,
      eventId: eventId(this.plan),
      bookingId,
      categoryId: categoryId(this.plan, category),
      reference: this.reference(),
      state,
      waitingNumber,
      name: attendee.name,
      email: attendee.email,
      emailNormalised: attendee.email,
      organisationName: attendee.workplace.name,
      municipalityCode: attendee.workplace.municipalityCode,
      jobTitle: attendee.title,
      locale: attendee.locale,
      answers: this.choices.answers(category),
      consentedAt: toTimestamp(at),
      consentVersion: CONSENT_VERSION,
      protectedIdentity: this.seeded.chance(0.004),
      createdAt: toTimestamp(at),
      updatedAt: toTimestamp(left ?? at),
    });
    this.addTransitions(id, state, at, left);
    this.addChoices(id, state);
    return id;
  }

  private addTransitions(
    registrationId: string,
    state: RegistrationState,
    at: Temporal.Instant,
    left: Temporal.Instant | null,
  ): void {
    const actorKind = "ATTENDEE";
    const rows = this.rows.registrationTransition;
    const came = left ? "CONFIRMED" : state;
    rows.push({ registrationId, toState: came, actorKind, at: toTimestamp(at) });
    if (!left) return;
    const reason = this.seeded.pick(REASONS);
    rows.push({ registrationId, fromState: came, toState: state, actorKind, reason, at: toTimestamp(left) });
  }

  private addChoices(registrationId: string, state: RegistrationState): void {
    const takes = state === "CONFIRMED";
    const days = this.choices.chooseDays(takes);
    const of = { registrationId, eventId: eventId(this.plan) };
    this.rows.registrationDay.push(...days.map((day) => ({ ...of, dayId: dayId(this.plan, day) })));
    const sessions = this.choices.chooseSessions(days, takes);
    this.rows.registrationSession.push(...sessions.map((key) => ({ ...of, sessionId: sessionId(this.plan, key) })));
    const needs = madeUpNeeds(this.seeded);
    // Past events keep none: their day of deletion has come.
    const deleteAfter = needsDeletedOn(this.plan);
    if (needs && takes && !this.past) {
      this.rows.sensitiveNeeds.push({ registrationId, ...needs, deleteAfter: toDateColumn(deleteAfter) });
    }
  }

  private reference(): string {
    return newReference((limit) => this.seeded.below(limit));
  }
}

type Booked = { readonly id: string; readonly attendee: Attendee; readonly at: Temporal.Instant };
