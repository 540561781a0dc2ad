import type { Temporal } from "temporal-polyfill";
import { toTimestamp } from "@/lib/core/clock";
import { hashToken } from "@/lib/core/ids";
import type { Locale } from "@/lib/core/localised";
import { fail, ok, type Result } from "@/lib/core/result";
import { database } from "@/lib/platform/db";
import { MAX_CODE_ATTEMPTS } from "../rules/sign-in-validity";
import { isSignInCode } from "../sign-in-code";
import { admitUser } from "./admit-user";

/** What somebody shows to sign in: the link's token, or the code typed by hand; always with the address it was sent to. */
export type SignInProof = {
  readonly email: string;
  /** What a newcomer reads. */
  readonly locale?: Locale;
} & ({ readonly token: string } | { readonly code: string });

/**
 * Uses a request to sign in up: at most ten minutes old, once, by the address it was made for. Two uses at the same
 * moment give one sign-in (compare-and-set on `consumedAt`). Wrong, old, used and unknown all fail alike.
 * A newcomer who is expected becomes a user.
 */
export async function consumeSignIn(
  proof: SignInProof,
  now: Temporal.Instant,
): Promise<Result<{ userId: string; email: string }, "sign_in_invalid">> {
  const consumed = "token" in proof ? await consumeToken(proof, now) : await consumeCode(proof, now);
  const user = consumed ? await admitUser({ email: proof.email, name: null, locale: proof.locale ?? "sv" }, now) : null;
  return user ? ok({ userId: user.id, email: user.email }) : fail("sign_in_invalid");
}

async function consumeToken(proof: { email: string; token: string }, now: Temporal.Instant): Promise<boolean> {
  const { count } = await database().signIn.updateMany({
    where: { ...live(proof.email, now), tokenHash: hashToken(proof.token) },
    data: { consumedAt: toTimestamp(now) },
  });
  return count === 1;
}

/** The attempt is counted before the code is looked at: guesses made at the same moment cannot share one attempt. */
async function consumeCode(proof: { email: string; code: string }, now: Temporal.Instant): Promise<boolean> {
  const tried = await database().signIn.updateManyAndReturn({
    where: live(proof.email, now),
    data: { attempts: { increment: 1 } },
    select: { id: true, codeHash: true },
  });
  const match = tried.find((row) => isSignInCode(row.id, proof.code, row.codeHash));
  if (!match) return false;
  const { count } = await database().signIn.updateMany({
    where: { id: match.id, consumedAt: null },
    data: { consumedAt: toTimestamp(now) },
  });
  return count === 1;
}

function live(email: string, now: Temporal.Instant) {
  return { email, consumedAt: null, attempts: { lt: MAX_CODE_ATTEMPTS }, expiresAt: { gt: toTimestamp(now) } };
}
