import type { RegistrationScope } from "@/lib/auth/scopes";
import { database } from "@/lib/platform/db";
import { storedFiles } from "./stored-files";

const mailColumns = {
  message: true,
  toName: true,
  toEmail: true,
  state: true,
  createdAt: true,
  sentAt: true,
} as const;

/**
 * Everything stored about one attendee, as plain JSON, for the attendee: the registration with its booking, choices, needs,
 * answers, price, payer, code and history, what was asked for, the mails that were sent (which and when; their text is never kept), and
 * how many links are valid. Other people on the same booking are not part of it.
 */
export async function getStoredData({ registrationId, eventId }: RegistrationScope) {
  const db = database();
  const row = await db.registration.findUniqueOrThrow({
    where: { id: registrationId, eventId },
    select: {
      reference: true,
      state: true,
      name: true,
      email: true,
      organisationName: true,
      municipalityCode: true,
      jobTitle: true,
      locale: true,
      answers: true,
      consentedAt: true,
      consentVersion: true,
      protectedIdentity: true,
      extendedThrough: true,
      waitingNumber: true,
      voucher: { select: { code: true } },
      createdAt: true,
      updatedAt: true,
      event: {
        select: { slug: true, title: true, startsOn: true, endsOn: true, organisation: { select: { name: true } } },
      },
      category: { select: { name: true } },
      days: { select: { day: { select: { date: true } } } },
      sessions: { select: { session: { select: { title: true, startsAt: true } } } },
      waiting: { select: { state: true, createdAt: true, session: { select: { title: true } } } },
      needs: { select: { diet: true, access: true, answers: true, deleteAfter: true } },
      booking: {
        select: {
          id: true,
          reference: true,
          registrantName: true,
          registrantEmail: true,
          registrantPhone: true,
          billing: true,
          answers: true,
          outbox: { select: mailColumns, orderBy: { createdAt: "asc" } },
          _count: { select: { links: true } },
        },
      },
      priceLines: { select: { kind: true, text: true, netOre: true, vatPerMille: true, currency: true } },
      transitions: {
        select: { fromState: true, toState: true, actorKind: true, reason: true, at: true },
        orderBy: { id: "asc" },
      },
      changeRequests: { select: { state: true, wanted: true, answer: true, createdAt: true, answeredAt: true } },
      invitation: {
        select: {
          name: true,
          email: true,
          groupName: true,
          state: true,
          declineReason: true,
          sentAt: true,
          answeredAt: true,
        },
      },
      tags: { select: { tag: { select: { name: true } } } },
      notes: { select: { text: true, createdAt: true }, orderBy: { createdAt: "asc" } },
      outbox: { select: mailColumns, orderBy: { createdAt: "asc" } },
      _count: { select: { links: true } },
    },
  });
  const log = await db.auditEntry.findMany({
    where: { eventId, subjectId: registrationId },
    select: { action: true, actorKind: true, detail: true, at: true },
    orderBy: { id: "asc" },
  });
  const home = `/my/${row.reference}`;
  const files = await storedFiles({ registrationId }, home);
  const { booking, _count, outbox, tags, notes, days, sessions, waitingNumber, voucher, ...registration } = row;
  // A booking made by somebody else is theirs: only its reference belongs here.
  const isOwn = booking.registrantEmail.toLowerCase() === row.email.toLowerCase();
  return {
    ...registration,
    files: isOwn ? [...files, ...(await storedFiles({ bookingId: booking.id }, home))] : files,
    days: days.map(({ day }) => day.date.toISOString().slice(0, 10)),
    sessions: sessions.map(({ session }) => session),
    waitingNumber: waitingNumber === null ? null : Number(waitingNumber),
    code: voucher?.code ?? null,
    booking: isOwn ? ownBooking(booking) : { reference: booking.reference },
    // What the organiser keeps for colleagues is shown on no page of the attendee's, but it is theirs to know (GDPR, article 15).
    tags: tags.map(({ tag }) => tag.name),
    notes,
    mails: outbox,
    personalLinks: _count.links,
    log,
  };
}

function ownBooking<
  Row extends { readonly id: string; readonly outbox: unknown; readonly _count: { readonly links: number } },
>({ outbox, _count, id: _id, ...booking }: Row) {
  return { ...booking, mails: outbox, personalLinks: _count.links };
}
