import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { dueness } from "@/lib/reminders/rules/due";
import { type ReminderDates, type ReminderTiming, scheduledTime } from "@/lib/reminders/rules/scheduled-time";

const date = (iso: string) => Temporal.PlainDate.from(iso);
const instant = (iso: string) => Temporal.Instant.from(iso);

const event = (startsOn: string, lastRegistrationDay: string, wishes: Partial<ReminderDates> = {}): ReminderDates => ({
  startsOn: date(startsOn),
  endsOn: date(startsOn).add({ days: 1 }),
  closesAt: instant(`${startsOn}T15:30:00Z`).add({ hours: 24 }),
  registrationOpensOn: null,
  lastRegistrationDay: date(lastRegistrationDay),
  lastNamingDay: null,
  timeZone: "Europe/Stockholm",
  ...wishes,
});
const rule = (anchor: ReminderTiming["anchor"], offsetDays: number, localTime = "09:00") => ({
  anchor,
  offsetDays,
  localTime,
});

describe("when a reminder is due", () => {
  it("is nine o'clock in Stockholm: 07:00Z on 26 October 2017, 08:00Z on the 30th", () => {
    const forum = event("2017-11-16", "2017-11-02");
    expect(scheduledTime(rule("LAST_REGISTRATION_DAY", -7), forum)).toEqual(instant("2017-10-26T07:00:00Z"));
    expect(scheduledTime(rule("LAST_REGISTRATION_DAY", -3), forum)).toEqual(instant("2017-10-30T08:00:00Z"));
    expect(scheduledTime(rule("EVENT_START", -1), forum)).toEqual(instant("2017-11-15T08:00:00Z"));
  });

  it("is counted from any of the event's days, before and after", () => {
    const forum = event("2017-11-16", "2017-11-02", { lastNamingDay: date("2017-11-08") });
    expect(scheduledTime(rule("EVENT_END", 2, "15:30"), forum)).toEqual(instant("2017-11-19T14:30:00Z"));
    expect(scheduledTime(rule("EVENT_START", 0, "06:45"), forum)).toEqual(instant("2017-11-16T05:45:00Z"));
    expect(scheduledTime(rule("LAST_NAMING_DAY", -3), forum)).toEqual(instant("2017-11-05T08:00:00Z"));
    expect(scheduledTime(rule("LAST_NAMING_DAY", -3), event("2017-11-16", "2017-11-02"))).toBeNull();
  });

  it("does not move over the nights of 25 October 2026 and 28 March 2027", () => {
    const due = (first: string) => scheduledTime(rule("EVENT_START", -1), event(first, first));
    expect(due("2026-10-25")).toEqual(instant("2026-10-24T07:00:00Z"));
    expect(due("2026-10-26")).toEqual(instant("2026-10-25T08:00:00Z"));
    expect(due("2027-03-28")).toEqual(instant("2027-03-27T08:00:00Z"));
    expect(due("2027-03-29")).toEqual(instant("2027-03-28T07:00:00Z"));
  });

  it("is so many days on the calendar from an anchor on the other side of the night, not so many times 24 hours", () => {
    const autumn = (offset: number) => scheduledTime(rule("EVENT_END", offset), event("2026-10-23", "2026-10-01"));
    expect(autumn(0)).toEqual(instant("2026-10-24T07:00:00Z"));
    expect(autumn(1)).toEqual(instant("2026-10-25T08:00:00Z"));
    expect(autumn(14)).toEqual(instant("2026-11-07T08:00:00Z"));
    const spring = (offset: number) => scheduledTime(rule("EVENT_START", offset), event("2027-04-05", "2027-03-01"));
    expect(spring(-7)).toEqual(instant("2027-03-29T07:00:00Z"));
    expect(spring(-8)).toEqual(instant("2027-03-28T07:00:00Z"));
    expect(spring(-14)).toEqual(instant("2027-03-22T08:00:00Z"));
  });

  it("is once even at a time that the clocks skip or show twice", () => {
    const at = (first: string, time: string) => scheduledTime(rule("EVENT_START", 0, time), event(first, first));
    expect(at("2027-03-28", "02:30")).toEqual(instant("2027-03-28T01:30:00Z"));
    expect(at("2026-10-25", "02:30")).toEqual(instant("2026-10-25T00:30:00Z"));
  });

  it("is read in the event's own zone", () => {
    const there = event("2017-11-16", "2017-11-02", { timeZone: "Europe/Helsinki" });
    expect(scheduledTime(rule("EVENT_START", -1), there)).toEqual(instant("2017-11-15T07:00:00Z"));
  });
});

describe("how late is too late", () => {
  const scheduledAt = instant("2017-10-30T08:00:00Z");
  const activeSince = instant("2017-10-01T08:00:00Z");

  it("after six hours", () => {
    const at = (now: Temporal.Instant) => dueness({ scheduledAt, activeSince }, now);
    expect(at(scheduledAt.subtract({ milliseconds: 1 }))).toBe("early");
    expect(at(scheduledAt)).toBe("due");
    expect(at(scheduledAt.add({ hours: 6 }))).toBe("due");
    expect(at(scheduledAt.add({ hours: 6, milliseconds: 1 }))).toBe("missed");
  });

  it("is nobody's omission when the rule was set or switched on after its time", () => {
    const since = scheduledAt.add({ milliseconds: 1 });
    expect(dueness({ scheduledAt, activeSince: since }, since.add({ minutes: 1 }))).toBe("passed");
    expect(dueness({ scheduledAt, activeSince: since }, since.add({ hours: 48 }))).toBe("passed");
    expect(dueness({ scheduledAt, activeSince: scheduledAt }, scheduledAt)).toBe("due");
  });
});
