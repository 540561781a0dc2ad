import type { Temporal } from "temporal-polyfill";
import { localDate } from "@/lib/core/local-date";
import type { Locale } from "@/lib/core/localised";
import type { EventListing } from "@/lib/events/queries/event-listing";
import { formatDate } from "@/lib/i18n/format";
import { translator } from "@/lib/i18n/translator";

/** How near the deadline is: calm until three days before, then unmistakable. */
export type Urgency = "calm" | "soon" | "shut";

/** What a visitor needs to know about registering, in one line whose parts are best kept whole. */
export type StatusLine = { readonly parts: readonly string[]; readonly urgency: Urgency };

/** The line for an event as it is now. It opens with the last day, unless that stands beside it already. */
export function statusLine(
  event: EventListing,
  locale: Locale,
  now: Temporal.Instant,
  { lastDayStandsBeside = false } = {},
): StatusLine {
  const t = translator(locale, "event");
  const state = event.window.state;
  if (state === "cancelled") return { parts: [t("cancelled")], urgency: "shut" };
  if (state === "over") return { parts: [t("over")], urgency: "shut" };
  if (state === "closed") return { parts: [t("closed")], urgency: "shut" };
  if (state === "not-yet-open" && event.window.opensAt) {
    return {
      parts: [t("opens", { date: formatDate(localDate(event.window.opensAt, event.timeZone), locale) })],
      urgency: "calm",
    };
  }
  if (event.places.kind === "full") return { parts: [t("full")], urgency: "shut" };
  const days = localDate(now, event.timeZone).until(event.lastRegistrationDay, { largestUnit: "day" }).days;
  const parts = [
    event.isInvitationOnly ? t("invitationOnly") : null,
    event.openToAllOn ? t("invitedFirst", { date: formatDate(event.openToAllOn, locale) }) : null,
    lastDayStandsBeside ? null : t("lastDay", { date: formatDate(event.lastRegistrationDay, locale) }),
    t("daysLeft", { days }),
    event.places.kind === "left" ? t("left", { left: event.places.left }) : null,
    event.places.kind === "few" ? t("few") : null,
  ];
  return { parts: parts.filter((part) => part !== null), urgency: days <= 3 ? "soon" : "calm" };
}
