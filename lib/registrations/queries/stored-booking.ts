import type { BookingScope } from "@/lib/auth/scopes";
import { database } from "@/lib/platform/db";
import { storedFiles } from "./stored-files";

/**
 * Everything stored about whoever made a booking, as plain JSON, for them: who they are, who pays, what they answered for the
 * whole booking, what it costs, which mails were sent (their text is never kept), and what became of the places. What their
 * colleagues have answered is not part of it.
 */
export async function getStoredBooking({ bookingId, eventId }: BookingScope) {
  const { _count, outbox, ...row } = await database().booking.findUniqueOrThrow({
    where: { id: bookingId, eventId },
    select: {
      reference: true,
      registrantName: true,
      registrantEmail: true,
      registrantPhone: true,
      locale: true,
      billing: true,
      answers: true,
      createdAt: true,
      event: {
        select: { slug: true, title: true, startsOn: true, endsOn: true, organisation: { select: { name: true } } },
      },
      priceLines: { select: { kind: true, text: true, netOre: true, vatPerMille: true, currency: true } },
      registrations: { select: { reference: true, name: true, state: true, createdAt: true }, orderBy: { id: "asc" } },
      outbox: {
        where: { registrationId: null },
        select: { message: true, toName: true, toEmail: true, state: true, createdAt: true, sentAt: true },
        orderBy: { createdAt: "asc" },
      },
      _count: { select: { links: true } },
    },
  });
  const log = await database().auditEntry.findMany({
    where: { eventId, subjectId: bookingId },
    select: { action: true, actorKind: true, detail: true, at: true },
    orderBy: { id: "asc" },
  });
  const files = await storedFiles({ bookingId }, `/booking/${row.reference}`);
  return { ...row, files, mails: outbox, personalLinks: _count.links, log };
}
