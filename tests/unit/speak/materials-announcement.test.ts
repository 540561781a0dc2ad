import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { announcementTime } from "@/lib/programme/rules/materials-announcement";
import { isPublic } from "@/lib/programme/rules/public-day";
import { at } from "../../support/clock";

const event = { endsOn: Temporal.PlainDate.from("2026-10-24"), timeZone: "Europe/Stockholm" };
const day = (iso: string) => Temporal.PlainDate.from(iso);
const sent = (publicOn: string | null, publishedAt = at("2026-10-01 12:00")) => ({
  publicOn: publicOn === null ? null : day(publicOn),
  publishedAt,
});

describe("when materials are public", () => {
  it.each([
    ["2026-10-24 23:59", false],
    ["2026-10-25 00:00", true],
  ])("the day after the event, where the event is: %s is %s", (moment, expected) => {
    expect(isPublic(null, event, at(moment))).toBe(expected);
  });
  it("on the day set, before the event too", () => {
    expect(isPublic(day("2026-10-20"), event, at("2026-10-20 00:00"))).toBe(true);
    expect(isPublic(day("2026-10-20"), event, at("2026-10-19 23:59"))).toBe(false);
  });
});

describe("when attendees are told of materials", () => {
  it("is never while there is nothing", () => {
    expect(announcementTime([], event)).toBeNull();
  });
  it("is nine in the morning after the event, although the clock was put back in the night", () => {
    expect(announcementTime([sent(null)], event)).toEqual(at("2026-10-25 09:00"));
  });
  it("is not before the event is over, for what was public long ago", () => {
    expect(announcementTime([sent("2026-10-01")], event)).toEqual(at("2026-10-25 09:00"));
  });
  it("waits for the last of it, such as a report", () => {
    expect(announcementTime([sent(null), sent("2026-11-20")], event)).toEqual(at("2026-11-20 09:00"));
  });
  it("gives an hour for second thoughts to who sends something late", () => {
    expect(announcementTime([sent(null, at("2026-10-27 14:30"))], event)).toEqual(at("2026-10-27 15:30"));
  });
  it("is nine o'clock across the night on which the clock is put forward", () => {
    const spring = { ...event, endsOn: day("2027-03-27") };
    expect(announcementTime([sent(null)], spring)).toEqual(at("2027-03-28 09:00"));
  });
});
