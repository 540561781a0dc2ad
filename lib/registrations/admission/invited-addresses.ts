import type { Transaction } from "@/lib/platform/db";
import { addressAt } from "../rules/decide";
import type { Placed } from "./write-placed";

/** Which of the people who were just placed have an invitation to the event at their own address, by `addressAt`. */
export async function invitedAddresses(tx: Transaction, placed: readonly Placed[]): Promise<ReadonlySet<string>> {
  const eventIds = placed.map(({ application }) => application.eventId);
  const emails = placed.map(({ person }) => person.details.email.normalised);
  const rows = await tx.$queryRaw<{ eventId: string; email: string }[]>`
    SELECT i.event_id AS "eventId", i.email_normalised AS email FROM invitation i
      JOIN unnest(${eventIds}::uuid[], ${emails}::text[]) AS p(event_id, email)
        ON p.event_id = i.event_id AND p.email = i.email_normalised
     WHERE i.withdrawn_at IS NULL`;
  return new Set(rows.map(({ eventId, email }) => addressAt(eventId, email)));
}
