import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { changeAnswered } from "@/emails/change-answered";
import { eventCancelled } from "@/emails/event-cancelled";
import type { EventInLetter } from "@/emails/event-in-letter";
import { eventReminder } from "@/emails/event-reminder";
import { invitation } from "@/emails/invitation";
import { invitationReminder } from "@/emails/invitation-reminder";
import { invitationUnfinished } from "@/emails/invitation-unfinished";
import { memberInvitation } from "@/emails/member-invitation";
import { myLink } from "@/emails/my-link";
import { namesMissing } from "@/emails/names-missing";
import { offerExpiring } from "@/emails/offer-expiring";
import { practicalInformation } from "@/emails/practical-information";
import { registrationApproved } from "@/emails/registration-approved";
import { registrationCancelled } from "@/emails/registration-cancelled";
import { registrationChanged } from "@/emails/registration-changed";
import { registrationConfirmed } from "@/emails/registration-confirmed";
import { registrationLapsed, registrationRejected } from "@/emails/registration-ended";
import { registrationExists } from "@/emails/registration-exists";
import type { RegistrationInLetter } from "@/emails/registration-in-letter";
import { registrationOffer, sessionOffer } from "@/emails/registration-offer";
import { registrationPending } from "@/emails/registration-pending";
import { registrationSubstituted } from "@/emails/registration-substituted";
import { registrationWaiting } from "@/emails/registration-waiting";
import type { Message } from "@/emails/render";
import { signIn } from "@/emails/sign-in";
import { waitingReminder } from "@/emails/waiting-reminder";
import { LOCALES, type Locale } from "@/lib/core/localised";
import type { WhyWaiting } from "@/lib/i18n/waiting-reasons";
import { at } from "@/tests/support/clock";

const date = (iso: string) => Temporal.PlainDate.from(iso);
const day = (iso: string) => ({ date: date(iso), opensAt: at(`${iso} 09:00`), closesAt: at(`${iso} 16:30`) });
const LINK = "https://samling.example.org/r/abcdefghijklmnopqrstuvwxyz0123456789-_ABCDE";

const forum: EventInLetter = {
  title: { sv: "Ledarskap & mellanrum", en: "Leadership & gaps" },
  organiser: "Kommunförbundet Skåne",
  timeZone: "Europe/Stockholm",
  days: [day("2017-11-16")],
  venue: { name: "Stadshuset", street: "August Palms plats 1", postalCode: "205 80", city: "Malmö" },
  contact: { name: "Jenny Strand", email: "forum@example.org", phone: null },
  accent: "#1f5c4d",
};
const twoDays: EventInLetter = { ...forum, days: [day("2018-11-28"), day("2018-11-29")] };

function registration(wishes: Partial<RegistrationInLetter> = {}): RegistrationInLetter {
  return {
    event: forum,
    name: "Åsa Öberg",
    reference: "K7QX-2M9F",
    days: forum.days,
    sessions: [],
    category: null,
    isSubstitute: false,
    bookedBy: null,
    lastEditDay: date("2017-11-15"),
    lastCancelDay: date("2017-11-09"),
    link: LINK,
    ...wishes,
  };
}

const cancelled = {
  event: forum,
  name: "Åsa Öberg",
  reference: "K7QX-2M9F",
  lastRegistrationDay: date("2017-11-02"),
  hadPlace: true,
  eventUrl: "https://samling.example.org/events/forum",
};
const invited = { event: forum, name: "Åsa Öberg", lastRegistrationDay: date("2017-11-02"), daysLeft: 3, link: LINK };

const newlyInvited = {
  event: { ...forum, lastRegistrationDay: date("2017-11-02") },
  name: "Åsa Öberg",
  extraGuests: 2,
  isForwardable: true,
  opensOn: null,
  link: LINK,
};

const booked = {
  event: forum,
  reference: "BQ7X-2M9F",
  registrantName: "Åsa Öberg",
  people: [
    { name: "Bo Ek", state: "CONFIRMED" },
    { name: null, state: "HELD" },
    { name: null, state: "HELD" },
  ],
  lastNamingDay: date("2017-11-08"),
  link: LINK,
} as const;

const UNTIL = at("2017-10-30 15:00");
const workshop = { session: { sv: "Verkstad", en: "Workshop" }, until: UNTIL };

const PRACTICAL = {
  travel: { sv: "Tåg till Malmö C, sedan fem minuter till fots.", en: "Train to Malmö C, then five minutes on foot." },
  accessibility: { sv: "Hiss till alla plan.", en: "Lift to all floors." },
  practicalities: { sv: "## Mat\n\nLunch ingår.\n\n- Ta med egen\n  mugg", en: "Lunch is included." },
};

const WHY: WhyWaiting = {
  full: [{ level: "category", name: { sv: "Delegat", en: "Delegate" } }],
  offers: { kind: "paused" },
};

const ALL: Record<string, (locale: Locale, name?: string) => Message> = {
  confirmed: (locale, name = "Åsa Öberg") => registrationConfirmed(registration({ name }), locale),
  exists: (locale, name = "Åsa Öberg") => registrationExists(registration({ name }), locale),
  changed: (locale, name = "Åsa Öberg") => registrationChanged(registration({ name }), locale),
  cancelled: (locale, name = "Åsa Öberg") => registrationCancelled({ ...cancelled, name }, locale),
  substituted: (locale, name = "Åsa Öberg") => registrationSubstituted({ ...cancelled, name }, locale),
  takenOver: (locale, name = "Åsa Öberg") => registrationConfirmed(registration({ name, isSubstitute: true }), locale),
  pending: (locale, name = "Åsa Öberg") => registrationPending(registration({ name }), locale),
  waiting: (locale, name = "Åsa Öberg") => registrationWaiting(registration({ name }), { place: 3, why: WHY }, locale),
  offer: (locale, name = "Åsa Öberg") => registrationOffer(registration({ name }), UNTIL, locale),
  sessionOffer: (locale, name = "Åsa Öberg") => sessionOffer(registration({ name }), workshop, locale),
  offerExpiring: (locale, name = "Åsa Öberg") =>
    offerExpiring(registration({ name }), { until: UNTIL, session: null }, locale),
  sessionOfferExpiring: (locale, name = "Åsa Öberg") => offerExpiring(registration({ name }), workshop, locale),
  lapsed: (locale, name = "Åsa Öberg") => registrationLapsed({ ...cancelled, name }, locale),
  approved: (locale, name = "Åsa Öberg") => registrationApproved(registration({ name }), locale),
  rejected: (locale, name = "Åsa Öberg") =>
    registrationRejected({ ...cancelled, name, reason: "Bara chefer." }, locale),
  changeRefused: (locale, name = "Åsa Öberg") =>
    changeAnswered(registration({ name }), { granted: false, text: "Köket har beställt." }, locale),
  myLink: (locale, name = "Åsa Öberg") => myLink(registration({ name }), locale),
  newInvitation: (locale, name = "Åsa Öberg") => invitation({ ...newlyInvited, name }, locale),
  invitation: (locale, name = "Åsa Öberg") => invitationReminder({ ...invited, name }, locale),
  unfinished: (locale, name = "Åsa Öberg") => invitationUnfinished({ ...invited, name }, locale),
  practical: (locale, name = "Åsa Öberg") => practicalInformation(registration({ name }), PRACTICAL, locale),
  reminder: (locale, name = "Åsa Öberg") =>
    eventReminder({ registration: registration({ name }), daysLeft: 1 }, locale),
  waitingReminder: (locale, name = "Åsa Öberg") =>
    waitingReminder(registration({ name }), { place: 3, why: WHY }, locale),
  namesMissing: (locale, name = "Åsa Öberg") => namesMissing({ ...booked, registrantName: name }, locale),
  eventCancelled: (locale, name = "Åsa Öberg") =>
    eventCancelled({ ...cancelled, name, toldAs: "confirmed", message: "Vi ses i vår." }, locale),
  eventCancelledForSpeaker: (locale, name = "Åsa Öberg") =>
    eventCancelled({ ...cancelled, name, reference: null, toldAs: "speaker", message: null }, locale),
  signIn: (locale, name = "Åsa Öberg") => signIn({ name, code: "402913", link: LINK }, locale),
  memberInvitation: (locale, name = "Åsa Öberg") =>
    memberInvitation(
      {
        ...{ name, organisation: "Exempelkommun", event: "Ledarskap & mellanrum", invitedBy: "Eva Ek", link: LINK },
        ...{ email: "asa@example.org", lastDay: Temporal.PlainDate.from("2017-11-02") },
        role: { name: "Redaktör", may: "Ändrar evenemanget." },
      },
      locale,
    ),
};

/** Text with its line breaks taken out, so that where a line wraps does not matter. */
const flat = (text: string) => text.replaceAll(/\s+/g, " ");

describe("subjects", () => {
  it.each([
    ["confirmed", "Du är anmäld: Ledarskap & mellanrum", "You are registered: Leadership & gaps"],
    ["exists", "Din anmälan: Ledarskap & mellanrum", "Your registration: Leadership & gaps"],
    ["changed", "Din ändrade anmälan: Ledarskap & mellanrum", "Your changed registration: Leadership & gaps"],
    ["cancelled", "Avbokad: Ledarskap & mellanrum", "Place cancelled: Leadership & gaps"],
    [
      "invitation",
      "Kommer du? Svara senast 2 november: Ledarskap & mellanrum",
      "Are you coming? Please answer by 2 November: Leadership & gaps",
    ],
    ["newInvitation", "Inbjudan: Ledarskap & mellanrum", "Invitation: Leadership & gaps"],
    ["reminder", "I morgon: Ledarskap & mellanrum", "Tomorrow: Leadership & gaps"],
    [
      "waitingReminder",
      "Du står kvar i kö: Ledarskap & mellanrum",
      "You are still on the waiting list: Leadership & gaps",
    ],
    ["namesMissing", "2 namn saknas: Ledarskap & mellanrum", "2 names are missing: Leadership & gaps"],
    ["signIn", "Logga in i Samling", "Sign in to Samling"],
    [
      "memberInvitation",
      "Inbjudan att arbeta med Ledarskap & mellanrum",
      "Invitation to work with Ledarskap & mellanrum",
    ],
  ])("of %s in both languages", (name, swedish, english) => {
    expect(ALL[name]?.("sv").subject).toBe(swedish);
    expect(ALL[name]?.("en").subject).toBe(english);
  });
});

describe("what a letter says", () => {
  it("somebody still in line: the place in it, and how to leave", () => {
    const text = flat(ALL["waitingReminder"]?.("sv").text ?? "");
    for (const line of ["Du väntar på en plats på Ledarskap & mellanrum.", "3", "Lämna kön"])
      expect(text).toContain(line);
    expect(flat(ALL["waitingReminder"]?.("en").text ?? "")).toContain("Leave the line");
  });

  it("whoever is to name colleagues: how many, until when, and who is named already", () => {
    const text = flat(namesMissing(booked, "sv").text);
    for (const line of [
      "Du har bokat 2 platser på Ledarskap & mellanrum som ännu saknar namn.",
      "senast onsdag 8 november 2017",
      "Bo Ek",
      `Fyll i namnen: ${LINK}`,
    ])
      expect(text).toContain(line);
    expect(namesMissing({ ...booked, lastNamingDay: null }, "en").text).not.toContain("given back");
  });

  it("an invitation: by when to answer, who may come along, and whether it may be passed on", () => {
    const text = flat(invitation(newlyInvited, "sv").text);
    for (const line of [
      "Kommunförbundet Skåne bjuder in dig till Ledarskap & mellanrum.",
      "Tacka ja eller nej senast torsdag 2 november 2017.",
      "Du får ta med dig upp till 2 gäster.",
      "får du skicka inbjudan vidare",
      `Svara på inbjudan: ${LINK}`,
    ])
      expect(text).toContain(line);
    const personal = { ...newlyInvited, extraGuests: 1, isForwardable: false, opensOn: date("2017-09-25") };
    const english = flat(invitation(personal, "en").text);
    expect(english).toContain("You may bring one guest.");
    expect(english).toContain("Registration opens on Monday, 25 September 2017.");
    expect(english).toContain("The invitation is personal");
    expect(english).not.toContain("pass the invitation on");
    const alone = flat(invitation({ ...newlyInvited, extraGuests: 0 }, "sv").text);
    expect(alone).not.toContain("gäst");
  });

  it("an offer: until when in words, where to answer, and what happens without an answer", () => {
    const text = flat(registrationOffer(registration(), UNTIL, "sv").text);
    for (const line of [
      "Vi håller den åt dig till måndag 30 oktober 2017 kl. 15:00.",
      `Tacka ja eller nej: ${LINK}`,
      "Svarar du inte i tid går platsen till nästa i kön",
    ])
      expect(text).toContain(line);
    expect(flat(registrationOffer(registration(), UNTIL, "en").text)).toMatch(/30 October 2017, 15:00/);
  });

  it("practical information: the way there, access and what else there is to know, in plain lines", () => {
    const { text, html } = practicalInformation(registration(), PRACTICAL, "sv");
    expect(flat(text)).toContain(
      "Hitta hit: Tåg till Malmö C, sedan fem minuter till fots. Tillgänglighet: Hiss till alla plan. Praktiskt: Mat Lunch ingår. Ta med egen mugg",
    );
    expect(html).toContain(">Lunch ingår.<");
    const none = { travel: null, accessibility: null, practicalities: null };
    expect(practicalInformation(registration(), none, "sv").text).not.toContain("Hitta hit");
  });

  it("the place in line, and the organiser's reason for a no", () => {
    expect(flat(registrationWaiting(registration(), { place: 3, why: WHY }, "sv").text)).toContain(
      "Din plats i kön är nummer 3.",
    );
    const why = (locale: Locale) => flat(registrationWaiting(registration(), { place: 3, why: WHY }, locale).text);
    expect(why("sv")).toContain("Alla platser i kategorin Delegat är tagna.");
    expect(why("en")).toContain("The organiser has paused the offers");
    const rejected = { ...cancelled, reason: "Bara chefer." };
    expect(flat(registrationRejected(rejected, "sv").text)).toContain("Arrangören skriver: Bara chefer.");
    expect(flat(registrationRejected({ ...rejected, reason: null }, "sv").text)).not.toContain("Arrangören skriver");
  });

  it("a confirmation: when in words, where, the reference, what comes next, the contact and the link", () => {
    const text = flat(registrationConfirmed(registration(), "sv").text);
    for (const line of [
      "Hej Åsa Öberg!",
      "När: torsdag 16 november 2017, kl. 09:00–16:30",
      "Var: Stadshuset August Palms plats 1, 205 80 Malmö",
      "Referens: K7QX-2M9F",
      `Öppna din anmälan: ${LINK}`,
      "Du kan ändra din anmälan till och med 15 november 2017.",
      "Får du förhinder, avboka senast 9 november 2017.",
      "Jenny Strand, forum@example.org",
      "Arrangör: Kommunförbundet Skåne.",
    ])
      expect(text).toContain(line);
    const english = flat(registrationConfirmed(registration(), "en").text);
    expect(english).toMatch(/When: Thursday,? 16 November 2017, 09:00–16:30/);
    expect(english).toContain("You can change your registration until 15 November 2017.");
  });

  it("the chosen days and sessions alone", () => {
    const session = {
      title: { sv: "Kvällen före", en: "The evening before" },
      startsAt: at("2018-11-27 18:00"),
      endsAt: at("2018-11-27 20:00"),
      room: "Gyllene salen",
    };
    const chosen = { event: twoDays, days: [day("2018-11-29")], sessions: [session] };
    const { text, html } = registrationConfirmed(registration(chosen), "sv");
    expect(flat(text)).toContain("Dina dagar: torsdag 29 november 2018, kl. 09:00–16:30 Var:");
    expect(flat(text)).toContain("27 november kl. 18:00–20:00 · Kvällen före (Gyllene salen)");
    expect(text).not.toContain("28 november");
    expect(html).toMatch(/>29<\/p>\s*<p[^>]*>november 2018</);
  });

  it("the date large, for one day, for two, and over the end of a month", () => {
    const large = (days: EventInLetter["days"]) =>
      /class="ink" style="[^"]*font-size:76px[^"]*">([^<]*)<\/p><p[^>]*>([^<]*)</
        .exec(registrationConfirmed(registration({ event: { ...forum, days }, days }), "sv").html)
        ?.slice(1);
    expect(large([day("2017-11-16")])).toEqual(["16", "november 2017"]);
    expect(large([day("2018-11-28"), day("2018-11-29")])).toEqual(["28–29", "november 2018"]);
    expect(large([day("2018-11-30"), day("2018-12-01")])).toEqual(["30", "november – 1 december 2018"]);
  });

  it("the days left, as people say them", () => {
    const said = (daysLeft: number) => flat(invitationReminder({ ...invited, daysLeft }, "sv").text);
    expect(said(0)).toContain("Sista dagen att svara är torsdag 2 november 2017. Det är i dag.");
    expect(said(1)).toContain("Det är i morgon.");
    expect(said(3)).toContain("Det är 3 dagar kvar.");
    expect(eventReminder({ registration: registration(), daysLeft: 0 }, "sv").subject).toMatch(/^I dag: /);
    expect(eventReminder({ registration: registration(), daysLeft: 3 }, "en").subject).toMatch(/^In 3 days: /);
  });

  it("that a deadline has passed, once it has", () => {
    const late = registration({ lastEditDay: null, lastCancelDay: null });
    const text = flat(eventReminder({ registration: late, daysLeft: 1 }, "sv").text);
    expect(text).toContain("Sista dagen att avboka har passerat. Får du förhinder ändå, hör av dig till Jenny Strand.");
    expect(text).not.toContain("Du kan ändra");
    expect(flat(registrationCancelled({ ...cancelled, lastRegistrationDay: null }, "sv").text)).not.toContain(
      "på nytt",
    );
  });

  it("the code to type, whole", () => {
    const { text, html } = signIn({ name: null, code: "402913", link: LINK }, "sv");
    expect(text).toMatch(/^ {4}402913$/m);
    expect(html).toContain(">402913<");
    expect(text).toContain("Hej!");
  });
});

describe("every letter", () => {
  const every = Object.entries(ALL).flatMap(([name, letter]) =>
    LOCALES.map((locale) => ({ name: `${name} in ${locale}`, locale, letter })),
  );

  it.each(every)(
    "$name is whole: language, colours for dark paper, a line for the mailbox, one link",
    ({ letter, locale }) => {
      const { subject, text, html } = letter(locale);
      expect(html).toMatch(new RegExp(`^<!doctype html>\\n<html lang="${locale}">`));
      expect(html).toContain('<meta name="color-scheme" content="light dark">');
      expect(html).toContain("prefers-color-scheme:dark");
      expect(html.match(/<h1/g)).toHaveLength(1);
      expect(html.match(/<a /g)).toHaveLength(1);
      expect(html).not.toMatch(/<(script|img|link|iframe)|undefined|\[object|NaN|Invalid Date/);
      expect(text).not.toMatch(/<\/|&amp;|undefined|\[object|NaN/);
      expect(subject).not.toMatch(/[\r\n]/);
      for (const line of text.split("\n")) if (!line.includes("http")) expect(line.length).toBeLessThanOrEqual(72);
    },
  );

  it.each(every)("$name makes nothing of what is put into a name", ({ letter, locale }) => {
    const evil =
      "</td><script>x</script>\" onload='y' http://ond.example/a?b www.ond.example {name} ond@ond.example\r\nBcc: z";
    const { subject, text, html } = letter(locale, evil);
    expect(html.replaceAll(/<style>[\s\S]*<\/style>/g, "")).not.toMatch(
      /<script|"\s*onload=|ond\.example|http:\/\/ond/,
    );
    expect(text).not.toMatch(/ond\.example|http:\/\/ond|@ond/);
    expect(subject).not.toMatch(/[\r\n]/);
  });
});
