import { randomBytes } from "node:crypto";
import { currentInstant, toTimestamp } from "@/lib/core/clock";
import { hashToken, newToken } from "@/lib/core/ids";
import { connect, type Database } from "@/lib/platform/db";
import { type CreatedEvent, createEvent, type EventWishes } from "./factories/event";
import { createInvitation } from "./factories/invitation";
import { site } from "./site";

let client: Database | undefined;

/** The database of the site under test: to set up what no visitor can, and to see what was written. */
export function siteDatabase(): Database {
  client ??= connect(site().databaseUrl, { poolSize: 2 });
  return client;
}

/** An event of the demo's organisation that only its own test knows: unlisted, and open unless wished otherwise. */
export async function siteEvent(name: string, wishes: EventWishes = {}): Promise<CreatedEvent> {
  const db = siteDatabase();
  const { organisationId } = await db.event.findUniqueOrThrow({ where: { slug: "demo-open" } });
  const slug = `${name}-${randomBytes(4).toString("hex")}`;
  return createEvent(db, { organisationId, slug, unlisted: true, ...wishes }, currentInstant());
}

/** Somebody invited who has not answered, with the path of the link in their mail. */
export async function invite(event: CreatedEvent, email: string) {
  const db = siteDatabase();
  const invitation = await createInvitation(db, event.id, { email, name: "Inga Bjuden" });
  const token = newToken();
  const expiresAt = toTimestamp(currentInstant().add({ hours: 24 }));
  await db.personalLink.create({
    data: { tokenHash: hashToken(token), purpose: "INVITATION", invitationId: invitation.id, expiresAt },
  });
  const state = async () => (await db.invitation.findUniqueOrThrow({ where: { id: invitation.id } })).state;
  return { path: `/i/${token}`, state };
}
