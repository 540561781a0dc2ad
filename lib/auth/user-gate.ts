import type { Temporal } from "temporal-polyfill";
import { toTimestamp } from "@/lib/core/clock";
import { hashToken } from "@/lib/core/ids";
import { fail, ok, type Result } from "@/lib/core/result";
import { database } from "@/lib/platform/db";
import { SEEN_EVERY } from "./rules/sign-in-validity";
import type { UserScope } from "./scopes";

/**
 * Mints the signed-in user's scope from the session cookie's value. A session that has run out, and any session of a
 * user who is disabled, is `signed_out` from the same moment. Use prolongs nothing; when a session was last
 * used is noted every few minutes.
 */
export async function openUser(
  sessionToken: string | undefined,
  now: Temporal.Instant,
): Promise<Result<UserScope, "signed_out">> {
  if (!sessionToken) return fail("signed_out");
  const session = await database().userSession.findFirst({
    where: { tokenHash: hashToken(sessionToken), expiresAt: { gt: toTimestamp(now) }, user: { disabledAt: null } },
    select: { id: true, seenAt: true, user: { select: { id: true, email: true, name: true, locale: true } } },
  });
  if (!session) return fail("signed_out");
  const lately = now.subtract(SEEN_EVERY).epochMilliseconds;
  if (!session.seenAt || session.seenAt.getTime() < lately)
    await database().userSession.updateMany({ where: { id: session.id }, data: { seenAt: toTimestamp(now) } });
  const { id, email, name, locale } = session.user;
  return ok({ userId: id, email, name, locale, sessionId: session.id } as UserScope);
}
