import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countsIn, type Levels, type QuotaRow } from "@/lib/registrations/rules/capacity";
import { addressAt, type Candidate, decide } from "@/lib/registrations/rules/decide";
import { type InLine, nextInLine } from "@/lib/registrations/rules/line";

const quota = (fields: Partial<QuotaRow> & { capacity: number | null }): QuotaRow => ({
  id: "event-quota",
  eventId: "event",
  categoryId: null,
  dayId: null,
  sessionId: null,
  voucherId: null,
  used: 0,
  ...fields,
});
const levels = (fields: Partial<Levels> = {}): Levels => ({
  eventId: "event",
  categoryId: "delegate",
  dayIds: [],
  sessionIds: [],
  voucherId: null,
  ...fields,
});
let asked = 0;
const candidate = (fields: Partial<Candidate> = {}): Candidate => {
  asked += 1;
  return {
    levels: levels(),
    emailNormalised: `a${asked}@example.org`,
    held: false,
    approval: false,
    waitingList: true,
    ...fields,
  };
};
const waiting = (id: string, fields: Partial<Levels> = {}): InLine => ({ id, ...levels(fields) });
const nobody = { line: [], sessionLines: new Map<string, number>(), living: new Set<string>() };
const states = (verdicts: ReturnType<typeof decide>) =>
  verdicts.map((verdict) => (verdict.kind === "full" ? "full" : verdict.state));

describe("deciding on several at once", () => {
  it("gives places in the order of asking, and lets the others wait or tells them it is full", () => {
    const quotas = [quota({ capacity: 1 })];
    expect(states(decide([candidate(), candidate()], { quotas, ...nobody }))).toEqual(["CONFIRMED", "WAITLISTED"]);
    const impatient = candidate({ waitingList: false });
    expect(decide([candidate(), impatient], { quotas, ...nobody })[1]).toEqual({
      kind: "full",
      at: { level: "event", id: null },
    });
  });

  it("takes all levels or none: a full workshop costs the event no place", () => {
    const quotas = [quota({ capacity: 1 }), quota({ id: "w", sessionId: "workshop", capacity: 0 })];
    const wantsBoth = candidate({ levels: levels({ sessionIds: ["workshop"] }), waitingList: false });
    expect(states(decide([wantsBoth, candidate()], { quotas, ...nobody }))).toEqual(["full", "CONFIRMED"]);
  });

  it("lets nobody jump the line: a freed place belongs to who waits for it", () => {
    const quotas = [quota({ capacity: 10, used: 9 })];
    const ground = { quotas, line: [waiting("first")], sessionLines: new Map(), living: new Set<string>() };
    expect(states(decide([candidate()], ground))).toEqual(["WAITLISTED"]);
  });

  it("keeps nobody from the event for a full session, whose places are first for those in its own line", () => {
    const quotas = [quota({ capacity: 5 }), quota({ id: "w", sessionId: "workshop", capacity: 3, used: 2 })];
    const wants = () => candidate({ levels: levels({ sessionIds: ["workshop"] }) });
    const full = { kind: "full", at: { level: "session", id: "workshop" } };
    expect(decide([wants(), wants()], { ...nobody, quotas })[1]).toEqual(full);
    expect(decide([wants()], { ...nobody, quotas, sessionLines: new Map([["workshop", 1]]) })).toEqual([full]);
  });

  it("story 14: delegates wait while students register in their own quota, to the event's last place", () => {
    const quotas = [
      quota({ capacity: 3, used: 2 }),
      quota({ id: "d", categoryId: "delegate", capacity: 2, used: 2 }),
      quota({ id: "s", categoryId: "student", capacity: 5 }),
    ];
    const student = candidate({ levels: levels({ categoryId: "student" }) });
    const ground = { quotas, line: [waiting("delegate in line")], sessionLines: new Map(), living: new Set<string>() };
    expect(states(decide([candidate(), student], ground))).toEqual(["WAITLISTED", "CONFIRMED"]);
  });

  it("asks for approval, holds for the unnamed, and never lets a spent code or the unnamed wait", () => {
    const quotas = [quota({ capacity: 2 }), quota({ id: "v", voucherId: "code", capacity: 0 })];
    const verdicts = decide(
      [
        candidate({ approval: true }),
        candidate({ held: true }),
        candidate({ held: true }),
        candidate({ levels: levels({ voucherId: "code" }) }),
      ],
      { quotas, ...nobody },
    );
    expect(states(verdicts)).toEqual(["PENDING_APPROVAL", "HELD", "full", "full"]);
    expect(verdicts[3]).toEqual({ kind: "full", at: { level: "voucher", id: "code" } });
  });

  it("answers a known address as a newcomer, and gives the place it did not need to the next", () => {
    const quotas = [quota({ capacity: 1 })];
    const known = candidate();
    const living = new Set([addressAt("event", known.emailNormalised)]);
    const verdicts = decide([known, candidate(), known], { ...nobody, quotas, living });
    expect(verdicts[0]).toEqual({ kind: "exists", state: "CONFIRMED" });
    expect(verdicts[1]).toEqual({ kind: "admitted", state: "CONFIRMED" });
    expect(verdicts[2]).toEqual({ kind: "exists", state: "WAITLISTED" });
    const twice = candidate();
    expect(decide([twice, twice], { quotas, ...nobody }).map(({ kind }) => kind)).toEqual(["admitted", "exists"]);
  });
});

describe("for any quotas, line and newcomers", () => {
  const someLevels = fc.record({
    categoryId: fc.constantFrom("delegate", "student"),
    dayIds: fc.subarray(["day-1", "day-2"]),
    sessionIds: fc.subarray(["workshop"]),
  });
  const room = fc.option(fc.nat(6), { nil: null });
  const someQuotas = fc
    .tuple(room, room, room, room, room, fc.nat(3))
    .map(([event, delegate, student, first, workshop, used]) => [
      quota({ capacity: event, used }),
      quota({ id: "c1", categoryId: "delegate", capacity: delegate, used }),
      quota({ id: "c2", categoryId: "student", capacity: student }),
      quota({ id: "d1", dayId: "day-1", capacity: first, used }),
      quota({ id: "s1", sessionId: "workshop", capacity: workshop }),
    ]);
  const someLine = fc.array(someLevels, { maxLength: 6 }).map((all) => all.map((one, n) => waiting(`w${n}`, one)));
  const newcomers = fc.array(fc.tuple(someLevels, fc.boolean()), { maxLength: 8 });

  const usedAfter = (row: QuotaRow, taken: readonly Levels[]) =>
    row.used + taken.filter((one) => countsIn(row, one)).length;

  it("nothing is oversold, whoever waits keeps their place, and nobody is refused a place that is free", () => {
    fc.assert(
      fc.property(someQuotas, someLine, newcomers, (quotas, line, people) => {
        const candidates = people.map(([wish, waitingList]) => candidate({ levels: levels(wish), waitingList }));
        const verdicts = decide(candidates, { ...nobody, quotas, line });
        const served = new Set(nextInLine(line, quotas));
        const ahead = line.filter(({ id }) => served.has(id));
        const placed = candidates
          .filter((_, index) => states(verdicts)[index] === "CONFIRMED")
          .map((one) => one.levels);
        const all = [...ahead, ...placed];
        for (const row of quotas) {
          const grew = usedAfter(row, all) > row.used;
          if (row.capacity !== null && grew) expect(usedAfter(row, all)).toBeLessThanOrEqual(row.capacity);
        }
        candidates.forEach((one, index) => {
          if (states(verdicts)[index] === "CONFIRMED") return;
          const before = [
            ...ahead,
            ...candidates
              .slice(0, index)
              .map(({ levels: l }) => l)
              .filter((l) => placed.includes(l)),
          ];
          const blocked = quotas.some(
            (row) => countsIn(row, one.levels) && row.capacity !== null && usedAfter(row, before) >= row.capacity,
          );
          expect(blocked).toBe(true);
        });
      }),
    );
  });

  it("the line is served first in, first out: nobody gets a place that an earlier one could have used", () => {
    fc.assert(
      fc.property(someQuotas, someLine, (quotas, line) => {
        const served = new Set(nextInLine(line, quotas));
        line.forEach((one, index) => {
          if (served.has(one.id)) return;
          const ahead = line.slice(0, index).filter(({ id }) => served.has(id));
          const blocked = quotas.some(
            (row) => countsIn(row, one) && row.capacity !== null && usedAfter(row, ahead) >= row.capacity,
          );
          expect(blocked).toBe(true);
        });
      }),
    );
  });
});
