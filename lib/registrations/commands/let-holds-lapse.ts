import type { Temporal } from "temporal-polyfill";
import { recordAudit } from "@/lib/audit/commands/record-audit";
import { toTimestamp } from "@/lib/core/clock";
import { enqueueMail } from "@/lib/mail/commands/enqueue-mail";
import { database } from "@/lib/platform/db";
import { inTransaction } from "@/lib/platform/transaction";
import { endWait } from "./end-wait";
import { offerFreedPlaces } from "./offer-freed-places";

const SYSTEM = { kind: "SYSTEM" } as const;
const AT_ONCE = 100;

/**
 * Gives back the places that nobody was named for in time, and tells whoever booked them, once a booking. Run by the worker;
 * a name that comes in the same moment is either in time or too late, never both. Returns how many lapsed.
 */
export async function letHoldsLapse(now: Temporal.Instant): Promise<number> {
  const due = { state: "HELD", expiresAt: { lte: toTimestamp(now) } } as const;
  const bookings = await database().booking.findMany({
    where: { registrations: { some: due } },
    select: {
      id: true,
      eventId: true,
      registrantName: true,
      registrantEmail: true,
      locale: true,
      event: { select: { organisationId: true } },
      registrations: { where: due, select: { id: true }, orderBy: { id: "asc" } },
    },
    orderBy: { id: "asc" },
    take: AT_ONCE,
  });
  let lapsed = 0;
  for (const booking of bookings) lapsed += await lapse(booking, now);
  for (const eventId of new Set(bookings.map((booking) => booking.eventId))) await offerFreedPlaces(eventId, now);
  return lapsed;
}

type Booking = {
  readonly id: string;
  readonly eventId: string;
  readonly registrantName: string;
  readonly registrantEmail: string;
  readonly locale: "sv" | "en";
  readonly event: { readonly organisationId: string };
  readonly registrations: readonly { readonly id: string }[];
};

function lapse(booking: Booking, now: Temporal.Instant): Promise<number> {
  const { id: bookingId, eventId, locale, registrantName: name, registrantEmail: email } = booking;
  const { organisationId } = booking.event;
  return inTransaction(async (tx) => {
    let count = 0;
    for (const { id } of booking.registrations) {
      if (!(await endWait(tx, id, { from: "HELD", event: "let-lapse", actor: SYSTEM }, now))) continue;
      const audited = { organisationId, eventId, actor: SYSTEM, action: "registration.lapsed" } as const;
      await recordAudit(tx, { ...audited, subjectId: id }, now);
      count += 1;
    }
    const mail = { message: "booking-names-lapsed", locale, to: { name, email }, organisationId, eventId } as const;
    if (count > 0) await enqueueMail(tx, { ...mail, bookingId, params: { count } }, now);
    return count;
  });
}
