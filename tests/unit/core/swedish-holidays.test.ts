import { Temporal } from "temporal-polyfill";
import { expect, it } from "vitest";
import { isSwedishHoliday } from "@/lib/core/swedish-holidays";

const is = (iso: string) => isSwedishHoliday(Temporal.PlainDate.from(iso));

it.each([
  ["2026-04-03", "Good Friday"],
  ["2026-04-06", "Easter Monday"],
  ["2027-03-26", "Good Friday"],
  ["2027-05-06", "Ascension Day"],
  ["2026-06-19", "Midsummer's Eve"],
  ["2027-06-25", "Midsummer's Eve"],
  ["2038-04-26", "the latest Easter Monday"],
  ["2026-12-24", "Christmas Eve"],
  ["2027-01-06", "Epiphany"],
])("%s is free: %s", (iso) => expect(is(iso)).toBe(true));

it.each(["2026-04-02", "2026-04-07", "2026-06-26", "2026-11-23", "2027-05-07", "2026-12-23"])("%s is not", (iso) =>
  expect(is(iso)).toBe(false),
);
