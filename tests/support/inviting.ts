import type { Temporal } from "temporal-polyfill";
import type { EventScope, InvitationScope } from "@/lib/auth/scopes";
import { database } from "@/lib/platform/db";
import type { MemberRole } from "@/lib/platform/generated/client";
import { type CreatedEvent, createEvent, type EventWishes } from "./factories/event";
import { createMember } from "./factories/member";
import { scopeOf } from "./signed-in";

/** An event with somebody of its organisation who works with it. */
export async function inviter(
  now: Temporal.Instant,
  role: MemberRole = "EDITOR",
  wishes: EventWishes = {},
): Promise<{ readonly event: CreatedEvent; readonly scope: EventScope }> {
  const event = await createEvent(database(), wishes, now);
  const member = await createMember(database(), event.organisationId, role);
  return { event, scope: await scopeOf(member.id, event.slug, now) };
}

/** What the personal link of an invitation would open. */
export function opened({ id, eventId }: { readonly id: string; readonly eventId: string }): InvitationScope {
  return { invitationId: id, eventId } as InvitationScope;
}

/** The mails of an event that wait to leave, as message and address, in order. */
export async function waitingMails(eventId: string): Promise<string[]> {
  const mails = await database().outboxMail.findMany({
    where: { eventId, state: "QUEUED" },
    select: { message: true, toEmail: true },
  });
  return mails.map(({ message, toEmail }) => `${message} ${toEmail}`).sort();
}
