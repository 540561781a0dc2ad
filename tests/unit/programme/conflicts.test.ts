import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { findConflicts, type PlacedSession } from "@/lib/programme/rules/conflicts";

const at = (time: string) => Temporal.Instant.from(`2027-05-06T${time}:00Z`);
const hall = { id: "hall", seats: 40 };
const day = { opensAt: at("09:00"), closesAt: at("16:00") };

function held(id: string, starts: string, ends: string, more: Partial<PlacedSession> = {}): PlacedSession {
  return {
    ...{ id, kind: "TALK", startsAt: at(starts), endsAt: at(ends), day, room: null, trackId: id, signUp: false },
    ...{ places: null, speakerIds: [], isCancelled: false, ...more },
  };
}

describe("what does not go together in a programme", () => {
  it("is a room used twice at once, but not one after the other", () => {
    const a = held("a", "09:00", "10:00", { room: hall });
    expect(findConflicts([held("b", "09:45", "10:30", { room: hall }), a])).toEqual([
      { kind: "room", sessions: ["a", "b"] },
    ]);
    expect(findConflicts([a, held("b", "10:00", "11:00", { room: hall })])).toEqual([]);
    expect(findConflicts([a, held("b", "09:00", "10:00", { room: { id: "annan", seats: null } })])).toEqual([]);
  });

  it("is a speaker in two places, also when the sessions are days long apart in the list", () => {
    const a = held("a", "09:00", "12:00", { speakerIds: ["kim", "bo"] });
    const b = held("b", "09:30", "10:00");
    const c = held("c", "11:30", "12:30", { speakerIds: ["kim"] });
    expect(findConflicts([c, b, a])).toEqual([{ kind: "speaker", sessions: ["a", "c"], speakerId: "kim" }]);
  });

  it("is what lies outside its day's hours, except a mingle and what has no day", () => {
    expect(findConflicts([held("a", "08:30", "09:30")])).toEqual([{ kind: "outside_hours", sessions: ["a"] }]);
    expect(findConflicts([held("a", "15:30", "16:30")])).toEqual([{ kind: "outside_hours", sessions: ["a"] }]);
    expect(findConflicts([held("a", "09:00", "16:00")])).toEqual([]);
    expect(findConflicts([held("a", "17:00", "19:00", { kind: "MINGLE" })])).toEqual([]);
    expect(findConflicts([held("a", "17:00", "19:00", { day: null })])).toEqual([]);
  });

  it("is a room with fewer seats than places", () => {
    const places = (count: number) => findConflicts([held("a", "09:00", "10:00", { room: hall, places: count })]);
    expect(places(41)).toEqual([{ kind: "room_too_small", sessions: ["a"], seats: 40 }]);
    expect(places(40)).toEqual([]);
  });

  it("is something for everybody while something else goes on; an exhibition stands open all the while", () => {
    const lunch = held("lunch", "12:00", "13:00", { kind: "MEAL", trackId: null });
    expect(findConflicts([lunch, held("b", "12:30", "13:30")])).toEqual([{ kind: "common", sessions: ["lunch", "b"] }]);
    expect(findConflicts([lunch, held("b", "12:30", "13:30", { kind: "EXHIBITION", trackId: null })])).toEqual([]);
    const chosen = { trackId: null, signUp: true };
    expect(findConflicts([held("a", "12:00", "13:00", chosen), held("b", "12:00", "13:00", chosen)])).toEqual([]);
  });

  it("is nothing with what is cancelled", () => {
    const a = held("a", "07:00", "10:00", { room: hall, isCancelled: true });
    expect(findConflicts([a, held("b", "09:00", "10:00", { room: hall })])).toEqual([]);
  });
});
