import { createHash } from "node:crypto";
import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { fail, ok, type Result } from "@/lib/core/result";
import { database } from "./db";
import { env } from "./env";

/** How many within how many seconds. A whole town hall may share one address, hence the generous limit per network. */
const LIMITS = {
  registration: { points: 60, duration: 60 },
  "mail-to-address": { points: 5, duration: 3600 },
} as const;
export type LimitName = keyof typeof LIMITS;

export type RateLimited = { readonly retryAfterSeconds: number };

// The limiter's own SQL through the process's one pool: limits hold across processes and take no connections of their own.
const store = {
  async query({ text, values }: { text: string; values: unknown[] }) {
    const rows = await database().$queryRawUnsafe<Record<string, unknown>[]>(text, ...values);
    return { rows: rows.map((row) => ({ ...row, expire: row["expire"] === null ? null : Number(row["expire"]) })) };
  },
};

const limiters = new Map<LimitName, RateLimiterPostgres>();

function limiter(name: LimitName): RateLimiterPostgres {
  let found = limiters.get(name);
  if (!found) {
    const { points, duration } = LIMITS[name];
    found = new RateLimiterPostgres({
      storeClient: store,
      storeType: "client",
      tableName: "rate_limit",
      tableCreated: true,
      keyPrefix: name,
      points,
      duration,
    });
    limiters.set(name, found);
  }
  return found;
}

/**
 * Takes one of what `key` (a network, a normalised address) may do of this kind for now. The key is stored as a hash. Always
 * allowed with RATE_LIMITS=off (load tests).
 */
export async function consumeRateLimit(
  name: LimitName,
  key: string,
): Promise<Result<void, never> | RateLimitedFailure> {
  if (env().RATE_LIMITS === "off") return ok(undefined);
  try {
    await limiter(name).consume(createHash("sha256").update(key).digest("base64url"));
    return ok(undefined);
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error;
    return fail("rate_limited", { retryAfterSeconds: Math.max(1, Math.ceil(error.msBeforeNext / 1000)) });
  }
}
type RateLimitedFailure = Extract<Result<void, "rate_limited", RateLimited>, { ok: false }>;

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
