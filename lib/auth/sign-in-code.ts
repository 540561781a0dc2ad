import { createHmac, randomInt, timingSafeEqual } from "node:crypto";
import { env } from "@/lib/platform/env";

/** Six digits, to be typed where the link cannot be opened. */
export function newSignInCode(): string {
  return String(randomInt(1_000_000)).padStart(6, "0");
}

/**
 * What is stored of a code: keyed with the installation's secret and bound to one request, since a million plain hashes
 * could be tried in a second by somebody who reads the table.
 */
export function hashSignInCode(signInId: string, code: string): string {
  return createHmac("sha256", env().AUTH_SECRET).update(`sign-in-code:${signInId}:${code}`).digest("hex");
}

/** Compares a typed code with a stored hash in constant time. */
export function isSignInCode(signInId: string, code: string, storedHash: string): boolean {
  const typed = Buffer.from(hashSignInCode(signInId, code));
  const stored = Buffer.from(storedHash);
  return typed.length === stored.length && timingSafeEqual(typed, stored);
}
