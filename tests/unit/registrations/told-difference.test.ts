import { describe, expect, it } from "vitest";
import { type TimesAndPlaces, timesAndPlacesSchema, toldDifferences } from "@/lib/registrations/rules/told-difference";

const DAY_1 = {
  id: "d1",
  date: "2026-11-16",
  opensAt: "2026-11-16T08:00:00+00:00",
  closesAt: "2026-11-16T15:30:00+00:00",
};
const DAY_2 = {
  id: "d2",
  date: "2026-11-17",
  opensAt: "2026-11-17T08:00:00+00:00",
  closesAt: "2026-11-17T15:30:00+00:00",
};
const session = (id: string, dayId: string | null, isChosen: boolean, more: object = {}) => ({
  ...{ id, dayId, isChosen, room: "A", isCancelled: false, title: { sv: id, en: id } },
  ...{ startsAt: "2026-11-16T12:00:00+00:00", endsAt: "2026-11-16T13:00:00+00:00" },
  ...more,
});
type Venue = TimesAndPlaces["venue"];
const VENUE = { name: "Stadshuset", street: null, postalCode: null, city: "Malmö" };
const BASE = {
  timeZone: "Europe/Stockholm",
  venue: VENUE as Venue,
  days: [DAY_1, DAY_2],
  sessions: [session("chosen", "d1", true), session("plenary", "d2", false), session("mingle", null, true)],
};
const state = (more: Partial<typeof BASE> = {}): TimesAndPlaces => timesAndPlacesSchema.parse({ ...BASE, ...more });
const changed = (id: string, more: object) => BASE.sessions.map((one) => (one.id === id ? { ...one, ...more } : one));
const named = (now: TimesAndPlaces, coming: Parameters<typeof toldDifferences>[2], was = state()) =>
  toldDifferences(was, now, coming).map((one) => (one.kind === "session" ? one.title.sv : one.kind));

const FIRST = { dayIds: ["d1"], sessionIds: ["chosen"] };
const SECOND = { dayIds: ["d2"], sessionIds: [] };

describe("what people were told that is so no more", () => {
  it("is nothing where nothing is different, or something has only been added or been renamed", () => {
    expect(named(state(), null)).toEqual([]);
    const more = {
      days: [DAY_1, DAY_2, { ...DAY_2, id: "d3" }],
      sessions: [...BASE.sessions, session("new", "d1", false)],
    };
    expect(named(state(more), null)).toEqual([]);
    expect(named(state({ sessions: changed("chosen", { title: { sv: "Nytt", en: "New" } }) }), null)).toEqual([]);
  });

  it("is the place for everybody, also one that is set or taken away", () => {
    for (const venue of [{ ...VENUE, street: "Storgatan 1" }, null]) {
      expect(named(state({ venue }), FIRST)).toEqual(["place"]);
    }
    expect(named(state(), SECOND, state({ venue: null }))).toEqual(["place"]);
  });

  it("is a day for those who come that day, and for those who chose none", () => {
    const moved = state({ days: [{ ...DAY_1, opensAt: "2026-11-16T09:00:00+00:00" }, DAY_2] });
    expect(named(moved, FIRST)).toEqual(["day"]);
    expect(named(moved, SECOND)).toEqual([]);
    expect(named(moved, { dayIds: [], sessionIds: [] })).toEqual(["day"]);
    expect(toldDifferences(state(), state({ days: [DAY_1] }), SECOND)).toMatchObject([{ kind: "day", now: null }]);
  });

  it("is a session for those who chose it, its room and hour; one for everybody, for those of its day", () => {
    expect(named(state({ sessions: changed("chosen", { room: "B" }) }), FIRST)).toEqual(["chosen"]);
    expect(named(state({ sessions: changed("chosen", { room: "B" }) }), { ...FIRST, sessionIds: [] })).toEqual([]);
    const plenary = state({ sessions: changed("plenary", { startsAt: "2026-11-16T11:00:00+00:00" }) });
    expect(named(plenary, FIRST)).toEqual([]);
    expect(named(plenary, SECOND)).toEqual(["plenary"]);
    expect(named(state({ sessions: changed("mingle", { room: null }) }), SECOND)).toEqual([]);
  });

  it("is a session that is called off or taken out, and one that takes place after all", () => {
    const off = state({ sessions: changed("chosen", { isCancelled: true }) });
    expect(toldDifferences(state(), off, FIRST)).toMatchObject([{ kind: "session", now: null }]);
    const out = state({ sessions: BASE.sessions.filter(({ id }) => id !== "chosen") });
    expect(toldDifferences(state(), out, FIRST)).toMatchObject([{ kind: "session", now: null }]);
    expect(toldDifferences(off, state(), FIRST)).toMatchObject([{ kind: "session", was: null }]);
    expect(toldDifferences(off, off, FIRST)).toEqual([]);
  });

  it("is every hour where the zone is another", () => {
    expect(named(state({ timeZone: "Europe/Helsinki" }), FIRST)).toEqual(["day", "chosen"]);
  });
});
