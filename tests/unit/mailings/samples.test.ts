import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { LOCALES } from "@/lib/core/localised";
import type { SampleGround } from "@/lib/mailings/mails/sample-ground";
import { beside, SAMPLE_GROUPS } from "@/lib/mailings/mails/sample-groups";
import { SAMPLED, sampleLetter } from "@/lib/mailings/mails/samples";
import { at } from "@/tests/support/clock";

const date = (iso: string) => Temporal.PlainDate.from(iso);
const day = (iso: string) => ({ id: iso, date: date(iso), opensAt: at(`${iso} 09:00`), closesAt: at(`${iso} 16:30`) });

const GROUND: SampleGround = {
  page: (locale) => `https://samling.example.org${locale === "en" ? "/en" : ""}/events/ledarskap-2018`,
  event: {
    id: "0199c7a2-0000-7000-8000-000000000001",
    slug: "ledarskap-2018",
    status: "PUBLISHED",
    title: { sv: "Ledarskap & mellanrum", en: "Leadership & gaps" },
    organiser: "Kommunförbundet Skåne",
    timeZone: "Europe/Stockholm",
    startsOn: date("2018-11-28"),
    endsOn: date("2018-11-29"),
    registrationOpensOn: null,
    lastRegistrationDay: date("2018-11-16"),
    lastEditDay: date("2018-11-20"),
    lastCancelDay: date("2018-11-20"),
    lastFreeCancelDay: null,
    lastCateringDay: null,
    lastTopicDay: null,
    accent: "#1f5c4d",
    venue: { name: "Stadshuset", street: "August Palms plats 1", postalCode: "205 80", city: "Malmö" },
    contact: { name: "Jenny Strand", email: "forum@example.org", phone: "040-10 00 00" },
    calendarSequence: 0,
    days: [day("2018-11-28"), day("2018-11-29")],
    hasCategories: false,
    endsAt: at("2018-11-30 00:00"),
  },
  practicalities: {
    travel: { sv: "Tåg till Malmö C.", en: "Train to Malmö C." },
    accessibility: { sv: "Hiss till alla plan.", en: "Lift to all floors." },
    practicalities: { sv: "Lunch ingår båda dagarna.", en: "Lunch is included both days." },
  },
  sessions: [
    {
      title: { sv: "Samtal om mellanrum", en: "A talk about gaps" },
      startsAt: at("2018-11-28 13:00"),
      endsAt: at("2018-11-28 14:30"),
      room: "Gyllene salen",
    },
  ],
};

describe("the samples that organisers proof-read", () => {
  it("stand in one group each, none forgotten, and lead to each other in that order", () => {
    const grouped = SAMPLE_GROUPS.flatMap(({ messages }) => [...messages]);
    expect([...grouped].toSorted()).toEqual([...SAMPLED].toSorted());
    expect(new Set(grouped).size).toBe(grouped.length);
    expect(beside(grouped[0] ?? "")).toMatchObject({ number: 1, previous: null, next: grouped[1] });
    expect(beside(grouped.at(-1) ?? "")).toMatchObject({ number: grouped.length, next: null });
    expect(beside("toString")).toBeNull();
  });

  const every = SAMPLED.flatMap((message) => LOCALES.map((locale) => ({ message, locale })));
  it.each(every)("$message in $locale reads as it did when it was last proof-read", async ({ message, locale }) => {
    const { subject, text, html } = sampleLetter(message, GROUND, locale);
    await expect(`${subject}\n\n${text}`).toMatchFileSnapshot(`letters/${message}.${locale}.txt`);
    await expect(html).toMatchFileSnapshot(`letters/${message}.${locale}.html.txt`);
  });

  it("do without sessions, days' own hours or a place", () => {
    const bare = { ...GROUND, sessions: [], event: { ...GROUND.event, venue: null, days: [], accent: null } };
    for (const message of SAMPLED) {
      expect(sampleLetter(message, bare, "sv").html, message).not.toMatch(/undefined|\[object|NaN/);
    }
  });
});
