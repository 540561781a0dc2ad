import type { Temporal } from "temporal-polyfill";
import { toTimestamp } from "@/lib/core/clock";
import { hashToken } from "@/lib/core/ids";
import { database } from "@/lib/platform/db";
import type { Device } from "../rules/device-words";
import { sessionExpiry } from "../rules/sign-in-validity";

/** Stores a signed-in browser under the SHA-256 of its cookie, and clears the user's sessions that have run out. */
export async function startSession(
  token: string,
  userId: string,
  device: Device,
  now: Temporal.Instant,
): Promise<{ expiresAt: Date }> {
  const expiresAt = toTimestamp(sessionExpiry(now));
  await database().$transaction([
    database().userSession.deleteMany({ where: { userId, expiresAt: { lte: toTimestamp(now) } } }),
    database().userSession.create({
      data: {
        ...{ tokenHash: hashToken(token), userId, expiresAt, createdAt: toTimestamp(now) },
        ...{ ...device, seenAt: toTimestamp(now) },
      },
    }),
  ]);
  return { expiresAt };
}
