import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { registrationWindow } from "@/lib/events/rules/registration-window";
import { conferenceDay, WEEKDAY, workday } from "@/prisma/seed/demo/calendar";
import { demoEvents } from "@/prisma/seed/demo/events";
import type { EventPlan } from "@/prisma/seed/demo/plan";
import { at } from "../../support/clock";

const date = (iso: string) => Temporal.PlainDate.from(iso);

/** Days on which somebody starts the demo: ordinary, before a holiday, clock changes, leap day, midsummer. */
const STARTS = [
  "2026-11-22 09:00",
  "2026-12-30 23:30",
  "2027-03-28 00:30",
  "2027-03-28 12:00",
  "2027-05-14 12:00",
  "2027-06-24 12:00",
  "2026-10-25 02:30",
  "2028-02-29 12:00",
];

function window(plan: EventPlan, now: Temporal.Instant) {
  const last = plan.days.at(-1)?.date ?? plan.opens;
  const facts = { timeZone: "Europe/Stockholm", registrationOpensOn: plan.opens, endsOn: last } as const;
  const status = plan.cancelledOn ? "CANCELLED" : "PUBLISHED";
  return registrationWindow({ ...facts, status, lastRegistrationDay: plan.lastRegistrationDay }, now).state;
}

describe.each(STARTS)("the demo started at %s", (start) => {
  const now = at(start);
  const today = now.toZonedDateTimeISO("Europe/Stockholm").toPlainDate();
  const events = demoEvents(today);
  const ahead = events.filter(({ days }) => (days[0]?.date.year ?? 0) > 2018);

  it("shows an event of every state, each upcoming edition open", () => {
    const states = ahead.map((plan) => [plan.slug.replace(/-\d{4}$/, ""), window(plan, now)]);
    expect(states).toEqual([
      ["demo-open", "open"],
      ["integration-arbetsmarknad", "open"],
      ["strategiska-forum", "open"],
      ["tillgang-eller-belastning", "open"],
      ["socialchefsdagarna", "open"],
      ["mojligheternas-motesplats", "open"],
      ["integration-arbetsmarknad-frukost", "closed"],
      ["strategiska-forum-oppet", "cancelled"],
      ["socialchefsdagarna-webbmote", "not-yet-open"],
    ]);
    expect(events.filter((plan) => !ahead.includes(plan)).map((plan) => window(plan, now))).toEqual(
      Array(events.length - ahead.length).fill("over"),
    );
  });

  it("leaves two to four days to register for Tillgång eller belastning?", () => {
    const [plan] = ahead.filter(({ slug }) => slug.startsWith("tillgang"));
    const left = plan ? today.until(plan.lastRegistrationDay).days : 0;
    expect([2, 3, 4]).toContain(left);
  });

  it("holds conferences on working days after their last registration day, the slug naming the year", () => {
    for (const plan of ahead) {
      const [first] = plan.days;
      expect(plan.days.every(({ date }) => date.dayOfWeek <= 5)).toBe(true);
      expect(first && plan.lastRegistrationDay.until(first.date).days).toBeGreaterThanOrEqual(1);
      if (plan.series) expect(plan.slug.endsWith(`-${first?.date.year}`)).toBe(true);
    }
  });

  it("gives every event a slug of its own", () => {
    expect(new Set(events.map(({ slug }) => slug)).size).toBe(events.length);
  });
});

describe("the day of a conference", () => {
  it("is the weekday at least so many weeks ahead", () => {
    expect(conferenceDay(date("2026-09-15"), 4, WEEKDAY.thursday).toString()).toBe("2026-10-15");
    expect(conferenceDay(date("2026-09-15"), 4, WEEKDAY.tuesday).toString()).toBe("2026-10-13");
  });

  it.each([
    ["Christmas", "2026-12-01", 3, "2027-01-13"],
    ["Easter week", "2027-03-01", 3, "2027-03-31"],
    ["6 June", "2029-05-16", 3, "2029-06-13"],
    ["the summer", "2027-05-26", 4, "2027-08-18"],
  ] as const)("moves past %s by whole weeks", (_, today, weeks, expected) => {
    expect(conferenceDay(date(today), weeks, WEEKDAY.wednesday).toString()).toBe(expected);
  });

  it("moves past Ascension Day, and for a conference whose second day it would be", () => {
    expect(conferenceDay(date("2027-05-03"), 0, WEEKDAY.thursday).toString()).toBe("2027-05-13");
    expect(conferenceDay(date("2027-05-03"), 0, WEEKDAY.wednesday, 2).toString()).toBe("2027-05-12");
    expect(conferenceDay(date("2027-05-03"), 0, WEEKDAY.wednesday).toString()).toBe("2027-05-05");
  });

  it("moves a deadline on a weekend to Monday", () => {
    expect(workday(date("2026-11-26"), 2).toString()).toBe("2026-11-30");
    expect(workday(date("2026-11-26"), 3).toString()).toBe("2026-11-30");
    expect(workday(date("2026-11-26"), 1).toString()).toBe("2026-11-27");
  });
});
