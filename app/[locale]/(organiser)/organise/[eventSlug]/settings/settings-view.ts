import { Temporal } from "temporal-polyfill";
import type { FieldView, FormValues, SectionView } from "@/app/[locale]/(public)/_form/form-view";
import type { Locale } from "@/lib/core/localised";
import { formatDate, formatLongDate, inLocale } from "@/lib/i18n/format";
import { translator } from "@/lib/i18n/translator";
import {
  ACCESS,
  AVAILABILITY,
  type EventSettings,
  type PlacesSetting,
  SETTING_DAYS,
  SETTING_TICKS,
  type SettingDay,
} from "@/lib/registrations/settings-schema";

/** The settings as the sections of a form. */
export function settingsSections(settings: EventSettings, locale: Locale): SectionView[] {
  const t = translator(locale, "settings");
  const day = (name: SettingDay): FieldView => ({
    ...{ kind: "line", id: name, name, label: t(name), help: t(`${name}Help`), type: "date" },
    required: name === "lastRegistrationDay",
  });
  return [
    {
      ...{ id: "when", heading: t("whenTitle"), intro: t("whenLead") },
      fields: SETTING_DAYS.map(day),
    },
    {
      ...{ id: "places", heading: t("placesTitle"), intro: t("placesLead") },
      fields: settings.places.map((place) => placesField(place, locale)),
    },
    {
      ...{ id: "how", heading: t("howTitle") },
      fields: [
        {
          ...{ kind: "one", id: "access", name: "access", label: t("access"), required: true },
          choices: ACCESS.map((value) => ({ value, label: t(`accessIs.${value}`) })),
        },
        {
          ...{ kind: "one", id: "availability", name: "availability", label: t("availability"), required: true },
          choices: AVAILABILITY.map((value) => ({ value, label: t(`availabilityIs.${value}`) })),
        },
        ...SETTING_TICKS.map((name) => ({ kind: "tick", id: name, name, label: t(name), required: false }) as const),
        {
          ...{ kind: "line", id: "offerHours", name: "offerHours", label: t("offerHours"), help: t("offerHoursHelp") },
          ...{ type: "text", inputMode: "numeric", required: true },
        },
      ],
    },
  ];
}

function placesField(place: PlacesSetting, locale: Locale): FieldView {
  const t = translator(locale, "settings");
  const over = place.capacity === null ? 0 : place.used - place.capacity;
  return {
    ...{ kind: "line", id: `places-${place.key}`, name: `places.${place.key}`, label: placesLabel(place, locale) },
    ...{ type: "text", inputMode: "numeric", required: false },
    help: over > 0 ? t("over", { used: place.used, over }) : t("used", { used: place.used }),
  };
}

function placesLabel({ level, name, date }: PlacesSetting, locale: Locale): string {
  const t = translator(locale, "settings");
  const title = name ? inLocale(name, locale) : "";
  const day = date ? Temporal.PlainDate.from(date) : null;
  if (level === "category") return t("categoryPlaces", { name: title });
  if (level === "day" && day) return t("dayPlaces", { day: formatLongDate(day, locale) });
  if (level === "session" && day) return t("sessionPlaces", { name: title, day: formatDate(day, locale) });
  return t("wholeEvent");
}

/** The settings as what a form's fields hold. */
export function settingsValues(settings: EventSettings): FormValues {
  return {
    ...Object.fromEntries(SETTING_DAYS.map((name) => [name, [settings[name] ?? ""]])),
    ...Object.fromEntries(SETTING_TICKS.map((name) => [name, settings[name] ? ["on"] : []])),
    ...Object.fromEntries(settings.places.map(({ key, capacity }) => [`places.${key}`, [String(capacity ?? "")]])),
    access: [settings.access],
    availability: [settings.availability],
    offerHours: [String(settings.offerHours)],
  };
}
