import { describe, expect, it } from "vitest";
import { parseEmailAddress } from "@/lib/core/email-address";
import { matchMunicipality } from "@/lib/core/municipalities";
import { demoRows } from "@/prisma/seed/demo/seed-demo";
import { NOW } from "../../support/clock";

const rows = demoRows(NOW);
const DAY = 24 * 3_600_000;

function time(column: Date | string | null | undefined): number {
  if (!(column instanceof Date)) throw new Error("not a date");
  return column.getTime();
}

/** Every {sv, en} anywhere in the rows, with where it stands. */
function localisedTexts(value: unknown, path = ""): { path: string; sv: unknown; en: unknown }[] {
  if (value === null || typeof value !== "object" || value instanceof Date) return [];
  if ("sv" in value || "en" in value) {
    const { sv, en } = value as { sv?: unknown; en?: unknown };
    return [{ path, sv, en }];
  }
  return Object.entries(value).flatMap(([key, inside]) => localisedTexts(inside, `${path}.${key}`));
}

describe("what visitors read", () => {
  const texts = localisedTexts(rows);

  it("is there in both languages", () => {
    expect(texts.length).toBeGreaterThan(300);
    const missing = texts.filter(({ sv, en }) => !`${sv ?? ""}`.trim() || !`${en ?? ""}`.trim());
    expect(missing).toEqual([]);
  });

  it("is written for every event: summary, description, practicalities and target group", () => {
    const thin = rows.event.filter((event) =>
      [event.summary, event.description, event.practicalities, event.targetGroup].some((text) => !text),
    );
    expect(thin).toEqual([]);
  });

  it("is translated where it is more than a name", () => {
    const same = texts.filter(({ sv, en }) => sv === en && `${sv}`.includes(". "));
    expect(same).toEqual([]);
  });
});

describe("addresses", () => {
  it("that could be mailed all end in example.org and pass the grammar", () => {
    const addresses = [
      ...rows.user.map(({ email }) => email),
      ...rows.speaker.map(({ email }) => email),
      ...rows.booking.map(({ registrantEmail }) => registrantEmail),
      ...rows.registration.map(({ email }) => email),
      ...rows.invitation.map(({ email }) => email),
    ];
    expect(addresses.length).toBeGreaterThan(2_000);
    expect(addresses.filter((address) => !address || !/[@.]example\.org$/.test(address))).toEqual([]);
    expect(addresses.filter((address) => parseEmailAddress(address ?? "")?.normalised !== address)).toEqual([]);
  });

  it("that are only shown end there too, but for the one that is public", () => {
    const elsewhere = rows.event.filter(({ contactEmail }) => !contactEmail.endsWith("@example.org"));
    expect(new Set(elsewhere.map(({ contactEmail }) => contactEmail))).toEqual(new Set(["lars.rosander@hultsfred.se"]));
    expect(elsewhere).toHaveLength(2);
  });
});

describe("generated attendees", () => {
  it("are never the real people of the programmes", () => {
    const named = new Set(rows.speaker.map(({ name }) => name));
    expect(rows.registration.filter(({ name }) => named.has(name))).toEqual([]);
    expect(rows.invitation.filter(({ name }) => named.has(name))).toEqual([]);
  });

  it("work where their municipality's code says, however they spell it", () => {
    const coded = rows.registration.filter(({ municipalityCode }) => municipalityCode);
    expect(coded.length).toBeGreaterThan(800);
    const astray = coded.filter((r) => matchMunicipality(r.organisationName ?? "") !== r.municipalityCode);
    expect(astray).toEqual([]);
    const spellings = rows.registration.filter((r) => r.municipalityCode === "1287").map((r) => r.organisationName);
    expect(new Set(spellings)).toContain("Trellborgs kommun");
    expect(new Set(spellings)).toContain("Trelleborgs kommun");
  });

  it("registered after registration opened, by its last day, and not in the future", () => {
    const opens = new Map(rows.event.map((event) => [event.id, time(event.registrationOpensOn)]));
    const closes = new Map(rows.event.map((event) => [event.id, time(event.lastRegistrationDay) + DAY]));
    const substitutions = rows.registration.filter(({ state }) => state === "SUBSTITUTED");
    const late = new Set(substitutions.map(({ bookingId }) => bookingId));
    const astray = rows.registration.filter(({ eventId, bookingId, createdAt }) => {
      const at = time(createdAt);
      if (at < (opens.get(eventId) ?? 0) || at > NOW.epochMilliseconds) return true;
      return !late.has(bookingId) && at > (closes.get(eventId) ?? 0);
    });
    expect(astray).toEqual([]);
  });

  it("have diets and access needs only where the day of deletion is ahead", () => {
    expect(rows.sensitiveNeeds.length).toBeGreaterThan(30);
    const stale = rows.sensitiveNeeds.filter((n) => time(n.deleteAfter) < NOW.epochMilliseconds);
    expect(stale).toEqual([]);
  });

  it("make a curve: more in the first days than in the quiet weeks that follow", () => {
    const event = rows.event.find(
      ({ slug }) => /^integration-arbetsmarknad-\d{4}$/.test(slug) && !slug.endsWith("2018"),
    );
    const opened = time(event?.registrationOpensOn);
    const days = rows.registration
      .filter(({ eventId }) => eventId === event?.id)
      .map(({ createdAt }) => Math.floor((time(createdAt) - opened) / DAY));
    const between = (from: number, to: number) => days.filter((day) => day >= from && day < to).length;
    expect(between(0, 7)).toBeGreaterThan(2 * between(14, 21));
    expect(between(42, 50)).toBeGreaterThan(between(14, 21));
  });
});

describe("chance", () => {
  it("gives the same rows for the same moment, ids included, and other dates for another", () => {
    const json = (value: unknown) => JSON.stringify(value);
    expect(json(demoRows(NOW))).toBe(json(rows));
    expect(json(demoRows(NOW.add({ hours: 24 * 40 })))).not.toBe(json(rows));
  });

  it("gives every booking and registration a reference of its own", () => {
    const references = [...rows.booking, ...rows.registration].map(({ reference }) => reference);
    expect(new Set(references).size).toBe(references.length);
  });
});
