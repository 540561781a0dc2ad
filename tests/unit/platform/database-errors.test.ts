import { expect, it } from "vitest";
import { isConflict, isOversold, isUnavailable } from "@/lib/platform/database-errors";

const postgres = (originalCode: string, originalMessage = "") =>
  Object.assign(new Error(originalMessage), {
    code: "P2010",
    meta: { driverAdapterError: { cause: { originalCode, originalMessage } } },
  });

it("tells what is worth another try from what the visitor must wait for and what is a fault of ours", () => {
  const seen = (error: unknown) => [isConflict(error), isOversold(error), isUnavailable(error)];
  expect(seen(postgres("40P01"))).toEqual([true, false, true]);
  expect(seen(postgres("23505"))).toEqual([true, false, false]);
  expect(seen(postgres("23514", "quota 0199 is full"))).toEqual([false, true, false]);
  expect(seen(postgres("23514", "new row violates check constraint"))).toEqual([false, false, false]);
  expect(seen(postgres("53100"))).toEqual([false, false, true]);
  expect(seen(postgres("57P01"))).toEqual([false, false, true]);
  expect(seen(postgres("22021"))).toEqual([false, false, false]);
  expect(seen(new Error("timeout exceeded when trying to connect"))).toEqual([false, false, true]);
  expect(seen(Object.assign(new Error(""), { code: "P2028" }))).toEqual([false, false, true]);
  expect(seen(new TypeError("x is not a function"))).toEqual([false, false, false]);
  expect(seen("text")).toEqual([false, false, false]);
});
