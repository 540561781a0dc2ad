import { currentInstant, toTimestamp } from "@/lib/core/clock";
import { hashToken, newToken } from "@/lib/core/ids";
import { siteDatabase } from "./site-database";

/** The path of a personal link for a speaker of the site under test, as their mail would carry it. */
export async function mintSpeakerLink(speakerId: string): Promise<string> {
  const token = newToken();
  const expiresAt = toTimestamp(currentInstant().add({ hours: 24 }));
  await siteDatabase().personalLink.create({
    data: { tokenHash: hashToken(token), purpose: "SPEAKER", speakerId, expiresAt },
  });
  return `/s/${token}`;
}
