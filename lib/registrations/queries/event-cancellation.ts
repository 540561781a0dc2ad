import type { Temporal } from "temporal-polyfill";
import type { EventScope } from "@/lib/auth/scopes";
import { fromTimestamp } from "@/lib/core/clock";
import { fromDateColumn, localDate } from "@/lib/core/local-date";
import { type Localised, localised } from "@/lib/core/localised";
import { registrationWindow } from "@/lib/events/rules/registration-window";
import { database } from "@/lib/platform/db";

/** An event as the page shows it where it is called off. */
export type EventCancellation = {
  readonly title: Localised;
  readonly state: "draft" | "ahead" | "cancelled" | "over";
  /** The day on which it was called off, in the event's zone. */
  readonly cancelledOn: Temporal.PlainDate | null;
  /** How many mails say so. */
  readonly told: number;
};

/** Whether the event can still be called off, or when that was done and how many were told. */
export async function findCancellation({ eventId }: EventScope, now: Temporal.Instant): Promise<EventCancellation> {
  const [event, told] = await Promise.all([
    database().event.findUniqueOrThrow({
      where: { id: eventId },
      select: {
        ...{ title: true, status: true, timeZone: true, endsOn: true, cancelledAt: true },
        ...{ registrationOpensOn: true, lastRegistrationDay: true },
      },
    }),
    database().outboxMail.count({ where: { eventId, message: "event-cancelled" } }),
  ]);
  const { state } = registrationWindow(
    {
      ...event,
      endsOn: fromDateColumn(event.endsOn),
      registrationOpensOn: event.registrationOpensOn && fromDateColumn(event.registrationOpensOn),
      lastRegistrationDay: fromDateColumn(event.lastRegistrationDay),
    },
    now,
  );
  const ended = state === "cancelled" || state === "over" ? state : "ahead";
  return {
    title: localised(event.title),
    state: event.status === "DRAFT" ? "draft" : ended,
    cancelledOn: event.cancelledAt && localDate(fromTimestamp(event.cancelledAt), event.timeZone),
    told,
  };
}
