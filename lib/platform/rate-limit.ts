import { createHash } from "node:crypto";
import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import type { Temporal } from "temporal-polyfill";
import { fail, ok, type Result } from "@/lib/core/result";
import { type Database, database, type Transaction } from "./db";
import { env } from "./env";

/** How many within how many seconds. A whole town hall may share one address, hence the generous limit per network. */
const LIMITS = {
  // Codes are short enough to be guessed by who may ask without end.
  code: { points: 60, duration: 600 },
  registration: { points: 60, duration: 60 },
  // Each may make a mail to as many addresses as a booking has people.
  booking: { points: 10, duration: 600 },
  "mail-to-address": { points: 5, duration: 3600 },
  // Asking for links to be sent again.
  resend: { points: 30, duration: 600 },
  // Files of at most 5 MB each, most of which a registration claims; the others are kept for a day.
  upload: { points: 60, duration: 600 },
  // Naming held places of one booking; also how many addresses somebody can try.
  naming: { points: 100, duration: 3600 },
  // Handing one place on and on; also how many addresses somebody can try.
  substitution: { points: 5, duration: 3600 },
  // Asking for a mail, using its link and guessing its code, together; a code dies by itself after five wrong guesses.
  "sign-in": { points: 60, duration: 600 },
  "sign-in-mail": { points: 5, duration: 600 },
  // Each is a mail to an address that somebody typed; an organisation with many colleagues still gets them in within the hour.
  "member-invitation": { points: 60, duration: 3600 },
  "new-organisation": { points: 5, duration: 3600 },
} as const;
export type LimitName = keyof typeof LIMITS;

export type RateLimited = { readonly retryAfterSeconds: number };

// The limiter's own SQL through the process's pool or the caller's transaction: limits hold across processes, take no
// connections of their own, and are given back with a transaction that is taken back.
function limiter(name: LimitName, db: Database | Transaction): RateLimiterPostgres {
  const { points, duration } = LIMITS[name];
  const storeClient = {
    async query({ text, values }: { text: string; values: unknown[] }) {
      const rows = await db.$queryRawUnsafe<Record<string, unknown>[]>(text, ...values);
      return { rowCount: rows.length, rows: rows.map((row) => ({ ...row, expire: Number(row["expire"]) })) };
    },
  };
  return new RateLimiterPostgres({
    storeClient,
    storeType: "client",
    tableName: "rate_limit",
    tableCreated: true,
    clearExpiredByTimeout: false,
    keyPrefix: name,
    points,
    duration,
  });
}

const hashOf = (key: string) => createHash("sha256").update(key).digest("base64url");

// As the limiter names its rows.
const counterKey = (name: LimitName, key: string) => `${name}:${hashOf(key)}`;

/**
 * Takes one of what `key` (a network, a normalised address) may do of this kind for now. The key is stored as a hash. Always
 * allowed with RATE_LIMITS=off (load tests).
 */
export async function consumeRateLimit(
  name: LimitName,
  key: string,
  db: Database | Transaction = database(),
): Promise<Result<void, "rate_limited", RateLimited>> {
  if (env().RATE_LIMITS === "off") return ok(undefined);
  try {
    await limiter(name, db).consume(hashOf(key));
    return ok(undefined);
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error;
    return fail("rate_limited", { retryAfterSeconds: Math.max(1, Math.ceil(error.msBeforeNext / 1000)) });
  }
}

/** Whether `key` has used up what it may do of this kind for now. Takes nothing. */
export async function whetherLimited(name: LimitName, key: string): Promise<Result<void, "rate_limited", RateLimited>> {
  if (env().RATE_LIMITS === "off") return ok(undefined);
  const taken = await limiter(name, database()).get(hashOf(key));
  if (!taken || taken.consumedPoints < LIMITS[name].points) return ok(undefined);
  return fail("rate_limited", { retryAfterSeconds: Math.max(1, Math.ceil(taken.msBeforeNext / 1000)) });
}

/**
 * The same for many at once, in the caller's transaction and one statement, on the same counters: whether each may, in the
 * order given. Counters are locked in the order of their keys.
 */
export async function consumeRateLimits(
  name: LimitName,
  keys: readonly string[],
  tx: Transaction,
  now: Temporal.Instant,
): Promise<readonly Result<void, "rate_limited", RateLimited>[]> {
  if (env().RATE_LIMITS === "off" || keys.length === 0) return keys.map(() => ok(undefined));
  const { points, duration } = LIMITS[name];
  const hashed = keys.map((key) => counterKey(name, key));
  const times = new Map<string, number>();
  for (const key of hashed) times.set(key, (times.get(key) ?? 0) + 1);
  const asked = [...times].toSorted(([a], [b]) => (a < b ? -1 : 1));
  const at = now.epochMilliseconds;
  const rows = await tx.$queryRaw<{ key: string; points: number; expire: bigint }[]>`
    INSERT INTO rate_limit AS r (key, points, expire)
    SELECT key, points, ${at + duration * 1000}::bigint
      FROM unnest(${asked.map(([key]) => key)}::text[], ${asked.map(([, count]) => count)}::int[]) AS a(key, points)
    ON CONFLICT (key) DO UPDATE
       SET points = CASE WHEN r.expire <= ${at}::bigint THEN excluded.points ELSE r.points + excluded.points END,
           expire = CASE WHEN r.expire <= ${at}::bigint THEN excluded.expire ELSE r.expire END
    RETURNING key, points, expire`;
  const counters = new Map(rows.map((row) => [row.key, { ...row, before: row.points - (times.get(row.key) ?? 0) }]));
  return hashed.map((key) => {
    const counter = counters.get(key);
    if (!counter) throw new Error("a counter was not counted");
    counter.before += 1;
    if (counter.before <= points) return ok(undefined);
    return fail("rate_limited", { retryAfterSeconds: Math.max(1, Math.ceil((Number(counter.expire) - at) / 1000)) });
  });
}

/** The network an address belongs to: IPv4 as it is, IPv6 by /64, since one household or office has that many to rotate. */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped) return mapped;
  if (!address.includes(":")) return address;
  const [head = "", tail] = address.toLowerCase().replace(/%.*$/, "").split("::");
  const first = head === "" ? [] : head.split(":");
  const last = tail ? tail.split(":") : [];
  const zeros = tail === undefined ? [] : Array<string>(Math.max(0, 8 - first.length - last.length)).fill("0");
  const groups = [...first, ...zeros, ...last]
    .slice(0, 4)
    .map((group) => Number.parseInt(group || "0", 16).toString(16));
  return `${groups.join(":")}::/64`;
}

/** Deletes counters that ran out. Returns how many. For the worker's hourly job. */
export async function deleteExpiredRateLimits(now: Temporal.Instant): Promise<number> {
  return (await database().rateLimit.deleteMany({ where: { expire: { lt: BigInt(now.epochMilliseconds) } } })).count;
}
