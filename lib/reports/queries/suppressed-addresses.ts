import type { Temporal } from "temporal-polyfill";
import type { EventScope } from "@/lib/auth/scopes";
import { fromTimestamp } from "@/lib/core/clock";
import { database } from "@/lib/platform/db";

/** The most that are listed at once. */
const MOST = 50;

export type SuppressedRecipient = {
  readonly address: string;
  readonly source: "SMTP" | "DSN";
  /** The enhanced status code (RFC 3463) that said so. */
  readonly reason: string;
  readonly since: Temporal.Instant;
};

/** Recipients of this event's mails whose addresses take none any more, latest first. For who may change the whole event. */
export async function listSuppressedRecipients(scope: EventScope): Promise<SuppressedRecipient[]> {
  if (scope.reach.kind !== "whole-event") return [];
  const rows = await database().$queryRaw<
    { address: string; source: "SMTP" | "DSN"; reason: string; since: Date }[]
  >`SELECT s.address, s.source::text, s.reason, s.since FROM suppressed_address s
     WHERE s.organisation_id = ${scope.organisationId}::uuid AND s.scope = 'ALL'
       AND EXISTS (SELECT 1 FROM outbox_mail m WHERE m.event_id = ${scope.eventId}::uuid AND lower(m.to_email) = s.address)
     ORDER BY s.since DESC, s.address LIMIT ${MOST}`;
  return rows.map((row) => ({ ...row, since: fromTimestamp(row.since) }));
}
