import type { InvitationScope } from "@/lib/auth/scopes";
import { database } from "@/lib/platform/db";

/**
 * Everything stored about somebody invited, as plain JSON, for them: what the organiser wrote down, what they answered, whom
 * they brought, which mails were sent (their text is never kept), and how many links are valid. What they answered on a
 * registration is told by the registration's own page.
 */
export async function getStoredInvitation({ invitationId, eventId }: InvitationScope) {
  const { _count, outbox, ...row } = await database().invitation.findUniqueOrThrow({
    where: { id: invitationId, eventId },
    select: {
      ...{ name: true, email: true, organisationName: true, municipalityCode: true, groupName: true, locale: true },
      ...{ state: true, declineReason: true, extraGuests: true, extendedThrough: true },
      ...{ sentAt: true, answeredAt: true, createdAt: true },
      category: { select: { name: true } },
      event: {
        select: { slug: true, title: true, startsOn: true, endsOn: true, organisation: { select: { name: true } } },
      },
      registration: { select: { reference: true, state: true } },
      guests: { select: { name: true, state: true, createdAt: true }, orderBy: { id: "asc" } },
      outbox: {
        select: { message: true, toName: true, toEmail: true, state: true, createdAt: true, sentAt: true },
        orderBy: { createdAt: "asc" },
      },
      _count: { select: { links: true } },
    },
  });
  const log = await database().auditEntry.findMany({
    where: { eventId, subjectId: invitationId },
    select: { action: true, actorKind: true, detail: true, at: true },
    orderBy: { id: "asc" },
  });
  return { ...row, mails: outbox, personalLinks: _count.links, log };
}
