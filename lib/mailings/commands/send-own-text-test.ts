import type { Temporal } from "temporal-polyfill";
import type { EventScope, UserScope } from "@/lib/auth/scopes";
import type { Locale } from "@/lib/core/localised";
import { type Failure, fail, type Ok, ok } from "@/lib/core/result";
import { enqueueMail } from "@/lib/mail/commands/enqueue-mail";
import { consumeRateLimit, type RateLimited } from "@/lib/platform/rate-limit";
import { inTransaction } from "@/lib/platform/transaction";
import { findRegistrationByReference } from "../queries/mailing-in-mail";
import { ownMessage } from "../rules/own-messages";

/** Sends a message as it is worded now to who is signed in, in one language, as the person `reference` would read it. */
export async function sendOwnTextTest(
  { scope, user }: { readonly scope: EventScope; readonly user: UserScope },
  {
    message: name,
    reference,
    locale,
  }: { readonly message: string; readonly reference: string; readonly locale: Locale },
  now: Temporal.Instant,
): Promise<Ok<undefined> | Failure<"message_unknown" | "person_gone"> | Failure<"rate_limited", RateLimited>> {
  const message = ownMessage(name);
  if (!message) return fail("message_unknown");
  const { organisationId, eventId } = scope;
  if (reference !== "" && !(await findRegistrationByReference(eventId, reference))) return fail("person_gone");
  const within = await consumeRateLimit("mail-to-address", user.email);
  if (!within.ok) return within;
  const to = { name: user.name, email: user.email };
  const params = { worded: message, reference };
  return inTransaction(async (tx) => {
    await enqueueMail(tx, { message: "mailing-test", locale, to, organisationId, eventId, params }, now);
    return ok(undefined);
  });
}
