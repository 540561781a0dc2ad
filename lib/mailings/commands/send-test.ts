import type { Temporal } from "temporal-polyfill";
import type { EventScope, UserScope } from "@/lib/auth/scopes";
import type { Locale } from "@/lib/core/localised";
import { type Failure, fail, type Ok, ok } from "@/lib/core/result";
import { enqueueMail } from "@/lib/mail/commands/enqueue-mail";
import { consumeRateLimit, type RateLimited } from "@/lib/platform/rate-limit";
import { inTransaction } from "@/lib/platform/transaction";
import { findMailing } from "../queries/mailing";

/** Sends the mailing as it is now to who is signed in, in one language, as its recipient `reference` would read it. */
export async function sendTest(
  { scope, user }: { readonly scope: EventScope; readonly user: UserScope },
  { id, reference, locale }: { readonly id: string; readonly reference: string; readonly locale: Locale },
  now: Temporal.Instant,
): Promise<Ok<undefined> | Failure<"mailing_gone"> | Failure<"rate_limited", RateLimited>> {
  const mailing = await findMailing(scope, id);
  if (!mailing) return fail("mailing_gone");
  const within = await consumeRateLimit("mail-to-address", user.email);
  if (!within.ok) return within;
  const { organisationId, eventId } = scope;
  const to = { name: user.name, email: user.email };
  const params = { mailing: id, reference };
  return inTransaction(async (tx) => {
    await enqueueMail(tx, { message: "mailing-test", locale, to, organisationId, eventId, params }, now);
    return ok(undefined);
  });
}
