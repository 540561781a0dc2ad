import { Temporal } from "temporal-polyfill";
import { expect, it } from "vitest";
import { isUuid, newId } from "@/lib/core/ids";

it("ids made for one millisecond sort in the order in which they were made, and are version 7", () => {
  const now = Temporal.Instant.from("2017-11-02T12:00:00.123Z");
  const ids = Array.from({ length: 1000 }, () => newId(now));
  expect(ids.toSorted()).toEqual(ids);
  expect(new Set(ids).size).toBe(1000);
  expect(ids.filter((id) => !isUuid(id) || id[14] !== "7" || !/[89ab]/.test(id[19] ?? ""))).toEqual([]);
  const later = newId(now.add({ milliseconds: 1 }));
  expect(ids.every((id) => id < later)).toBe(true);
});
