import { setTimeout } from "node:timers/promises";
import { mintPersonalLink } from "@/lib/auth/commands/mint-personal-link";
import { currentInstant } from "@/lib/core/clock";
import { hashToken } from "@/lib/core/ids";
import { database } from "@/lib/platform/db";
import type { RegistrationState } from "@/lib/registrations/rules/transitions";
import { createInvitation } from "../factories/invitation";
import { createRegistration } from "../factories/registration";
import type { Role } from "./roles";
import type { House } from "./world";

/** A further registration at a house's event, taken over and not agreed to, with links of its own and of its booking. */
export async function ownRegistration(house: House, state: RegistrationState = "CONFIRMED") {
  const soon = currentInstant().add({ hours: 24 });
  const expiresAt = state === "OFFERED" || state === "HELD" ? new Date(soon.epochMilliseconds) : null;
  const wishes = { state, expiresAt, consentedAt: null, consentVersion: null };
  const row = await createRegistration(database(), house.event, wishes, currentInstant());
  const booking = await database().booking.findUniqueOrThrow({
    where: { id: row.bookingId },
    select: { id: true, reference: true },
  });
  const links = {
    ...house.links,
    registration: await mintPersonalLink({ purpose: "REGISTRATION", registrationId: row.id }, soon),
    booking: await mintPersonalLink({ purpose: "BOOKING", bookingId: booking.id }, soon),
  };
  return { id: row.id, reference: row.reference, bookingId: booking.id, bookingReference: booking.reference, links };
}

/** A list that was looked at and is taken in. */
export function importedBy(role: Role): Record<string, string> {
  const list = `namn\te-post\nNy Person\tinford-av-${role}@example.org`;
  const headings = "namn\te-post";
  return {
    ...{ list, headings, reviewed: hashToken(list), step: "import" },
    ...{ "column.name": "0", "column.email": "1" },
  };
}

/** The house with an invitation of its own that nobody has answered. */
export async function withOpenInvitation(house: House): Promise<House> {
  const { id } = await createInvitation(database(), house.event.id);
  return { ...house, invitationId: id };
}

/** The house with an invitation of its own that was looked at, and its link. */
export async function invitedAnew(house: House): Promise<House> {
  const { id } = await createInvitation(database(), house.event.id, { state: "OPENED" });
  const soon = currentInstant().add({ hours: 24 });
  const invitation = await mintPersonalLink({ purpose: "INVITATION", invitationId: id }, soon);
  return { ...house, invitationId: id, links: { ...house.links, invitation } };
}

/** Lets the invitation be sent and withdrawn once more. */
export function openAgain({ invitationId }: House) {
  return database().invitation.update({
    where: { id: invitationId },
    data: { withdrawnAt: null, extendedThrough: null },
  });
}

/** The state once the invitation's page, if it was the one shown, has noted that it was opened. */
export async function settledStateOf(house: House) {
  let state = await stateOf(house);
  for (let tries = 0; tries < 50 && state.invitation.state === "SENT"; tries += 1) {
    await setTimeout(100);
    state = await stateOf(house);
  }
  return state;
}

/** All that an attendee's, an invited person's or an organiser's actions could change. */
export async function stateOf(house: House) {
  const db = database();
  return {
    registration: await db.registration.findUniqueOrThrow({ where: { id: house.registrationId } }),
    invitation: await db.invitation.findUniqueOrThrow({ where: { id: house.invitationId } }),
    needs: await db.sensitiveNeeds.findUnique({ where: { registrationId: house.registrationId } }),
    mails: await db.outboxMail.count({ where: { eventId: house.event.id } }),
    audit: await db.auditEntry.count({ where: { eventId: house.event.id } }),
  };
}
