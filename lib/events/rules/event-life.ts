import { Temporal } from "temporal-polyfill";

/** What decides whether mail about an event still makes sense. */
export type LifeFacts = {
  readonly status: "DRAFT" | "PUBLISHED" | "CANCELLED" | "ARCHIVED";
  readonly endsAt: Temporal.Instant;
};

/** Whether an event is published and not over. */
export function isAhead({ status, endsAt }: LifeFacts, now: Temporal.Instant): boolean {
  return status === "PUBLISHED" && Temporal.Instant.compare(now, endsAt) < 0;
}

/** Personal links work for sixty days after the event, so that the registration can be looked up when the bill comes. */
export function personalLinkExpiry({ endsAt }: Pick<LifeFacts, "endsAt">): Temporal.Instant {
  return endsAt.add({ hours: 60 * 24 });
}
