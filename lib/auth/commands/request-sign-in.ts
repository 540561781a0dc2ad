import { setTimeout } from "node:timers/promises";
import type { Temporal } from "temporal-polyfill";
import { toTimestamp } from "@/lib/core/clock";
import { hashToken, newToken } from "@/lib/core/ids";
import type { Locale } from "@/lib/core/localised";
import { ok, type Result } from "@/lib/core/result";
import { enqueueMail } from "@/lib/mail/commands/enqueue-mail";
import { database } from "@/lib/platform/db";
import { consumeRateLimit, networkOf, type RateLimited } from "@/lib/platform/rate-limit";
import { isExpected } from "../queries/newcomer";
import { signInExpiry } from "../rules/sign-in-validity";

/** Longer than the slowest usual answer, so that the time taken does not tell whether somebody was found. */
const ANSWER_AFTER_MS = 250;

/**
 * Asks for a mail with a link and a code. The answer, and the time it takes, are the same whether or not the address belongs
 * to somebody; only users who are not disabled, and newcomers who are expected, get a mail (they in the language asked in). The limits count before anybody is looked up, for the same reason.
 */
export async function requestSignIn(
  email: string,
  locale: Locale,
  clientIp: string,
  now: Temporal.Instant,
): Promise<Result<void, "rate_limited", RateLimited>> {
  const [result] = await Promise.all([request(email, locale, clientIp, now), setTimeout(ANSWER_AFTER_MS)]);
  return result;
}

async function request(
  email: string,
  locale: Locale,
  clientIp: string,
  now: Temporal.Instant,
): Promise<Result<void, "rate_limited", RateLimited>> {
  const network = await consumeRateLimit("sign-in", networkOf(clientIp));
  if (!network.ok) return network;
  const address = await consumeRateLimit("sign-in-mail", email);
  if (!address.ok) return address;
  const user = await database().user.findUnique({
    where: { email },
    select: { name: true, locale: true, disabledAt: true },
  });
  if (user ? user.disabledAt === null : await isExpected(email, now))
    await enqueueSignInMail({ email, name: user?.name ?? null, locale: user?.locale ?? locale }, now);
  return ok(undefined);
}

/** The hashes are of nothing anybody knows: the real ones are made when the mail is composed. */
async function enqueueSignInMail(
  user: { email: string; name: string | null; locale: Locale },
  now: Temporal.Instant,
): Promise<void> {
  await database().$transaction(async (tx) => {
    await tx.signIn.deleteMany({ where: { email: user.email, expiresAt: { lte: toTimestamp(now) } } });
    const { id: signInId } = await tx.signIn.create({
      data: {
        email: user.email,
        tokenHash: hashToken(newToken()),
        codeHash: hashToken(newToken()),
        expiresAt: toTimestamp(signInExpiry(now)),
        createdAt: toTimestamp(now),
      },
      select: { id: true },
    });
    const { email, name, locale } = user;
    await enqueueMail(tx, { message: "sign-in", locale, to: { name, email }, params: { signInId } }, now);
  });
}
