import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { EDITION_COLUMNS, STAYS_WITH_ITS_EDITION } from "@/lib/events/commands/edition-columns";
import { staleMentions } from "@/lib/events/rules/edition-mentions";
import {
  dayCaution,
  editionDays,
  proposedFirstDay,
  retitled,
  shiftMoment,
  withoutYear,
} from "@/lib/events/rules/edition-shift";

const ZONE = "Europe/Stockholm";
const day = (iso: string) => Temporal.PlainDate.from(iso);
const local = (moment: Temporal.Instant) => moment.toZonedDateTimeISO(ZONE).toPlainDateTime();
const dates = fc.integer({ min: 0, max: 12_000 }).map((days) => day("2017-01-01").add({ days }));

describe("moving an edition", () => {
  it("proposes the same weekday about a year on, and never a day that has been", () => {
    expect(proposedFirstDay(day("2026-11-16"), day("2026-11-20")).toString()).toBe("2027-11-15");
    expect(proposedFirstDay(day("2026-11-16"), day("2026-01-01")).toString()).toBe("2027-11-15");
    fc.assert(
      fc.property(dates, dates, (startsOn, today) => {
        const first = proposedFirstDay(startsOn, today);
        expect(first.dayOfWeek).toBe(startsOn.dayOfWeek);
        expect(Temporal.PlainDate.compare(first, today)).toBe(1);
        expect(editionDays(startsOn, first)).toBeGreaterThanOrEqual(364);
      }),
    );
  });

  it("keeps clock times whatever summer time does", () => {
    const before = day("2026-03-25").toZonedDateTime({ timeZone: ZONE, plainTime: "09:00" }).toInstant();
    const after = shiftMoment(before, 7, ZONE);
    expect(local(after).toString()).toBe("2026-04-01T09:00:00");
    expect(before.until(after).total("hours")).toBe(167);
    fc.assert(
      fc.property(
        dates,
        fc.integer({ min: 240, max: 1439 }),
        fc.integer({ min: -800, max: 2000 }),
        (on, minute, days) => {
          const time = Temporal.PlainTime.from("00:00").add({ minutes: minute });
          const moved = shiftMoment(on.toZonedDateTime({ timeZone: ZONE, plainTime: time }).toInstant(), days, ZONE);
          expect(local(moved).toString()).toBe(on.add({ days }).toPlainDateTime(time).toString());
        },
      ),
    );
  });

  it("points out holidays before weekends", () => {
    expect(dayCaution(day("2027-05-06"))).toBe("holiday");
    expect(dayCaution(day("2027-05-08"))).toBe("weekend");
    expect(dayCaution(day("2027-05-10"))).toBeNull();
  });

  it("moves the year of a title, and takes it out of a series' name", () => {
    expect(retitled("Möten 2026 i 12026", day("2026-05-01"), day("2027-05-01"))).toBe("Möten 2027 i 12026");
    expect(retitled("Möten 2026", day("2026-01-10"), day("2026-12-10"))).toBe("Möten 2026");
    expect(withoutYear("Socialchefsdagarna 2017")).toBe("Socialchefsdagarna");
    expect(withoutYear("2017")).toBe("2017");
  });
});

describe("what a text says of another edition", () => {
  const compared = { before: [day("2026-11-16"), day("2026-11-02")], after: [day("2027-11-15"), day("2027-11-01")] };
  it.each([
    [{ sv: "Välkommen 16 november 2026!", en: "Welcome!" }, ["2026", "16 november"]],
    [{ sv: "Anmälan senast den 2 november", en: "Register by 2 November" }, ["2 november"]],
    [{ sv: "Den 12 november 2027", en: "" }, []],
    [{ sv: "Ring 020201 eller 12026", en: "" }, []],
    [{ sv: "15 november 2027", en: "15 November 2027" }, []],
  ])("%j: %j", (text, words) => expect(staleMentions(text, compared)).toEqual(words));
});

describe("what a next edition is made of", () => {
  const schema = readdirSync("prisma/schema")
    .map((file) => readFileSync(`prisma/schema/${file}`, "utf8"))
    .join("\n");
  const models = new Map(
    [...schema.matchAll(/^model (\w+) \{\n([\s\S]*?)^\}/gm)].map(([, name = "", body = ""]) => [name, body]),
  );
  const columns = (model: string) =>
    [...(models.get(model) ?? "").matchAll(/^ {2}(\w+)\s+(\w+)(\[\])?/gm)]
      .filter(([, , type = "", many]) => !many && !models.has(type))
      .map(([, name]) => name);
  const carried = {
    ...{ Event: "event", EventDay: "day", Track: "track", Category: "category", Session: "session" },
    ...{ CategoryDayPrice: "dayPrice", Quota: "quota", Question: "question", ReminderRule: "reminderRule" },
    ...{ OwnText: "ownText", CoOrganiser: "coOrganiser" },
  } as const;

  it.each(Object.entries(carried))("knows what becomes of every column of %s", (model, name) => {
    expect(Object.keys(EDITION_COLUMNS[name as keyof typeof EDITION_COLUMNS]).sort()).toEqual(columns(model).sort());
  });

  it("knows of every table that hangs on an event whether it comes along", () => {
    const hanging = [...models].filter(([, body]) =>
      /^ {2}(event|session|registration|invitation|category|rule|day) +(Event|Session|Registration|Invitation|Category|ReminderRule|EventDay)\??\s/m.test(
        body,
      ),
    );
    const known = new Set<string>([...Object.keys(carried), ...STAYS_WITH_ITS_EDITION]);
    expect(hanging.map(([name]) => name).filter((name) => !known.has(name))).toEqual([]);
    expect(hanging.length).toBeGreaterThan(20);
  });
});
