import { Temporal } from "temporal-polyfill";
import { localDate } from "@/lib/core/local-date";

type Ground = { readonly endsOn: Temporal.PlainDate; readonly timeZone: string };

/** The first day on which everybody may have a material: the one set, or else the day after the event's last. */
export function publicDay(publicOn: Temporal.PlainDate | null, { endsOn }: Pick<Ground, "endsOn">): Temporal.PlainDate {
  return publicOn ?? endsOn.add({ days: 1 });
}

/** Whether everybody may have it by now, where the event is. */
export function isPublic(publicOn: Temporal.PlainDate | null, event: Ground, now: Temporal.Instant): boolean {
  return Temporal.PlainDate.compare(localDate(now, event.timeZone), publicDay(publicOn, event)) >= 0;
}
