import { expect, it } from "vitest";

it("unit tests run far from the events' zones", () => {
  expect(new Date("2026-01-01T00:00:00Z").getTimezoneOffset()).toBe(-345);
});
