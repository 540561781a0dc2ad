import type { Temporal } from "temporal-polyfill";
import { recordAudit } from "@/lib/audit/commands/record-audit";
import type { BookingScope } from "@/lib/auth/scopes";
import { endOfDay, fromDateColumn } from "@/lib/core/local-date";
import { fail, type Ok, ok } from "@/lib/core/result";
import { inTransaction } from "@/lib/platform/transaction";
import type { EraseFailure } from "../errors";
import { canBeErased, erasedAddress, isOver } from "../rules/erasure";
import { forgetBooker } from "./forget-booker";

/**
 * Erases whoever made a booking, once the event is over or nobody of the booking is coming any more: until then they are the
 * contact of their colleagues. The colleagues' own details are theirs to erase. The audit entry lets a restored backup be
 * erased again.
 */
export async function eraseBooker(
  { bookingId, eventId }: BookingScope,
  now: Temporal.Instant,
): Promise<Ok<undefined> | EraseFailure> {
  return inTransaction(async (tx) => {
    await tx.$executeRaw`SELECT 1 FROM registration WHERE booking_id = ${bookingId}::uuid ORDER BY id FOR NO KEY UPDATE`;
    const { event, registrations } = await tx.booking.findUniqueOrThrow({
      where: { id: bookingId, eventId },
      select: {
        event: { select: { organisationId: true, endsOn: true, timeZone: true } },
        registrations: { select: { state: true } },
      },
    });
    const over = isOver(endOfDay(fromDateColumn(event.endsOn), event.timeZone), now);
    if (!registrations.every(({ state }) => canBeErased(state, over))) return fail("erase_not_yet");
    await forgetBooker(tx, bookingId, erasedAddress(bookingId));
    const actor = { kind: "ATTENDEE", id: bookingId } as const;
    const { organisationId } = event;
    await recordAudit(
      tx,
      { organisationId, eventId, actor, action: "booking.registrant_erased", subjectId: bookingId },
      now,
    );
    return ok(undefined);
  });
}
