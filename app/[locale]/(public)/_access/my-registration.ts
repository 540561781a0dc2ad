import type { Temporal } from "temporal-polyfill";
import { openRegistration } from "@/lib/auth/personal-link-gate";
import type { RegistrationScope } from "@/lib/auth/scopes";
import { keepToken, keptToken } from "./link-cookie";

const REFERENCE = /^[A-Z0-9-]{4,20}$/;
const cookieName = (reference: string) => `samling-my-${reference}`;

/** Remembers in this browser that the link for a registration was opened. */
export function keepRegistration(reference: string, token: string): Promise<void> {
  return keepToken(cookieName(reference), token);
}

/**
 * The scope of a registration whose personal link was opened in this browser and still is valid. Null for everything else,
 * somebody else's reference included, so that nobody learns which references exist.
 */
export async function findMyScope(reference: string, now: Temporal.Instant): Promise<RegistrationScope | null> {
  if (!REFERENCE.test(reference)) return null;
  const token = await keptToken(cookieName(reference));
  if (!token) return null;
  const opened = await openRegistration(token, now);
  return opened.ok && opened.value.reference === reference ? opened.value : null;
}
