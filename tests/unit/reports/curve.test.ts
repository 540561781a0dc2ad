import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { cumulativeCurve } from "@/lib/reports/rules/curve";

const day = (text: string) => Temporal.PlainDate.from(text);
const flat = (points: ReturnType<typeof cumulativeCurve>) =>
  points.map((point) => [point.day.toString(), point.daysBefore, point.added, point.total]);

describe("the curve of registrations", () => {
  it("sums up day by day without gaps, across the autumn clock change", () => {
    const counts = [
      { day: day("2026-10-24"), count: 2 },
      { day: day("2026-10-26"), count: 1 },
    ];
    expect(flat(cumulativeCurve(counts, day("2026-11-02"), day("2026-10-27")))).toEqual([
      ["2026-10-24", 9, 2, 2],
      ["2026-10-25", 8, 0, 2],
      ["2026-10-26", 7, 1, 3],
      ["2026-10-27", 6, 0, 3],
    ]);
  });
  it("goes on after the deadline for those let in late", () => {
    const counts = [{ day: day("2026-11-04"), count: 1 }];
    expect(flat(cumulativeCurve(counts, day("2026-11-02"), day("2026-11-02")))).toEqual([["2026-11-04", -2, 1, 1]]);
  });
  it("is empty when nobody has registered", () => {
    expect(cumulativeCurve([], day("2026-11-02"), day("2026-11-02"))).toEqual([]);
  });
});
