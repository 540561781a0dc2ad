import type { Temporal } from "temporal-polyfill";
import { toTimestamp } from "@/lib/core/clock";
import { hashToken } from "@/lib/core/ids";
import { fail, ok, type Result } from "@/lib/core/result";
import { database } from "@/lib/platform/db";
import type { UserScope } from "./scopes";

/**
 * Mints the signed-in user's scope from the session cookie's value. A session that has run out, and any session of a
 * user who is disabled, is `signed_out` from the same moment. Reading prolongs nothing.
 */
export async function openUser(
  sessionToken: string | undefined,
  now: Temporal.Instant,
): Promise<Result<UserScope, "signed_out">> {
  if (!sessionToken) return fail("signed_out");
  const session = await database().userSession.findFirst({
    where: { tokenHash: hashToken(sessionToken), expiresAt: { gt: toTimestamp(now) }, user: { disabledAt: null } },
    select: { user: { select: { id: true, email: true, name: true, locale: true } } },
  });
  if (!session) return fail("signed_out");
  const { id, email, name, locale } = session.user;
  return ok({ userId: id, email, name, locale } as UserScope);
}
