import { describe, expect, it } from "vitest";
import { canTakeBack } from "@/lib/mailings/policy";
import { departure } from "@/lib/mailings/rules/departure";
import { at } from "../../support/clock";

const ZONE = "Europe/Stockholm";
const NOON = at("2026-10-24 12:00");

describe("when a mailing leaves", () => {
  it.each([
    ["", "", "2026-10-24T10:05:00Z"],
    ["2026-10-24", "12:03", "2026-10-24T10:05:00Z"],
    ["2026-10-24", "12.30", "2026-10-24T10:30:00Z"],
    // The night the clocks go back: nine in the morning stays nine in the morning.
    ["2026-10-25", "09:00", "2026-10-25T08:00:00Z"],
    ["2027-03-28", "09:00", "2027-03-28T07:00:00Z"],
  ])("%s %s is %s", (date, time, instant) => {
    const leaves = departure({ date, time }, ZONE, NOON);
    expect(leaves.ok && leaves.value.toString()).toBe(instant);
  });

  it.each([
    ["2026-10-24", "", "time_invalid"],
    ["", "09:00", "time_invalid"],
    ["2026-02-30", "09:00", "time_invalid"],
    ["2026-10-25", "25:00", "time_invalid"],
    ["i morgon", "09:00", "time_invalid"],
    ["2026-10-24", "11:59", "time_passed"],
    ["2025-10-24", "12:30", "time_passed"],
  ])("%s %s is refused: %s", (date, time, code) => {
    expect(departure({ date, time }, ZONE, NOON)).toMatchObject({ ok: false, code });
  });

  it("it can be taken back until then", () => {
    expect(canTakeBack(NOON.add({ minutes: 5 }), NOON.add({ minutes: 4 }))).toBe(true);
    expect(canTakeBack(NOON.add({ minutes: 5 }), NOON.add({ minutes: 5 }))).toBe(false);
  });
});
