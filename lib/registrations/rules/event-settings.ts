import { createHash } from "node:crypto";
import type { EventSettings } from "../settings-schema";

/** A mark of the settings as they were shown: another one means that somebody has changed them since. Names and use do not count. */
export function settingsMark({ places, ...settings }: EventSettings): string {
  const decided = [
    ...Object.entries(settings).toSorted(([a], [b]) => (a < b ? -1 : 1)),
    ...places.map(({ key, capacity }) => [key, capacity]).toSorted(),
  ];
  return createHash("sha256").update(JSON.stringify(decided)).digest("base64url").slice(0, 22);
}

/** The names of the settings that two versions have different, places as "places.<key>". */
export function changedSettings(before: EventSettings, after: EventSettings): string[] {
  const { places: placesBefore, ...plainBefore } = before;
  const { places: placesAfter, ...plainAfter } = after;
  const plain = Object.keys(plainBefore) as (keyof typeof plainBefore)[];
  const capacities = new Map(placesBefore.map(({ key, capacity }) => [key, capacity]));
  return [
    ...plain.filter((name) => plainBefore[name] !== plainAfter[name]),
    ...placesAfter.flatMap(({ key, capacity }) => (capacities.get(key) === capacity ? [] : [`places.${key}`])),
  ];
}
