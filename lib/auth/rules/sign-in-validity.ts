import type { Temporal } from "temporal-polyfill";

/** Wrong codes after which a request to sign in is dead, link and all. Also a CHECK in the database. */
export const MAX_CODE_ATTEMPTS = 5;

/** A link and its code live ten minutes from the request, however long the mail waited. (OWASP ASVS 5.0, 6.6.) */
export function signInExpiry(requestedAt: Temporal.Instant): Temporal.Instant {
  return requestedAt.add({ minutes: 10 });
}

/**
 * A session lasts twelve hours from signing in, one working day, and is not prolonged by use: a browser left open overnight
 * is signed out in the morning.
 */
export function sessionExpiry(signedInAt: Temporal.Instant): Temporal.Instant {
  return signedInAt.add({ hours: 12 });
}

/** How exactly a session knows when it was last used: it is noted at most this often, so that reading hardly ever writes. */
export const SEEN_EVERY = { minutes: 5 } as const;
