import { Temporal } from "temporal-polyfill";
import { startOfDay } from "@/lib/core/local-date";

/** Who may register, as the event says it. */
export type Access = {
  readonly access: "OPEN" | "INVITED_FIRST" | "INVITATION_ONLY";
  /** The first local day on which everybody may register, where the invited come first. */
  readonly openToAllOn: Temporal.PlainDate | null;
  readonly timeZone: string;
};

/** Whether only invited people may register now: always, or until the start of the day on which it opens to all. */
export function isInvitedOnly({ access, openToAllOn, timeZone }: Access, now: Temporal.Instant): boolean {
  if (access !== "INVITED_FIRST") return access === "INVITATION_ONLY";
  return openToAllOn !== null && Temporal.Instant.compare(now, startOfDay(openToAllOn, timeZone)) < 0;
}
