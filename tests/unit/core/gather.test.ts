import { expect, it } from "vitest";
import { gathered } from "@/lib/core/gather";

/** Work that is done when it is told to, and what it was asked for. */
function controlled() {
  const groups: { asked: readonly number[]; finish: () => void; fail: () => void }[] = [];
  const double = gathered(
    (asked: readonly number[]) =>
      new Promise<readonly number[]>((resolve, reject) => {
        groups.push({
          asked,
          finish: () => resolve(asked.map((one) => one * 2)),
          fail: () => reject(new Error("no")),
        });
      }),
  );
  return { double, groups };
}

const nextTurn = () => new Promise<void>((resolve) => setTimeout(resolve, 5));

it("does together what is asked for in one turn, and answers each with his own", async () => {
  const { double, groups } = controlled();
  const answers = Promise.all([double(3), double(1), double(2)]);
  await nextTurn();
  expect(groups.map(({ asked }) => asked)).toEqual([[3, 1, 2]]);
  groups[0]?.finish();
  expect(await answers).toEqual([6, 2, 4]);
});

it("gathers those who come while it works for the time after", async () => {
  const { double, groups } = controlled();
  const first = double(1);
  await nextTurn();
  const later = [double(2)];
  await nextTurn();
  later.push(double(3));
  expect(groups.length).toBe(1);
  groups[0]?.finish();
  expect(await first).toBe(2);
  await nextTurn();
  expect(groups.map(({ asked }) => asked)).toEqual([[1], [2, 3]]);
  groups[1]?.finish();
  expect(await Promise.all(later)).toEqual([4, 6]);
});

it("fails for one group and goes on with the next", async () => {
  const { double, groups } = controlled();
  const failing = [double(1), double(2)].map((one) => expect(one).rejects.toThrow("no"));
  await nextTurn();
  const next = double(3);
  groups[0]?.fail();
  await Promise.all(failing);
  await nextTurn();
  groups[1]?.finish();
  expect(await next).toBe(6);
});
