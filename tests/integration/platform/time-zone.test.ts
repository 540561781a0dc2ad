import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { PrismaClient } from "@/lib/platform/generated/client";
import { createTestDatabase, type TestDatabase } from "../../support/database";

const NOON_UTC = "2026-07-01T12:00:00.000Z";

let berlin: TestDatabase;
beforeAll(async () => {
  berlin = await createTestDatabase({ timeZone: "Europe/Berlin" });
});
afterAll(() => berlin.drop());

/** What Postgres itself holds, read without the adapter: a round trip through it would hide the shift. */
async function storedInUtc(slug: string): Promise<string> {
  const client = new pg.Client({ connectionString: berlin.url });
  await client.connect();
  const { rows } = await client.query<{ at: string }>(
    `SELECT to_char(created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS at FROM organisation WHERE slug = $1`,
    [slug],
  );
  await client.end();
  return rows[0]?.at ?? "no row";
}

it("a moment is stored as it is, whatever zone the server is set to", async () => {
  await berlin.db.organisation.create({ data: { slug: "ours", name: "Kommunen", createdAt: new Date(NOON_UTC) } });
  expect(await storedInUtc("ours")).toBe(NOON_UTC);
  expect((await berlin.db.organisation.findUniqueOrThrow({ where: { slug: "ours" } })).createdAt.toISOString()).toBe(
    NOON_UTC,
  );
});

it("control: without our connection's zone the same server stores another moment", async () => {
  const plain = new PrismaClient({ adapter: new PrismaPg({ connectionString: berlin.url }) });
  await plain.organisation.create({ data: { slug: "plain", name: "Kommunen", createdAt: new Date(NOON_UTC) } });
  await plain.$disconnect();
  expect(await storedInUtc("plain")).toBe("2026-07-01T10:00:00.000Z");
});
