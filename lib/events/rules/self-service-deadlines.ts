import { Temporal } from "temporal-polyfill";
import { endOfDay } from "@/lib/core/local-date";
import { extendedDay } from "./extended-day";

/** What decides until when attendees may change and cancel by themselves. Dates are local dates in `timeZone` (IANA). */
export type SelfServiceFacts = {
  readonly status: "DRAFT" | "PUBLISHED" | "CANCELLED" | "ARCHIVED";
  readonly timeZone: string;
  readonly startsOn: Temporal.PlainDate;
  readonly lastEditDay: Temporal.PlainDate | null;
  readonly lastCancelDay: Temporal.PlainDate | null;
  /** Last day on which cancelling costs nothing; null: it never costs anything. */
  readonly lastFreeCancelDay: Temporal.PlainDate | null;
  /** Last day on which the caterer takes changes; null: as long as one may change at all. */
  readonly lastCateringDay: Temporal.PlainDate | null;
  readonly lastTopicDay: Temporal.PlainDate | null;
  /** A later last day that the organiser gave this one person. */
  readonly extendedThrough: Temporal.PlainDate | null;
};

export type SelfServiceDeadlines = {
  readonly canEdit: boolean;
  readonly editClosesAt: Temporal.Instant;
  readonly canCancel: boolean;
  readonly cancelClosesAt: Temporal.Instant;
  /** Whether cancelling now costs nothing, and until when; null: for ever. */
  readonly isCancelFree: boolean;
  readonly freeCancelClosesAt: Temporal.Instant | null;
  /** Whether the caterer still takes what is changed; otherwise a change of days, meals or diet is asked for. */
  readonly isCateringOpen: boolean;
  readonly cateringClosesAt: Temporal.Instant | null;
  readonly topicsCloseAt: Temporal.Instant | null;
  readonly canSubstitute: boolean;
  readonly substituteClosesAt: Temporal.Instant;
};

/**
 * Until when an attendee may change answers, cancel, cancel for nothing, change what the caterer counts, propose topics and
 * hand the place to somebody else. Each deadline is its own local day, closed at the start of the next one. Where the
 * organiser has set no day to change or cancel, both last through the day before the event begins: later than the registration
 * deadline, because a place that is freed late is still worth more than an empty chair; a place may be handed over as long.
 * A late extension prolongs what one person may do and what it costs them, never what the caterer or the programme can take.
 */
export function selfServiceDeadlines(event: SelfServiceFacts, now: Temporal.Instant): SelfServiceDeadlines {
  const { timeZone, extendedThrough } = event;
  const dayBefore = event.startsOn.subtract({ days: 1 });
  const throughFor = (day: Temporal.PlainDate) => endOfDay(extendedDay(day, extendedThrough), timeZone);
  const editClosesAt = throughFor(event.lastEditDay ?? dayBefore);
  const cancelClosesAt = throughFor(event.lastCancelDay ?? dayBefore);
  const substituteClosesAt = throughFor(dayBefore);
  const freeCancelClosesAt = event.lastFreeCancelDay && throughFor(event.lastFreeCancelDay);
  const cateringClosesAt = event.lastCateringDay && endOfDay(event.lastCateringDay, timeZone);
  const isLive = event.status === "PUBLISHED";
  const isBefore = (end: Temporal.Instant) => Temporal.Instant.compare(now, end) < 0;
  return {
    canEdit: isLive && isBefore(editClosesAt),
    editClosesAt,
    canCancel: isLive && isBefore(cancelClosesAt),
    cancelClosesAt,
    isCancelFree: freeCancelClosesAt === null || isBefore(freeCancelClosesAt),
    freeCancelClosesAt,
    isCateringOpen: cateringClosesAt === null || isBefore(cateringClosesAt),
    cateringClosesAt,
    topicsCloseAt: event.lastTopicDay && endOfDay(event.lastTopicDay, timeZone),
    canSubstitute: isLive && isBefore(substituteClosesAt),
    substituteClosesAt,
  };
}
