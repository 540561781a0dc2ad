import type { Temporal } from "temporal-polyfill";
import { toTimestamp } from "@/lib/core/clock";
import { gathered } from "@/lib/core/gather";
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
  await store({ subject, tokenHash: hashToken(token), expiresAt });
  return token;
}

type Link = { readonly subject: LinkSubject; readonly tokenHash: string; readonly expiresAt: Temporal.Instant };

/** Links made at the same time, for a reminder to thousands, are stored in one statement. */
const store = gathered(async (links: readonly Link[]) => {
  const rows = links.map(({ subject, tokenHash, expiresAt }) => ({
    token_hash: tokenHash,
    purpose: subject.purpose,
    registration_id: "registrationId" in subject ? subject.registrationId : null,
    speaker_id: "speakerId" in subject ? subject.speakerId : null,
    invitation_id: "invitationId" in subject ? subject.invitationId : null,
    booking_id: "bookingId" in subject ? subject.bookingId : null,
    expires_at: toTimestamp(expiresAt),
  }));
  await database().$executeRaw`
    -- prepared: store-personal-links
    INSERT INTO personal_link (token_hash, purpose, registration_id, speaker_id, invitation_id, booking_id, expires_at)
    SELECT token_hash, purpose, registration_id, speaker_id, invitation_id, booking_id, expires_at
      FROM jsonb_populate_recordset(NULL::personal_link, ${JSON.stringify(rows)}::jsonb)`;
  return links.map(() => null);
});
