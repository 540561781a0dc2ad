import type { Temporal } from "temporal-polyfill";
import { openSpeaker } from "@/lib/auth/personal-link-gate";
import type { SpeakerScope } from "@/lib/auth/scopes";
import { keepToken, keptToken } from "../../../(public)/_access/link-cookie";

const COOKIE = "samling-speaker";

/** Remembers in this browser that a speaker's link was opened. */
export function keepSpeaker(token: string): Promise<void> {
  return keepToken(COOKIE, token);
}

/** The scope of the speaker whose link was opened in this browser and still is valid, or null. */
export async function findMyScope(now: Temporal.Instant): Promise<SpeakerScope | null> {
  const token = await keptToken(COOKIE);
  if (!token) return null;
  const opened = await openSpeaker(token, now);
  return opened.ok ? opened.value : null;
}
