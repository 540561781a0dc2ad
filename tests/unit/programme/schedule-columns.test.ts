import { Temporal } from "temporal-polyfill";
import { expect, it } from "vitest";
import { scheduleOf } from "@/lib/programme/rules/schedule-columns";

const at = (time: string) => Temporal.Instant.from(`2027-05-06T${time}:00Z`);
const held = (id: string, starts: string, ends: string, roomId: string | null = null) => {
  return { id, startsAt: at(starts), endsAt: at(ends), roomId };
};

it("gives each room a column in the rooms' order, and lets a break run over all of them", () => {
  const { columns, moments, cells } = scheduleOf(
    [held("a", "09:00", "10:00", "liten"), held("b", "09:00", "10:00", "stor"), held("fika", "10:00", "10:30")],
    ["stor", "liten"],
  );
  expect(columns.map(({ roomId }) => roomId)).toEqual(["stor", "liten"]);
  expect(moments).toHaveLength(3);
  expect(cells.get("a")).toEqual({ rows: [1, 2], columns: [2, 3] });
  expect(cells.get("b")).toEqual({ rows: [1, 2], columns: [1, 2] });
  expect(cells.get("fika")).toEqual({ rows: [2, 3], columns: [1, 3] });
});

it("never puts one session over another: a room used twice at once stands there twice, and so does what has no room", () => {
  const { columns, cells } = scheduleOf(
    [held("a", "09:00", "10:00", "stor"), held("b", "09:30", "10:30", "stor"), held("fika", "09:45", "10:00")],
    ["stor"],
  );
  expect(columns).toEqual([
    { roomId: "stor", lane: 1 },
    { roomId: "stor", lane: 2 },
    { roomId: null, lane: 1 },
  ]);
  expect(cells.get("a")).toEqual({ rows: [1, 4], columns: [1, 2] });
  expect(cells.get("b")).toEqual({ rows: [2, 5], columns: [2, 3] });
  expect(cells.get("fika")).toEqual({ rows: [3, 4], columns: [3, 4] });
});
