import type { Temporal } from "temporal-polyfill";
import { openInvitation } from "@/lib/auth/personal-link-gate";
import type { InvitationScope } from "@/lib/auth/scopes";
import { isSlug } from "@/lib/core/slug";
import { keepToken, keptToken } from "./link-cookie";

const cookieName = (slug: string) => `samling-invitation-${slug}`;

/** Remembers in this browser that the invitation to an event was opened. */
export function keepInvitation(slug: string, token: string): Promise<void> {
  return keepToken(cookieName(slug), token);
}

/** The scope of the invitation to an event that was opened in this browser, or null. */
export async function findMyInvitation(slug: string, now: Temporal.Instant): Promise<InvitationScope | null> {
  if (!isSlug(slug)) return null;
  const token = await keptToken(cookieName(slug));
  if (!token) return null;
  const opened = await openInvitation(token, now);
  return opened.ok && opened.value.eventSlug === slug ? opened.value : null;
}
