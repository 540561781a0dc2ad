import { createHmac, timingSafeEqual } from "node:crypto";
import { Temporal } from "temporal-polyfill";
import { fail, ok, type Result } from "@/lib/core/result";
import { env } from "@/lib/platform/env";

/** Nobody reads and fills in a form faster than this. */
const SHORTEST_SECONDS = 2;
const LONGEST_HOURS = 24;

export type StampFailure = "stamp_too_fast" | "stamp_expired" | "stamp_invalid";

function signature(issuedAt: string, purpose: string): string {
  return createHmac("sha256", env().AUTH_SECRET).update(`form:${purpose}:${issuedAt}`).digest("base64url");
}

/** When a form was handed out, signed, to be sent back with it: a robot that posts at once, or for ever, is asked again. */
export function issueFormStamp(purpose: string, now: Temporal.Instant): string {
  const issuedAt = String(now.epochMilliseconds);
  return `${issuedAt}.${signature(issuedAt, purpose)}`;
}

/** Whether a stamp was issued here for this purpose, at least two seconds and at most a day ago. */
export function checkFormStamp(stamp: string, purpose: string, now: Temporal.Instant): Result<void, StampFailure> {
  const [issuedAt = "", signed = "", ...rest] = stamp.split(".");
  const expected = Buffer.from(signature(issuedAt, purpose));
  const given = Buffer.from(signed);
  if (rest.length > 0 || given.length !== expected.length || !timingSafeEqual(given, expected)) {
    return fail("stamp_invalid");
  }
  const issued = Temporal.Instant.fromEpochMilliseconds(Number(issuedAt));
  if (Temporal.Instant.compare(now, issued.add({ seconds: SHORTEST_SECONDS })) < 0) return fail("stamp_too_fast");
  if (Temporal.Instant.compare(now, issued.add({ hours: LONGEST_HOURS })) > 0) return fail("stamp_expired");
  return ok(undefined);
}
