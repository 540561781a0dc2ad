import type { Temporal } from "temporal-polyfill";
import { localDate } from "@/lib/core/local-date";
import type { Locale, Localised } from "@/lib/core/localised";
import { formatDate, formatTime, inLocale } from "@/lib/i18n/format";
import { translator } from "@/lib/i18n/translator";
import { type DayInLetter, dayLines, type EventInLetter, placeLines } from "./event-in-letter";
import { deadlineItems, type RegistrationInLetter, registrationLetter } from "./registration-in-letter";
import { type Message, render } from "./render";

type Slot = { readonly startsAt: Temporal.Instant; readonly endsAt: Temporal.Instant; readonly room: string | null };

/** One thing that is not as this person was told. Null: there was none, or there is none any more. */
export type ChangeInLetter =
  | { readonly kind: "place"; readonly was: EventInLetter["venue"]; readonly now: EventInLetter["venue"] }
  | { readonly kind: "day"; readonly was: DayInLetter; readonly now: DayInLetter | null }
  | {
      readonly kind: "session";
      readonly title: Localised;
      readonly was: Slot | null;
      readonly now: Slot | null;
    };

/** What was and what is now, for one attendee, with all they come to below it. `hasPlace`: with a calendar entry to replace. */
export function eventChanged(
  registration: RegistrationInLetter,
  { changes, hasPlace }: { readonly changes: readonly ChangeInLetter[]; readonly hasPlace: boolean },
  locale: Locale,
): Message {
  const t = translator(locale, "mailEvent");
  const mail = translator(locale, "mail");
  const event = inLocale(registration.event.title, locale);
  const letter = registrationLetter(registration, locale, {
    subject: t("changed.subject", { event }),
    heading: t("changed.heading"),
    paragraphs: [t("changed.intro", { event })],
  });
  const items = [...(hasPlace ? [mail("changed.calendar")] : []), ...deadlineItems(registration, locale)];
  return render({
    ...letter,
    facts: [...changeLines(changes, registration.event.timeZone, locale), ...letter.facts],
    next: { heading: mail("nextHeading"), items },
  });
}

/** Each change under its name, in two lines: what was, and what is now. */
export function changeLines(
  changes: readonly ChangeInLetter[],
  timeZone: string,
  locale: Locale,
): { readonly label: string; readonly lines: readonly string[] }[] {
  const t = translator(locale, "mailEvent");
  return changes.map((change) => ({
    label: labelOf(change, locale),
    lines: [
      t("changed.was", { what: inWords(change, "was", timeZone, locale) }),
      t("changed.now", { what: inWords(change, "now", timeZone, locale) }),
    ],
  }));
}

function labelOf(change: ChangeInLetter, locale: Locale): string {
  if (change.kind === "session") return inLocale(change.title, locale);
  return translator(locale, "mailEvent")(`changed.${change.kind}`);
}

function inWords(change: ChangeInLetter, which: "was" | "now", timeZone: string, locale: Locale): string {
  const t = translator(locale, "mailEvent");
  if (change.kind === "place") return placeLines({ venue: change[which] }, locale).filter(Boolean).join(", ");
  if (change.kind === "day") {
    const day = change[which];
    return day ? dayLines({ timeZone }, [day], locale).join("") : t("changed.gone");
  }
  const slot = change[which];
  return slot ? slotInWords(slot, timeZone, locale) : t("changed.gone");
}

function slotInWords({ startsAt, endsAt, room }: Slot, timeZone: string, locale: Locale): string {
  const t = translator(locale, "mailEvent");
  const words = t("changed.slot", {
    date: formatDate(localDate(startsAt, timeZone), locale),
    from: formatTime(startsAt, timeZone, locale),
    to: formatTime(endsAt, timeZone, locale),
  });
  return room ? `${words}, ${room}` : words;
}
