import type { Temporal } from "temporal-polyfill";
import type { ReminderKind } from "../rules/kinds";
import type { Narrowing } from "../rules/own-reminder";
import type { ReminderDates } from "../rules/scheduled-time";

/** One time at which a group of an event is to be reminded. */
export type Occasion = Narrowing & {
  readonly kind: ReminderKind;
  readonly eventId: string;
  readonly organisationId: string;
  readonly event: ReminderDates;
  readonly scheduledAt: Temporal.Instant;
  /** Whether those who have opened their invitation are reminded by a rule of their own at this time. */
  readonly withoutOpened: boolean;
};
