import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { firstFull, levelOf, type QuotaRow } from "@/lib/registrations/rules/capacity";
import { type Changeable, changedFields } from "@/lib/registrations/rules/changes";
import { impliedDays, sessionsOnDays, sessionWithoutItsDay } from "@/lib/registrations/rules/choices";
import { nextInvitationState } from "@/lib/registrations/rules/invitation-transitions";
import { municipalityOf } from "@/lib/registrations/rules/municipality";
import { maskAddress, readReceipt, signReceipt } from "@/lib/registrations/rules/receipt";
import { findOverlap } from "@/lib/registrations/rules/session-overlap";
import {
  isLiving,
  nextState,
  REGISTRATION_EVENTS,
  REGISTRATION_STATES,
  takesPlace,
} from "@/lib/registrations/rules/transitions";

describe("the state machine", () => {
  it("has exactly the steps that are promised", () => {
    const steps = REGISTRATION_STATES.flatMap((from) =>
      REGISTRATION_EVENTS.flatMap((event) => {
        const to = nextState(from, event);
        return to ? [`${from} ${event} ${to}`] : [];
      }),
    );
    expect(steps.toSorted()).toEqual([
      "CONFIRMED cancel CANCELLED",
      "CONFIRMED substitute SUBSTITUTED",
      "HELD ask-approval PENDING_APPROVAL",
      "HELD cancel CANCELLED",
      "HELD confirm CONFIRMED",
      "HELD join-waiting-list WAITLISTED",
      "HELD let-lapse LAPSED",
      "OFFERED accept-offer CONFIRMED",
      "OFFERED decline-offer DECLINED",
      "OFFERED let-lapse LAPSED",
      "PENDING_APPROVAL approve CONFIRMED",
      "PENDING_APPROVAL cancel CANCELLED",
      "PENDING_APPROVAL reject REJECTED",
      "WAITLISTED cancel CANCELLED",
      "WAITLISTED offer OFFERED",
    ]);
  });

  it("never leads back from an end to a place", () => {
    for (const state of REGISTRATION_STATES.filter((one) => !isLiving(one) && !takesPlace(one))) {
      for (const event of REGISTRATION_EVENTS) expect(nextState(state, event)).toBeNull();
    }
  });

  it("whoever waits holds the address but no place", () => {
    expect([takesPlace("WAITLISTED"), isLiving("WAITLISTED")]).toEqual([false, true]);
    expect(REGISTRATION_STATES.filter(takesPlace)).toEqual(["HELD", "PENDING_APPROVAL", "CONFIRMED", "OFFERED"]);
  });

  it("an invitation's answer can be changed, a declined one is not declined again", () => {
    expect([nextInvitationState("SENT", "open"), nextInvitationState("OPENED", "decline")]).toEqual([
      "OPENED",
      "DECLINED",
    ]);
    expect([nextInvitationState("DECLINED", "accept"), nextInvitationState("DECLINED", "decline")]).toEqual([
      "ACCEPTED",
      null,
    ]);
  });
});

describe("capacity", () => {
  const quota = (fields: Partial<QuotaRow>): QuotaRow => ({
    id: "q",
    categoryId: null,
    dayId: null,
    sessionId: null,
    voucherId: null,
    eventId: "e",
    capacity: 1,
    used: 1,
    ...fields,
  });

  it("tells the widest level that is full first", () => {
    const session = quota({ sessionId: "s" });
    const day = quota({ dayId: "d" });
    const category = quota({ categoryId: "c" });
    expect(firstFull([session, day, category, quota({})])).toEqual({ level: "event", id: null });
    expect(firstFull([session, day, category])).toEqual({ level: "category", id: "c" });
    expect(firstFull([session, day])).toEqual({ level: "day", id: "d" });
    expect(levelOf(session)).toEqual({ level: "session", id: "s" });
  });

  it("is full exactly when nobody more fits; no capacity never is", () => {
    fc.assert(
      fc.property(fc.option(fc.nat(50)), fc.nat(60), (capacity, used) => {
        expect(firstFull([quota({ capacity, used })]) !== null).toBe(capacity !== null && used + 1 > capacity);
      }),
    );
  });
});

describe("sessions at the same time", () => {
  const session = (id: string, from: number, to: number) => ({
    id,
    startsAt: `2018-11-28T${String(from).padStart(2, "0")}:00:00Z`,
    endsAt: `2018-11-28T${String(to).padStart(2, "0")}:00:00Z`,
  });

  it("are named in the order they start; one may begin as another ends", () => {
    expect(findOverlap([session("b", 10, 12), session("a", 9, 11)])?.map(({ id }) => id)).toEqual(["a", "b"]);
    expect(findOverlap([session("a", 9, 10), session("b", 10, 11)])).toBeNull();
    expect(findOverlap([session("long", 8, 17), session("a", 9, 10), session("b", 16, 18)])?.[0].id).toBe("long");
  });

  it("are found exactly when any two share a minute", () => {
    const hours = fc.tuple(fc.integer({ min: 0, max: 21 }), fc.integer({ min: 1, max: 2 }));
    fc.assert(
      fc.property(fc.array(hours, { maxLength: 6 }), (slots) => {
        const all = slots.map(([from, length], index) => session(String(index), from, from + length));
        const pairs = all.flatMap((a, i) => all.slice(i + 1).map((b) => [a, b] as const));
        const any = pairs.some(([a, b]) => a.startsAt < b.endsAt && b.startsAt < a.endsAt);
        expect(findOverlap(all) !== null).toBe(any);
      }),
    );
  });
});

describe("days and sessions", () => {
  const event = {
    days: [{ date: "2018-11-28" }, { date: "2018-11-29" }],
    sessions: [
      { id: "kvallen-fore", date: null },
      { id: "first", date: "2018-11-28" },
      { id: "second", date: "2018-11-29" },
    ],
  };

  it("left out are all days, one day is implied, none stays none", () => {
    expect(impliedDays(event, undefined)).toEqual(["2018-11-28", "2018-11-29"]);
    expect(impliedDays(event, [])).toEqual([]);
    expect(impliedDays({ ...event, days: [{ date: "2018-11-28" }] }, [])).toEqual(["2018-11-28"]);
    expect(impliedDays(event, ["2018-11-29", "2018-11-29"])).toEqual(["2018-11-29"]);
  });

  it("a session needs its day, the evening before needs none", () => {
    expect(sessionWithoutItsDay(event, ["2018-11-29"], ["first"])).toBe("first");
    expect(sessionWithoutItsDay(event, ["2018-11-29"], ["second", "kvallen-fore"])).toBeNull();
  });

  it("a day that goes takes its sessions along", () => {
    expect(sessionsOnDays(event, ["2018-11-29"], ["first", "second", "kvallen-fore"])).toEqual([
      "kvallen-fore",
      "second",
    ]);
  });
});

it("only what differs counts as changed, whatever the order", () => {
  const before: Changeable = {
    days: ["2018-11-28", "2018-11-29"],
    sessionIds: ["a", "b"],
    answers: { x: "1", y: ["p"] },
    sensitiveAnswers: {},
    organisationName: null,
    municipalityCode: null,
    jobTitle: null,
    diet: null,
    access: null,
  };
  const shuffled = { ...before, days: before.days.toReversed(), sessionIds: ["b", "a"], answers: { y: ["p"], x: "1" } };
  expect(changedFields(before, shuffled)).toEqual([]);
  expect(changedFields(before, { ...before, diet: "Vegan", answers: { x: "2" } })).toEqual(["answers", "diet"]);
});

it("two spellings are one municipality, an unknown code is none", () => {
  expect(municipalityOf({ organisationName: "Trellborgs kommun" })).toEqual(
    municipalityOf({ organisationName: "Trelleborg" }),
  );
  expect(municipalityOf({ organisationName: "Trelleborg" })).toMatchObject({ value: "1287" });
  expect(municipalityOf({ municipalityCode: "1287", organisationName: "Lund" })).toMatchObject({ value: "1287" });
  expect(municipalityOf({ municipalityCode: "0000" })).toMatchObject({ ok: false });
  expect(municipalityOf({})).toMatchObject({ value: null });
});

describe("a receipt", () => {
  const secret = "one secret of at least thirty-two letters";

  it("is read by who signed it, and by nobody else", () => {
    const receipt = signReceipt("K7QX-2M9F", "CONFIRMED", secret);
    expect(readReceipt(receipt, secret)).toEqual({ reference: "K7QX-2M9F", status: "CONFIRMED" });
    expect(readReceipt(receipt, `${secret}!`)).toBeNull();
    expect(readReceipt(receipt.replace("K7QX", "K7QZ"), secret)).toBeNull();
    expect(readReceipt(receipt.replace("CONFIRMED", "WAITLISTED"), secret)).toBeNull();
    for (const forged of [
      "",
      ".",
      "K7QX-2M9F",
      "K7QX-2M9F.",
      `${receipt}.x`,
      `${receipt}å`,
      "K7QX-2M9F.åååååååååååååååååååååå",
    ]) {
      expect(readReceipt(forged, secret)).toBeNull();
    }
  });

  it("masks the address it shows", () => {
    expect(maskAddress("anna.berg@example.org")).toBe("a…@example.org");
  });
});
