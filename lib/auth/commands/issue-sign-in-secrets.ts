import type { Temporal } from "temporal-polyfill";
import { fromTimestamp, toTimestamp } from "@/lib/core/clock";
import { hashToken, newToken } from "@/lib/core/ids";
import { fail, ok, type Result } from "@/lib/core/result";
import { database } from "@/lib/platform/db";
import { hashSignInCode, newSignInCode } from "../sign-in-code";

/** What the sign-in mail says: the link's token, the code, and when both die. */
export type SignInSecrets = {
  readonly email: string;
  readonly token: string;
  readonly code: string;
  readonly expiresAt: Temporal.Instant;
};

/**
 * Makes the token and the code of one request to sign in and stores their hashes. Called while the mail is composed, so
 * that no readable secret waits in the outbox; composing again (a second delivery attempt) replaces them.
 * Fails with `obsolete` when the request is used, dead or too old to be worth mailing.
 */
export async function issueSignInSecrets(
  signInId: string,
  now: Temporal.Instant,
): Promise<Result<SignInSecrets, "obsolete">> {
  const token = newToken();
  const code = newSignInCode();
  const [row] = await database().signIn.updateManyAndReturn({
    where: { id: signInId, consumedAt: null, attempts: 0, expiresAt: { gt: toTimestamp(now) } },
    data: { tokenHash: hashToken(token), codeHash: hashSignInCode(signInId, code) },
    select: { email: true, expiresAt: true },
  });
  return row ? ok({ email: row.email, token, code, expiresAt: fromTimestamp(row.expiresAt) }) : fail("obsolete");
}
