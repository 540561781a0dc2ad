import { describe, expect, it } from "vitest";
import { offerReminderAt } from "@/lib/registrations/rules/offer-reminder";
import { at } from "@/tests/support/clock";

const ZONE = "Europe/Stockholm";
const reminded = (from: string, until: string) =>
  offerReminderAt(ZONE, { from: at(from), until: at(until) })
    ?.toZonedDateTimeISO(ZONE)
    .toPlainDateTime()
    .toString({ smallestUnit: "minute" }) ?? null;

describe("when somebody is reminded of an offer", () => {
  it.each([
    ["halfway, in working hours", "2026-11-23 10:00", "2026-11-24 10:00", "2026-11-23T14:30"],
    ["the evening does not count", "2026-11-23 16:00", "2026-11-24 16:00", "2026-11-24T11:30"],
    ["made at night, in the day", "2026-11-23 22:00", "2026-11-24 17:00", "2026-11-24T12:30"],
    ["over a weekend", "2026-11-20 16:00", "2026-11-23 16:00", "2026-11-23T11:30"],
    ["when half is gone as a Friday closes, on Monday", "2026-11-20 12:30", "2026-11-23 12:30", "2026-11-23T08:00"],
    ["over the night the clocks go back", "2026-10-23 16:00", "2026-10-26 16:00", "2026-10-26T11:30"],
    ["over Easter and the clocks going forward", "2027-03-25 16:00", "2027-03-30 16:00", "2027-03-30T11:30"],
    ["two working hours before the end of a short one", "2026-11-23 10:00", "2026-11-23 13:30", "2026-11-23T11:30"],
    ["an offer that a deadline cuts short at midnight", "2026-11-23 10:00", "2026-11-24 00:00", "2026-11-23T13:30"],
  ])("%s", (_, from, until, expected) => expect(reminded(from, until)).toBe(expected));

  it("not at all when the offer has just been read", () => {
    expect(reminded("2026-11-23 10:00", "2026-11-23 12:59")).toBeNull();
    expect(reminded("2026-11-23 10:00", "2026-11-23 13:00")).toBe("2026-11-23T11:00");
    expect(reminded("2026-11-21 10:00", "2026-11-22 10:00")).toBeNull();
  });
});
