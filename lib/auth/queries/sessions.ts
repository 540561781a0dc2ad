import type { Temporal } from "temporal-polyfill";
import { fromTimestamp, toTimestamp } from "@/lib/core/clock";
import { database } from "@/lib/platform/db";
import type { UserScope } from "../scopes";

/** A browser in which a user is signed in. */
export type SignedInBrowser = {
  readonly id: string;
  readonly browser: string | null;
  readonly system: string | null;
  readonly since: Temporal.Instant;
  /** Within a few minutes. */
  readonly seenAt: Temporal.Instant;
  readonly expiresAt: Temporal.Instant;
  readonly isThisOne: boolean;
};

/** Where a user is signed in, this browser first, then by last use. */
export async function listSessions(user: UserScope, now: Temporal.Instant): Promise<readonly SignedInBrowser[]> {
  const rows = await database().userSession.findMany({
    where: { userId: user.userId, expiresAt: { gt: toTimestamp(now) } },
    select: { id: true, browser: true, system: true, createdAt: true, seenAt: true, expiresAt: true },
    orderBy: [{ seenAt: { sort: "desc", nulls: "last" } }, { id: "asc" }],
  });
  const browsers = rows.map(({ id, browser, system, createdAt, seenAt, expiresAt }) => ({
    ...{ id, browser, system, since: fromTimestamp(createdAt), seenAt: fromTimestamp(seenAt ?? createdAt) },
    ...{ expiresAt: fromTimestamp(expiresAt), isThisOne: id === user.sessionId },
  }));
  return [...browsers.filter((each) => each.isThisOne), ...browsers.filter((each) => !each.isThisOne)];
}
