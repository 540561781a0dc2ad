import type { Database, Transaction } from "@/lib/platform/db";

/** Locks an invitation of the event, so that its guests are counted once at a time. False when the event has none such. */
export async function lockInvitation(
  tx: Transaction,
  { eventId, invitationId }: { readonly eventId: string; readonly invitationId: string },
): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM invitation WHERE id = ${invitationId}::uuid AND event_id = ${eventId}::uuid FOR UPDATE`;
  return rows.length === 1;
}

/** How many guests of an invitation have a place or wait for one. */
export function countGuests(db: Database | Transaction, invitationId: string): Promise<number> {
  const state = { in: ["PENDING_APPROVAL" as const, "CONFIRMED" as const, "WAITLISTED" as const, "OFFERED" as const] };
  return db.registration.count({ where: { guestOfId: invitationId, state } });
}
