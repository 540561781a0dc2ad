import { expect, it } from "vitest";
import { coalesced } from "@/lib/core/coalesce";

it("answers everybody from a read that began after they asked, and shares it", async () => {
  let reads = 0;
  const finish: (() => void)[] = [];
  const read = coalesced(async (key) => {
    const number = ++reads;
    await new Promise<void>((resolve) => finish.push(resolve));
    return `${key} ${number}`;
  });
  const first = read("a");
  const during = [read("a"), read("a")];
  const other = read("b");
  expect(reads).toBe(2);
  for (const done of finish.splice(0)) done();
  expect([await first, await other]).toEqual(["a 1", "b 2"]);
  await Promise.resolve();
  for (const done of finish.splice(0)) done();
  expect(await Promise.all(during)).toEqual(["a 3", "a 3"]);
});

it("a read that fails fails its own callers only", async () => {
  let reads = 0;
  const read = coalesced(async () => {
    reads += 1;
    if (reads === 1) throw new Error("down");
    return reads;
  });
  const [first, second] = await Promise.allSettled([read("a"), read("a")]);
  expect(first).toMatchObject({ status: "rejected" });
  expect(second).toEqual({ status: "fulfilled", value: 2 });
  expect(await read("a")).toBe(3);
});
