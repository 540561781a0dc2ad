import { describe, expect, it } from "vitest";
import { changedSessions, type ToldSession } from "@/lib/programme/rules/told-sessions";

const told: ToldSession = {
  title: { sv: "Trellborgsmodellen", en: "The Trelleborg model" },
  startsAt: "2026-11-28T09:00:00.000Z",
  endsAt: "2026-11-28T09:45:00.000Z",
  room: "Sal A",
  venue: "Folkets hus",
  with: ["Malin Olofsson"],
  isCancelled: false,
};
const changesOf = (before: ToldSession | null, after: ToldSession | null) =>
  changedSessions(before ? { a: before } : {}, after ? { a: after } : {}).flatMap(({ changes }) => changes);

describe("what a speaker is told of their sessions", () => {
  it.each<[string, ToldSession | null, ToldSession | null, string[]]>([
    ["nothing, when nothing is new", told, told, []],
    ["nothing of another title", told, { ...told, title: { sv: "Ny", en: "New" } }, []],
    ["nothing of co-speakers in another order", { ...told, with: ["A", "B"] }, { ...told, with: ["B", "A"] }, []],
    ["another start", told, { ...told, startsAt: "2026-11-28T08:30:00.000Z" }, ["time"]],
    ["another end", told, { ...told, endsAt: "2026-11-28T10:00:00.000Z" }, ["time"]],
    ["another room", told, { ...told, room: "Sal B" }, ["place"]],
    ["another house", told, { ...told, venue: "Stadshuset" }, ["place"]],
    ["another co-speaker", told, { ...told, with: [] }, ["people"]],
    ["cancelled, and nothing else of it", told, { ...told, isCancelled: true, room: "Sal B" }, ["cancelled"]],
    [
      "that it takes place after all, and when it was moved",
      { ...told, isCancelled: true },
      { ...told, room: null },
      ["reinstated", "place"],
    ],
    ["a new session", null, told, ["added"]],
    ["nothing of a new one that is cancelled", null, { ...told, isCancelled: true }, []],
    ["that it is no longer theirs", told, null, ["removed"]],
    ["nothing of one that was cancelled before it went", { ...told, isCancelled: true }, null, []],
  ])("%s", (_what, before, after, changes) => {
    expect(changesOf(before, after)).toEqual(changes);
  });

  it("in the order of time", () => {
    const early = { ...told, startsAt: "2026-11-28T07:00:00.000Z" };
    const moved = (session: ToldSession) => ({ ...session, room: "Sal C" });
    const ids = changedSessions({ b: told, a: early }, { b: moved(told), a: moved(early) }).map(({ id }) => id);
    expect(ids).toEqual(["a", "b"]);
  });
});
