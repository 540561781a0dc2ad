import type { Temporal } from "temporal-polyfill";
import type { BookingInLetter } from "@/emails/booking-made";
import type { Practicalities } from "@/emails/practical-information";
import type { RegistrationInLetter } from "@/emails/registration-in-letter";
import { atLocalTime } from "@/lib/core/local-date";
import type { Locale } from "@/lib/core/localised";
import type { EventInMail } from "@/lib/events/queries/event-in-mail";

/** What samples of an event's letters are made of. */
export type SampleGround = {
  /** The address of the event's page. */
  readonly page: (locale: Locale) => string;
  readonly event: EventInMail;
  readonly practicalities: Practicalities;
  readonly sessions: RegistrationInLetter["sessions"];
  /** A real person to read them as; somebody who does not exist when there is none. */
  readonly person?: RegistrationInLetter;
};

/** Nobody: the person whom samples are written to. */
const SOMEBODY = "Åsa Öberg";
const REFERENCE = "K7QX-2M9F";

/** Everything a sample needs, of the event's own data and a person who does not exist. Its links lead to the event's page. */
export function sampleOf({ page, event, practicalities, sessions, person }: SampleGround, locale: Locale) {
  const link = page(locale);
  const [first] = event.days;
  const sample = first && {
    title: { sv: "Verkstad", en: "Workshop" },
    startsAt: first.opensAt.add({ hours: 4 }),
    endsAt: first.opensAt.add({ hours: 5 }),
    room: "Lilla salen",
  };
  const chosen = sessions.length > 0 ? sessions : sample ? [sample] : [];
  const dayBefore = event.startsOn.subtract({ days: 1 });
  const registration: RegistrationInLetter = person ?? {
    event,
    name: SOMEBODY,
    reference: REFERENCE,
    days: event.days,
    sessions: chosen,
    category: null,
    isSubstitute: false,
    bookedBy: null,
    lastEditDay: event.lastEditDay ?? dayBefore,
    lastCancelDay: event.lastCancelDay ?? dayBefore,
    link,
  };
  const { name, reference } = registration;
  const booking: BookingInLetter = {
    event,
    reference: "B4WD-8H2R",
    registrantName: name,
    people: [
      { name: "Nils Ek", state: "CONFIRMED" },
      { name: "Karin Lund", state: "WAITLISTED" },
      { name: null, state: "HELD" },
    ],
    lastNamingDay: event.lastRegistrationDay,
    link,
  };
  const about = { event, name, reference, eventUrl: link };
  const { lastRegistrationDay } = event;
  const invited = { event, name, lastRegistrationDay, daysLeft: 3, link };
  const until: Temporal.Instant = atLocalTime(lastRegistrationDay.subtract({ days: 7 }), "15:00", event.timeZone);
  const session = chosen[0]?.title ?? { sv: "Verkstad", en: "Workshop" };
  const earlier = first && { ...first, opensAt: first.opensAt.subtract({ hours: 1 }) };
  const changes = [
    ...(first && earlier ? [{ kind: "day" as const, was: earlier, now: first }] : []),
    ...(chosen[0]
      ? [{ kind: "session" as const, title: chosen[0].title, was: { ...chosen[0], room: "B 12" }, now: chosen[0] }]
      : []),
  ];
  return { registration, booking, about, invited, until, session, practicalities, changes, link, lastRegistrationDay };
}
