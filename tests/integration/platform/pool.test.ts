import { afterAll, expect, it } from "vitest";
import { connect } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";

const narrow = connect(env().DATABASE_URL, { poolSize: 2 });

afterAll(() => narrow.$disconnect());

it("a burst stands in line for a connection, in queries and in transactions", async () => {
  // Twenty times as many as there are connections: the last of them waits for six seconds.
  const burst = Array.from({ length: 40 }, async (_, index) => {
    if (index % 2 === 0) return narrow.$queryRaw`SELECT 1 AS one FROM pg_sleep(0.3)`;
    return narrow.$transaction((tx) => tx.$queryRaw`SELECT 1 AS one FROM pg_sleep(0.3)`);
  });
  expect(await Promise.all(burst)).toEqual(burst.map(() => [{ one: 1 }]));
});
