import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { type OfferFacts, offerEnd } from "@/lib/registrations/rules/offer-expiry";
import { eventObstacle, personObstacles } from "@/lib/registrations/rules/offer-obstacle";
import { beyondEventLine, nextInSessionLines } from "@/lib/registrations/rules/session-line";
import { at } from "@/tests/support/clock";

const date = (iso: string) => Temporal.PlainDate.from(iso);
const event = (wishes: Partial<OfferFacts> = {}): OfferFacts => ({
  timeZone: "Europe/Stockholm",
  offerHours: 9,
  lastRegistrationDay: date("2027-06-30"),
  lastCateringDay: null,
  ...wishes,
});
const until = (from: string, wishes: Partial<OfferFacts> = {}) => {
  const end = offerEnd(event(wishes), at(from));
  if (end.kind !== "until") return end;
  return end.until.toZonedDateTimeISO("Europe/Stockholm").toPlainDateTime().toString({ smallestUnit: "minute" });
};

describe("how long an offer lasts", () => {
  it.each([
    ["during the day, into the next", "2026-11-23 10:00", "2026-11-24T10:00"],
    ["before work begins, that day", "2026-11-23 05:30", "2026-11-23T17:00"],
    ["in the evening, the next day", "2026-11-23 19:00", "2026-11-24T17:00"],
    ["on a Friday afternoon, over the weekend", "2026-11-20 16:00", "2026-11-23T16:00"],
    ["on a Saturday, Monday", "2026-11-21 12:00", "2026-11-23T17:00"],
    ["before the clocks go back, by the clock on the wall", "2026-10-23 16:00", "2026-10-26T16:00"],
    ["before the clocks go forward, over Easter", "2027-03-25 16:00", "2027-03-30T16:00"],
    ["over Christmas", "2026-12-23 12:00", "2026-12-28T12:00"],
  ])("%s", (_, from, expected) => expect(until(from)).toBe(expected));

  it("ends with the registration or the caterer's last day, whichever is first", () => {
    expect(until("2026-11-23 10:00", { lastRegistrationDay: date("2026-11-23") })).toBe("2026-11-24T00:00");
    const both = { lastRegistrationDay: date("2026-11-25"), lastCateringDay: date("2026-11-23") };
    expect(until("2026-11-23 10:00", both)).toBe("2026-11-24T00:00");
  });

  it("is no offer where less than a working hour is left to answer in", () => {
    const last = { lastRegistrationDay: date("2026-11-23") };
    expect(until("2026-11-23 16:00", last)).toBe("2026-11-24T00:00");
    expect(until("2026-11-23 16:01", last)).toEqual({
      kind: "too-late",
      deadline: "registration",
      day: date("2026-11-23"),
    });
    // The last day is a Sunday: nobody is asked over the weekend.
    expect(until("2026-11-21 09:00", { lastCateringDay: date("2026-11-22") })).toMatchObject({ deadline: "catering" });
  });

  it("knows Swedish holidays where the event is in Sweden, and weekends everywhere", () => {
    const inHelsinki = { timeZone: "Europe/Helsinki" };
    // National Day 2028 is a Tuesday; Helsinki is an hour ahead.
    const late = { lastRegistrationDay: date("2028-06-30") };
    expect(until("2028-06-05 10:00", late)).toBe("2028-06-07T10:00");
    expect(until("2028-06-05 10:00", { ...late, ...inHelsinki })).toBe("2028-06-06T10:00");
  });
});

describe("why nobody is offered a place", () => {
  const facts = { ...event(), status: "PUBLISHED", offersPaused: false } as const;
  it("at the event", () => {
    const now = at("2026-11-23 10:00");
    expect(eventObstacle(facts, now)).toBeNull();
    expect(eventObstacle({ ...facts, status: "CANCELLED" }, now)).toEqual({ kind: "not-published" });
    expect(eventObstacle({ ...facts, offersPaused: true }, now)).toEqual({ kind: "paused" });
    const late = { ...facts, offersPaused: true, lastCateringDay: date("2026-11-20") };
    expect(eventObstacle(late, now)).toMatchObject({ kind: "too-late", deadline: "catering" });
  });

  it("to each in line: what is full for them, or that the organiser has to say yes", () => {
    const quota = (id: string, owner: object, capacity: number, used: number) => ({
      ...{ id, eventId: "e", categoryId: null, dayId: null, sessionId: null, voucherId: null, capacity, used },
      ...owner,
    });
    const person = (id: string, categoryId: string, approval = false) => ({
      ...{ id, eventId: "e", categoryId, dayIds: [], sessionIds: [], voucherId: null, approval },
    });
    const quotas = [quota("all", {}, 10, 8), quota("a", { categoryId: "a" }, 3, 3)];
    const line = [person("1", "a"), person("2", "b", true), person("3", "b"), person("4", "b")];
    expect([...personObstacles(line, quotas)]).toEqual([
      ["1", { kind: "full", at: { level: "category", id: "a" } }],
      ["2", { kind: "needs-approval" }],
      ["3", null],
      ["4", { kind: "full", at: { level: "event", id: null } }],
    ]);
  });

  it("serves a session's line first in, first out, one place an offer", () => {
    const row = { eventId: "e", categoryId: null, dayId: null, voucherId: null };
    const quotas = [
      { ...row, id: "q1", sessionId: "s1", capacity: 3, used: 2 },
      { ...row, id: "q2", sessionId: "s2", capacity: 3, used: 3 },
    ];
    const line = ["1", "2", "3"].map((id) => ({ id, sessionId: id === "1" ? "s2" : "s1" }));
    expect(nextInSessionLines(line, quotas)).toEqual(["2"]);
  });

  it("the place that somebody in the event's own line could have is theirs, also before the organiser offers it", () => {
    const none = { eventId: "e", categoryId: null, dayId: null, sessionId: null, voucherId: null };
    const quotas = [
      { ...none, id: "q", capacity: 3, used: 2 },
      { ...none, id: "q1", sessionId: "s1", capacity: 2, used: 1 },
    ];
    const first = { id: "1", eventId: "e", categoryId: "c", dayIds: [], sessionIds: ["s1"], voucherId: null };
    const line = [{ id: "2", sessionId: "s1" }];
    expect(nextInSessionLines(line, beyondEventLine(quotas, [first]))).toEqual([]);
    expect(nextInSessionLines(line, beyondEventLine(quotas, [{ ...first, sessionIds: [] }]))).toEqual(["2"]);
    expect(nextInSessionLines(line, beyondEventLine(quotas, []))).toEqual(["2"]);
  });
});
