import { setTimeout } from "node:timers/promises";
import type { Temporal } from "temporal-polyfill";
import { toTimestamp } from "@/lib/core/clock";
import type { EmailAddress } from "@/lib/core/email-address";
import { fail, type Ok, ok } from "@/lib/core/result";
import { isSlug } from "@/lib/core/slug";
import { enqueueMail } from "@/lib/mail/commands/enqueue-mail";
import type { Transaction } from "@/lib/platform/db";
import { consumeRateLimit, networkOf } from "@/lib/platform/rate-limit";
import { inTransaction } from "@/lib/platform/transaction";
import type { ResendFailure } from "../errors";
import { resendSchema } from "../schema";

/** Longer than the slowest usual answer, so that the time taken does not tell whether somebody was found. */
const ANSWER_AFTER_MS = 250;
/** Links work so long after the last day; older registrations are not sent any. */
const DAYS_AFTER = 60;
const MOST_MAILS = 10;

/** What was typed, from which network, and the event it is about; an empty slug means every event. */
export type Resending = { readonly body: unknown; readonly slug: string; readonly clientIp: string };

/**
 * Sends somebody the link to their registration again, to the address it was made with. The answer, and the time it takes,
 * are the same whether or not the address is registered: only its owner learns that. An address that is none is said to be.
 */
export async function resendLink(resending: Resending, now: Temporal.Instant): Promise<Ok<undefined> | ResendFailure> {
  const parsed = resendSchema.safeParse(resending.body);
  if (!parsed.success) return fail("email_invalid");
  const [answer] = await Promise.all([resend(parsed.data.email, resending, now), setTimeout(ANSWER_AFTER_MS)]);
  return answer;
}

async function resend(
  email: EmailAddress,
  { slug, clientIp }: Resending,
  now: Temporal.Instant,
): Promise<Ok<undefined> | ResendFailure> {
  // Both limits count before anybody is looked up, or they would tell known addresses from others.
  const network = await consumeRateLimit("resend", networkOf(clientIp));
  if (!network.ok) return network;
  const address = await consumeRateLimit("mail-to-address", email.normalised);
  if (!address.ok) return address;
  await inTransaction(async (tx) => {
    for (const registration of await listLiving(tx, email.normalised, slug, now)) {
      const { id: registrationId, eventId, name, locale, event } = registration;
      const to = { name, email: registration.email };
      const { organisationId } = event;
      await enqueueMail(tx, { message: "my-link", locale, to, organisationId, eventId, registrationId }, now);
    }
  });
  return ok(undefined);
}

function listLiving(tx: Transaction, emailNormalised: string, slug: string, now: Temporal.Instant) {
  return tx.registration.findMany({
    where: {
      emailNormalised,
      state: { in: ["CONFIRMED", "PENDING_APPROVAL", "WAITLISTED", "OFFERED"] },
      event: {
        status: "PUBLISHED",
        endsOn: { gt: toTimestamp(now.subtract({ hours: DAYS_AFTER * 24 })) },
        ...(slug !== "" && { slug: isSlug(slug) ? slug : "-" }),
      },
    },
    orderBy: { event: { startsOn: "desc" } },
    take: MOST_MAILS,
    select: {
      id: true,
      eventId: true,
      name: true,
      email: true,
      locale: true,
      event: { select: { organisationId: true } },
    },
  });
}
