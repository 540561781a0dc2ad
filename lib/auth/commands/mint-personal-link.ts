import type { Temporal } from "temporal-polyfill";
import { toTimestamp } from "@/lib/core/clock";
import { hashToken, newToken } from "@/lib/core/ids";
import { database } from "@/lib/platform/db";

/** Whom a personal link is for. */
export type LinkSubject =
  | { readonly purpose: "REGISTRATION"; readonly registrationId: string }
  | { readonly purpose: "BOOKING"; readonly bookingId: string }
  | { readonly purpose: "SPEAKER"; readonly speakerId: string }
  | { readonly purpose: "INVITATION"; readonly invitationId: string };

/**
 * Makes a personal link's token: 256 random bits, stored as SHA-256 only, valid until `expiresAt`. Called when a mail is
 * composed, so that no readable token waits in the outbox; several tokens for one subject are valid side by side.
 */
export async function mintPersonalLink(subject: LinkSubject, expiresAt: Temporal.Instant): Promise<string> {
  const token = newToken();
  await database().personalLink.create({
    data: { tokenHash: hashToken(token), expiresAt: toTimestamp(expiresAt), ...subject },
  });
  return token;
}
