import { ok, type Result } from "@/lib/core/result";
import { consumeRateLimit, networkOf, type RateLimited, whetherLimited } from "@/lib/platform/rate-limit";
import type { failureOfCode } from "../rules/code-in-body";

/**
 * Whether this network may still try a code: after too many unknown ones also a right one is refused, or registering would
 * be the quicker way to guess than the page. Whoever gives no code, or the right one, is not counted.
 */
export function mayTryCode(code: string | null, clientIp: string): Promise<Result<void, "rate_limited", RateLimited>> {
  return code === null ? Promise.resolve(ok(undefined)) : whetherLimited("code", networkOf(clientIp));
}

/** Counts a code that nobody has. */
export async function noteWrongCode(failure: ReturnType<typeof failureOfCode>, clientIp: string): Promise<void> {
  const isUnknown = failure?.detail["code"]?.some(({ code }) => code === "code_unknown");
  if (isUnknown) await consumeRateLimit("code", networkOf(clientIp));
}
