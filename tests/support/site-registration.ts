import { currentInstant, toTimestamp } from "@/lib/core/clock";
import { hashToken, newToken } from "@/lib/core/ids";
import type { CreatedEvent } from "./factories/event";
import { createRegistration, type RegistrationWishes } from "./factories/registration";
import { siteDatabase } from "./site-database";

/** Somebody registered at an event of the site under test, with the path of the link in their mail. */
export async function siteRegistration(event: CreatedEvent, wishes: RegistrationWishes) {
  const db = siteDatabase();
  const token = newToken();
  const reference = token
    .replaceAll(/[^A-Za-z0-9]/g, "")
    .slice(0, 10)
    .toUpperCase();
  const { id: registrationId } = await createRegistration(db, event, { reference, ...wishes }, currentInstant());
  const expiresAt = toTimestamp(currentInstant().add({ hours: 24 }));
  await db.personalLink.create({
    data: { tokenHash: hashToken(token), purpose: "REGISTRATION", registrationId, expiresAt },
  });
  return { link: `/r/${token}`, reference, registrationId };
}
