import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { dueness } from "@/lib/reminders/rules/due";
import { type ReminderTiming, scheduledTime } from "@/lib/reminders/rules/scheduled-time";

const date = (iso: string) => Temporal.PlainDate.from(iso);
const instant = (iso: string) => Temporal.Instant.from(iso);

const event = (startsOn: string, lastRegistrationDay: string, timeZone = "Europe/Stockholm") => ({
  startsOn: date(startsOn),
  lastRegistrationDay: date(lastRegistrationDay),
  timeZone,
});
const rule = (kind: ReminderTiming["kind"], daysBefore: number, localTime = "09:00") => ({
  kind,
  daysBefore,
  localTime,
});

describe("when a reminder is due", () => {
  it("is nine o'clock in Stockholm: 07:00Z on 26 October 2017, 08:00Z on the 30th", () => {
    const forum = event("2017-11-16", "2017-11-02");
    expect(scheduledTime(rule("INVITED_UNANSWERED", 7), forum)).toEqual(instant("2017-10-26T07:00:00Z"));
    expect(scheduledTime(rule("INVITED_UNANSWERED", 3), forum)).toEqual(instant("2017-10-30T08:00:00Z"));
    expect(scheduledTime(rule("CONFIRMED_BEFORE_EVENT", 1), forum)).toEqual(instant("2017-11-15T08:00:00Z"));
  });

  it("does not move over the nights of 25 October 2026 and 28 March 2027", () => {
    const due = (first: string) => scheduledTime(rule("CONFIRMED_BEFORE_EVENT", 1), event(first, first));
    expect(due("2026-10-25")).toEqual(instant("2026-10-24T07:00:00Z"));
    expect(due("2026-10-26")).toEqual(instant("2026-10-25T08:00:00Z"));
    expect(due("2027-03-28")).toEqual(instant("2027-03-27T08:00:00Z"));
    expect(due("2027-03-29")).toEqual(instant("2027-03-28T07:00:00Z"));
  });

  it("is once even at a time that the clocks skip or show twice", () => {
    const at = (first: string, time: string) =>
      scheduledTime(rule("CONFIRMED_BEFORE_EVENT", 0, time), event(first, first));
    expect(at("2027-03-28", "02:30")).toEqual(instant("2027-03-28T01:30:00Z"));
    expect(at("2026-10-25", "02:30")).toEqual(instant("2026-10-25T00:30:00Z"));
  });

  it("is read in the event's own zone", () => {
    expect(
      scheduledTime(rule("CONFIRMED_BEFORE_EVENT", 1), event("2017-11-16", "2017-11-02", "Europe/Helsinki")),
    ).toEqual(instant("2017-11-15T07:00:00Z"));
  });
});

describe("how late is too late", () => {
  const due = instant("2017-10-30T08:00:00Z");

  it("after six hours", () => {
    expect(dueness(due, due.subtract({ milliseconds: 1 }))).toBe("early");
    expect(dueness(due, due)).toBe("due");
    expect(dueness(due, due.add({ hours: 6 }))).toBe("due");
    expect(dueness(due, due.add({ hours: 6, milliseconds: 1 }))).toBe("missed");
  });
});
