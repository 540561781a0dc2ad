import { Temporal } from "temporal-polyfill";
import { z } from "zod";
import type { Localised } from "@/lib/core/localised";

/** The settings that are days, in the order in which they are asked for. */
export const SETTING_DAYS = [
  "registrationOpensOn",
  "openToAllOn",
  "lastRegistrationDay",
  "lastEditDay",
  "lastFreeCancelDay",
  "lastCancelDay",
  "lastNamingDay",
  "lastTopicDay",
  "lastCateringDay",
] as const;
export type SettingDay = (typeof SETTING_DAYS)[number];
export const SETTING_TICKS = ["waitingList", "approval", "invitationsForwardable"] as const;
export const ACCESS = ["OPEN", "INVITED_FIRST", "INVITATION_ONLY"] as const;
export const AVAILABILITY = ["EXACT", "FEW", "HIDDEN"] as const;

/** Places at one level of an event. */
export type PlacesSetting = {
  /** "event", or the id of the category, day or session. */
  readonly key: string;
  readonly level: "event" | "category" | "day" | "session";
  /** Null for the event itself. */
  readonly name: Localised | null;
  /** A day's or a session's, ISO. */
  readonly date: string | null;
  /** Null is no limit. */
  readonly capacity: number | null;
  readonly used: number;
};

/** What an organiser decides about an event's registration, as it is stored. Days are ISO dates, local to the event. */
export type EventSettings = Readonly<Record<SettingDay, string | null>> & {
  readonly access: "OPEN" | "INVITED_FIRST" | "INVITATION_ONLY";
  readonly availability: "EXACT" | "FEW" | "HIDDEN";
  readonly waitingList: boolean;
  readonly approval: boolean;
  readonly invitationsForwardable: boolean;
  /** Working hours. */
  readonly offerHours: number;
  readonly places: readonly PlacesSetting[];
};

/** Settings as an organiser is shown them; another mark means that somebody has changed them since. */
export type SettingsShown = { readonly settings: EventSettings; readonly mark: string };

/** What can be wrong with one of an organiser's settings for registration. */
export type SettingsFieldCode =
  | "required"
  | "wrong_type"
  | "date_invalid"
  | "choice_unknown"
  | "hours_invalid"
  | "places_invalid"
  | "after_event"
  | "before_opening"
  | "after_last_day"
  | "after_last_cancel_day"
  | "places_held";

/** The most working hours for which an offered place is kept: two weeks and more. */
const MOST_OFFER_HOURS = 90;
const MOST_PLACES = 1_000_000;

const wrong = (code: SettingsFieldCode) => code;
const written = z.string({ error: wrong("wrong_type") }).max(200, wrong("wrong_type"));

// Years of four digits: what a date field can send and a calendar can show.
const day = written.default("").transform((value, context): string | null => {
  const text = value.trim();
  if (text === "") return null;
  try {
    if (/^[12]\d{3}-\d{2}-\d{2}$/.test(text)) return Temporal.PlainDate.from(text).toString();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  context.addIssue({ code: "custom", message: wrong("date_invalid") });
  return z.NEVER;
});

const whole = (most: number, least: number, code: SettingsFieldCode) =>
  written.transform((value, context): number => {
    const text = value.trim();
    const number = /^\d{1,7}$/.test(text) ? Number(text) : Number.NaN;
    if (number >= least && number <= most) return number;
    context.addIssue({ code: "custom", message: wrong(code) });
    return z.NEVER;
  });

const places = written.transform((value, context): number | null => {
  if (value.trim() === "") return null;
  const parsed = whole(MOST_PLACES, 0, "places_invalid").safeParse(value);
  if (parsed.success) return parsed.data;
  context.addIssue({ code: "custom", message: wrong("places_invalid") });
  return z.NEVER;
});

const tick = z
  .literal("on", { error: wrong("wrong_type") })
  .optional()
  .transform(Boolean);

const choice = <T extends readonly string[]>(values: T) => z.enum(values, { error: wrong("choice_unknown") });

const fields = z.strictObject({
  ...({ registrationOpensOn: day, openToAllOn: day, lastRegistrationDay: day, lastEditDay: day } as const),
  ...({
    lastFreeCancelDay: day,
    lastCancelDay: day,
    lastNamingDay: day,
    lastTopicDay: day,
    lastCateringDay: day,
  } as const),
  access: choice(ACCESS),
  availability: choice(AVAILABILITY),
  waitingList: tick,
  approval: tick,
  invitationsForwardable: tick,
  offerHours: whole(MOST_OFFER_HOURS, 1, "hours_invalid"),
  /** Places by level: "event", or the id of a category, day or session. Blank is no limit. */
  places: z.record(z.string().max(40), places),
});

/**
 * An organiser's settings for an event's registration, all of it text as a form sends it. Every day is local to the event and
 * no later than its last; messages are codes of `errors.ts`. `endsOn` is the event's last day, ISO.
 */
export function settingsSchema(endsOn: string) {
  return fields.transform((settings, context) => {
    const { lastRegistrationDay, ...rest } = settings;
    const refuse = (path: SettingDay, code: SettingsFieldCode) =>
      context.addIssue({ code: "custom", path: [path], message: code });
    for (const name of SETTING_DAYS) {
      const date = settings[name];
      if (date !== null && date > endsOn) refuse(name, "after_event");
    }
    if (settings.access === "INVITED_FIRST" && settings.openToAllOn === null) refuse("openToAllOn", "required");
    if (settings.openToAllOn !== null && lastRegistrationDay !== null && settings.openToAllOn > lastRegistrationDay)
      refuse("openToAllOn", "after_last_day");
    if (rest.lastFreeCancelDay !== null && rest.lastCancelDay !== null && rest.lastFreeCancelDay > rest.lastCancelDay)
      refuse("lastFreeCancelDay", "after_last_cancel_day");
    if (lastRegistrationDay === null) {
      refuse("lastRegistrationDay", "required");
      return z.NEVER;
    }
    if (rest.registrationOpensOn !== null && rest.registrationOpensOn > lastRegistrationDay)
      refuse("lastRegistrationDay", "before_opening");
    return { ...rest, lastRegistrationDay };
  });
}
export type SettingsInput = z.output<ReturnType<typeof settingsSchema>>;
