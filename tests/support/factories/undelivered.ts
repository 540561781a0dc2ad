import type { Temporal } from "temporal-polyfill";
import { toTimestamp } from "@/lib/core/clock";
import type { Database } from "@/lib/platform/db";

type About = {
  readonly organisationId: string;
  readonly eventId: string;
  readonly registrationId: string;
  readonly name: string;
  readonly email: string;
};

/** A confirmation that did not arrive, since the address does not exist, and the address's bar; the mail's id. */
export async function createUndelivered(
  db: Database,
  { organisationId, eventId, registrationId, name, email }: About,
  now: Temporal.Instant,
): Promise<string> {
  const at = toTimestamp(now);
  const { id } = await db.outboxMail.create({
    data: {
      ...{ organisationId, eventId, registrationId, message: "registration-confirmed", locale: "sv" },
      ...{ toName: name, toEmail: email, state: "FAILED", attempts: 1, notBefore: at, failedAt: at },
      lastError: "EENVELOPE RCPT TO 550 5.1.1",
    },
    select: { id: true },
  });
  const dead = { organisationId, address: email.toLowerCase(), scope: "ALL" } as const;
  await db.suppressedAddress.upsert({
    where: { organisationId_address_scope: dead },
    create: { ...dead, source: "SMTP", reason: "5.1.1", since: at },
    update: {},
  });
  return id;
}
