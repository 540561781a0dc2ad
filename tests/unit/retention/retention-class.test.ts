import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { fewestMonths, goneFrom, RETENTION_CLASSES, usualMonths } from "@/lib/retention/rules/retention-class";

const day = Temporal.PlainDate.from;

describe("when a class of data is to be gone", () => {
  it("is the day after so many whole months", () => {
    expect(goneFrom("ATTENDEES", day("2026-11-12"), 24).toString()).toBe("2028-11-13");
    expect(goneFrom("LETTERS", day("2027-08-31"), 6).toString()).toBe("2028-03-01");
  });

  it("is counted from the end of the calendar year for billing: seven whole years of accounting", () => {
    expect(goneFrom("BILLING", day("2026-01-02"), 84).toString()).toBe("2034-01-01");
    expect(goneFrom("BILLING", day("2026-12-31"), 84).toString()).toBe("2034-01-01");
  });

  it("is proposed within what the law lets one choose", () => {
    for (const each of RETENTION_CLASSES) expect(usualMonths(each)).toBeGreaterThanOrEqual(fewestMonths(each));
    expect(fewestMonths("BILLING")).toBe(7 * 12);
  });
});
