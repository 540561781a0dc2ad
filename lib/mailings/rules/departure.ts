import { Temporal } from "temporal-polyfill";
import { atLocalTime } from "@/lib/core/local-date";
import { fail, ok, type Result } from "@/lib/core/result";

/** How long a mailing lies in the outbox before it leaves, so that it can be taken back. */
export const UNDO = Temporal.Duration.from({ minutes: 5 });

/** When a mailing is to leave as it was typed: a local day and a time of day, or both empty for as soon as can be. */
export type Wished = { readonly date: string; readonly time: string };

/**
 * The instant at which a mailing leaves: never before `UNDO` has passed. Fails with `time_invalid` for half a time or none at
 * all, and with `time_passed` for one that has been.
 */
export function departure(
  { date, time }: Wished,
  timeZone: string,
  now: Temporal.Instant,
): Result<Temporal.Instant, "time_invalid" | "time_passed"> {
  const soonest = now.add(UNDO);
  if (date === "" && time === "") return ok(soonest);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date) || !/^([01]\d|2[0-3])[:.][0-5]\d$/.test(time)) return fail("time_invalid");
  let day: Temporal.PlainDate;
  try {
    day = Temporal.PlainDate.from(date, { overflow: "reject" });
  } catch {
    return fail("time_invalid");
  }
  const wished = atLocalTime(day, time.replace(".", ":"), timeZone);
  if (Temporal.Instant.compare(wished, now) <= 0) return fail("time_passed");
  return ok(Temporal.Instant.compare(wished, soonest) < 0 ? soonest : wished);
}
