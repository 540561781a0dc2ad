import { Temporal } from "temporal-polyfill";

/** Days that a new event starts with, all of them the organiser's to change. */
export type ProposedDeadlines = {
  readonly lastEditDay: Temporal.PlainDate;
  readonly lastCancelDay: Temporal.PlainDate;
  readonly lastCateringDay: Temporal.PlainDate;
  readonly needsDeletedOn: Temporal.PlainDate;
};

const CATERING_DAYS = 7;
const NEEDS_KEPT_DAYS = 30;

/**
 * What is proposed from an event's days: the caterer takes changes until a week before, but not before registration has closed;
 * answers can be changed as long; cancelling is possible through the day before; diet and access needs go thirty days after.
 */
export function proposedDeadlines(event: {
  readonly startsOn: Temporal.PlainDate;
  readonly endsOn: Temporal.PlainDate;
  readonly lastRegistrationDay: Temporal.PlainDate;
}): ProposedDeadlines {
  const { startsOn, endsOn, lastRegistrationDay } = event;
  const lastCateringDay = later(startsOn.subtract({ days: CATERING_DAYS }), lastRegistrationDay);
  return {
    lastCateringDay,
    lastEditDay: lastCateringDay,
    lastCancelDay: later(startsOn.subtract({ days: 1 }), lastRegistrationDay),
    needsDeletedOn: endsOn.add({ days: NEEDS_KEPT_DAYS }),
  };
}

function later(one: Temporal.PlainDate, other: Temporal.PlainDate): Temporal.PlainDate {
  return Temporal.PlainDate.compare(one, other) > 0 ? one : other;
}
