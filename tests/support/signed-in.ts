import type { Temporal } from "temporal-polyfill";
import { startSession } from "@/lib/auth/commands/start-session";
import { openEvent } from "@/lib/auth/event-gate";
import { canSeeList, type Permission } from "@/lib/auth/policy";
import type { EventScope } from "@/lib/auth/scopes";
import { newToken } from "@/lib/core/ids";

/** The cookie's value of a browser in which a user has just signed in. */
export async function sessionOf(userId: string, now: Temporal.Instant): Promise<string> {
  const token = newToken();
  await startSession(token, userId, { browser: null, system: null }, now);
  return token;
}

/** What the gate gives a user at an event. Throws when it stays closed. */
export async function scopeOf(
  userId: string,
  slug: string,
  now: Temporal.Instant,
  permission: Permission = canSeeList,
): Promise<EventScope> {
  const opened = await openEvent(await sessionOf(userId, now), slug, permission, now);
  if (!opened.ok) throw new Error(opened.code);
  return opened.value;
}
