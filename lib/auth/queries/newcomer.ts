import type { Temporal } from "temporal-polyfill";
import { toTimestamp } from "@/lib/core/clock";
import { database } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";
import { allowsSignUp } from "../rules/sign-up";

/** Whether this installation lets an address sign up by itself. */
export function maySignUp(email: string): boolean {
  return allowsSignUp(env().SIGN_UP, email);
}

/** Whether somebody without an account may get one: they are invited to work here, or may sign up by themselves. */
export async function isExpected(email: string, now: Temporal.Instant): Promise<boolean> {
  if (maySignUp(email)) return true;
  const where = { email, closedAt: null, expiresAt: { gt: toTimestamp(now) } };
  return (await database().memberInvitation.count({ where })) > 0;
}
