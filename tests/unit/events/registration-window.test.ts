import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { registrationWindow, type WindowFacts } from "@/lib/events/rules/registration-window";
import { selfServiceDeadlines } from "@/lib/events/rules/self-service-deadlines";

const instant = (text: string) => Temporal.Instant.from(text);
const day = (text: string) => Temporal.PlainDate.from(text);

const forum: WindowFacts = {
  status: "PUBLISHED",
  timeZone: "Europe/Stockholm",
  registrationOpensOn: null,
  lastRegistrationDay: day("2017-11-02"),
  endsOn: day("2017-11-16"),
};
const stateAt = (now: string, facts: Partial<WindowFacts> = {}) =>
  registrationWindow({ ...forum, ...facts }, instant(now)).state;

describe('"senast den" a day takes the whole day where the event is', () => {
  it.each([
    ["2017-11-02", "2017-11-02T22:59:59Z", "2017-11-02T23:00:00Z"],
    ["2018-06-01", "2018-06-01T21:59:59Z", "2018-06-01T22:00:00Z"],
    // The nights the clocks change: the border is before the change in autumn, and the day after it in spring.
    ["2026-10-24", "2026-10-24T21:59:59Z", "2026-10-24T22:00:00Z"],
    ["2026-10-25", "2026-10-25T22:59:59Z", "2026-10-25T23:00:00Z"],
    ["2027-03-27", "2027-03-27T22:59:59Z", "2027-03-27T23:00:00Z"],
    ["2027-03-28", "2027-03-28T21:59:59Z", "2027-03-28T22:00:00Z"],
  ])("last day %s: open at %s, closed at %s", (last, open, closed) => {
    const facts = { lastRegistrationDay: day(last), endsOn: day(last).add({ days: 14 }) };
    expect(stateAt(open, facts)).toBe("open");
    expect(stateAt(closed, facts)).toBe("closed");
  });

  it("is read in the event's zone, not the server's", () => {
    const facts = { timeZone: "Atlantic/Reykjavik" };
    expect(stateAt("2017-11-02T23:59:59Z", facts)).toBe("open");
    expect(stateAt("2017-11-03T00:00:00Z", facts)).toBe("closed");
  });
});

describe("the other states", () => {
  it("opens at the start of the opening day", () => {
    const facts = { registrationOpensOn: day("2017-10-01") };
    expect(stateAt("2017-09-30T21:59:59Z", facts)).toBe("not-yet-open");
    expect(stateAt("2017-09-30T22:00:00Z", facts)).toBe("open");
  });

  it("is over after the last day of the event, also when one may register to the end", () => {
    const facts = { lastRegistrationDay: day("2017-11-16") };
    expect(stateAt("2017-11-16T22:59:59Z", facts)).toBe("open");
    expect(stateAt("2017-11-16T23:00:00Z", facts)).toBe("over");
    expect(stateAt("2017-10-01T00:00:00Z", { status: "ARCHIVED" })).toBe("over");
  });

  it("a cancelled event is cancelled whatever the date, a draft is not open", () => {
    for (const now of ["2017-10-01T00:00:00Z", "2017-11-10T00:00:00Z", "2018-01-01T00:00:00Z"]) {
      expect(stateAt(now, { status: "CANCELLED" })).toBe("cancelled");
    }
    expect(stateAt("2017-10-01T00:00:00Z", { status: "DRAFT" })).toBe("not-yet-open");
  });

  it("only ever goes forward: not yet open, open, closed, over", () => {
    const order = ["not-yet-open", "open", "closed", "over"];
    const second = fc.integer({ min: Date.parse("2017-01-01") / 1000, max: Date.parse("2018-12-31") / 1000 });
    fc.assert(
      fc.property(second, second, (a, b) => {
        const [early, late] = [Math.min(a, b), Math.max(a, b)].map((s) => {
          const now = Temporal.Instant.fromEpochMilliseconds(s * 1000);
          return order.indexOf(registrationWindow({ ...forum, registrationOpensOn: day("2017-09-01") }, now).state);
        });
        return (early ?? 9) <= (late ?? -1);
      }),
    );
  });
});

describe("deadlines of self-service", () => {
  const facts = {
    status: "PUBLISHED",
    timeZone: "Europe/Stockholm",
    startsOn: day("2026-10-26"),
    lastEditDay: null,
    lastCancelDay: null,
    lastFreeCancelDay: null,
    lastCateringDay: null,
    lastTopicDay: null,
    extendedThrough: null,
  } as const;

  it("last through the day before the event, across the night with 25 hours", () => {
    const border = instant("2026-10-25T23:00:00Z");
    expect(selfServiceDeadlines(facts, border.subtract({ seconds: 1 }))).toMatchObject({
      canEdit: true,
      canCancel: true,
    });
    expect(selfServiceDeadlines(facts, border)).toMatchObject({ canEdit: false, canCancel: false });
  });

  it("are each their own when set", () => {
    const own = { ...facts, lastEditDay: day("2026-10-01"), lastCancelDay: day("2026-10-10") };
    expect(selfServiceDeadlines(own, instant("2026-10-05T00:00:00Z"))).toMatchObject({
      canEdit: false,
      canCancel: true,
    });
  });

  it("of free cancellation, catering and topics are days of their own, closed at the start of the next", () => {
    const all = {
      ...facts,
      lastFreeCancelDay: day("2026-10-01"),
      lastCateringDay: day("2026-10-10"),
      lastTopicDay: day("2026-10-05"),
    };
    const free = instant("2026-10-01T22:00:00Z");
    const catering = instant("2026-10-10T22:00:00Z");
    expect(selfServiceDeadlines(all, free.subtract({ seconds: 1 }))).toMatchObject({ isCancelFree: true });
    expect(selfServiceDeadlines(all, free)).toMatchObject({
      isCancelFree: false,
      canCancel: true,
      isCateringOpen: true,
    });
    expect(selfServiceDeadlines(all, catering)).toMatchObject({ isCateringOpen: false, canEdit: true });
    expect(selfServiceDeadlines(all, free).topicsCloseAt?.toString()).toBe("2026-10-05T22:00:00Z");
    expect(selfServiceDeadlines(facts, catering)).toMatchObject({
      isCancelFree: true,
      freeCancelClosesAt: null,
      isCateringOpen: true,
    });
  });

  it("of one person last longer when the organiser says so, the caterer's never", () => {
    const late = {
      ...facts,
      lastEditDay: day("2026-10-01"),
      lastCancelDay: day("2026-10-01"),
      lastFreeCancelDay: day("2026-10-01"),
      lastCateringDay: day("2026-10-01"),
      extendedThrough: day("2026-10-20"),
    };
    const border = instant("2026-10-20T22:00:00Z");
    expect(selfServiceDeadlines(late, border.subtract({ seconds: 1 }))).toMatchObject({
      canEdit: true,
      canCancel: true,
      isCancelFree: true,
      isCateringOpen: false,
    });
    expect(selfServiceDeadlines(late, border)).toMatchObject({ canEdit: false, canCancel: false, isCancelFree: false });
    const earlier = { ...late, extendedThrough: day("2026-09-01") };
    expect(selfServiceDeadlines(earlier, instant("2026-09-20T00:00:00Z"))).toMatchObject({ canEdit: true });
  });

  it("are gone with a cancelled event", () => {
    const gone = selfServiceDeadlines({ ...facts, status: "CANCELLED" }, instant("2026-09-01T00:00:00Z"));
    expect([gone.canEdit, gone.canCancel]).toEqual([false, false]);
  });
});
