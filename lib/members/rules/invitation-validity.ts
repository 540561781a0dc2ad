import type { Temporal } from "temporal-polyfill";

/** An invitation to work in an organisation can be answered for fourteen days. */
export function invitationExpiry(invitedAt: Temporal.Instant): Temporal.Instant {
  return invitedAt.add({ hours: 14 * 24 });
}
