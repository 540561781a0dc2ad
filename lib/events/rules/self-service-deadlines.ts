import { Temporal } from "temporal-polyfill";
import { endOfDay } from "@/lib/core/local-date";

/** What decides until when attendees may change and cancel by themselves. Dates are local dates in `timeZone` (IANA). */
export type SelfServiceFacts = {
  readonly status: "DRAFT" | "PUBLISHED" | "CANCELLED" | "ARCHIVED";
  readonly timeZone: string;
  readonly startsOn: Temporal.PlainDate;
  readonly lastEditDay: Temporal.PlainDate | null;
  readonly lastCancelDay: Temporal.PlainDate | null;
};

export type SelfServiceDeadlines = {
  readonly canEdit: boolean;
  readonly editClosesAt: Temporal.Instant;
  readonly canCancel: boolean;
  readonly cancelClosesAt: Temporal.Instant;
};

/**
 * Until when an attendee may change answers and cancel. Each deadline is its own local day, closed at the start of the next
 * one. Where the organiser has set none, both last through the day before the event begins: later than the registration
 * deadline, because a place that is freed late is still worth more than an empty chair.
 */
export function selfServiceDeadlines(event: SelfServiceFacts, now: Temporal.Instant): SelfServiceDeadlines {
  const dayBefore = event.startsOn.subtract({ days: 1 });
  const editClosesAt = endOfDay(event.lastEditDay ?? dayBefore, event.timeZone);
  const cancelClosesAt = endOfDay(event.lastCancelDay ?? dayBefore, event.timeZone);
  const isLive = event.status === "PUBLISHED";
  return {
    canEdit: isLive && Temporal.Instant.compare(now, editClosesAt) < 0,
    editClosesAt,
    canCancel: isLive && Temporal.Instant.compare(now, cancelClosesAt) < 0,
    cancelClosesAt,
  };
}
