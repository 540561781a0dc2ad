import type { FieldView, SectionView } from "@/app/[locale]/(public)/_form/form-view";
import type { Locale } from "@/lib/core/localised";
import { saveDays } from "@/lib/events/commands/save-days";
import { saveVenue } from "@/lib/events/commands/save-venue";
import type { EditedEvent } from "@/lib/events/queries/event-basics";
import { getEventDays } from "@/lib/events/queries/event-days";
import { getEventVenue } from "@/lib/events/queries/event-venue";
import { formatLongDate } from "@/lib/i18n/format";
import { translator } from "@/lib/i18n/translator";
import { deadlineWords } from "./deadline-words";
import { inBothLanguages } from "./in-both";
import type { EditorSection } from "./section";

type Line = Extract<FieldView, { kind: "line" }>;
const line = (name: string, label: string, more: Partial<Omit<Line, "kind">> = {}): FieldView => ({
  ...{ kind: "line", type: "text", id: name.replaceAll(".", "-"), name, label, required: false },
  ...more,
});
const tick = (name: string, label: string): FieldView => {
  return { kind: "tick", id: name.replaceAll(".", "-"), name, label, required: false };
};

type Days = Awaited<ReturnType<typeof getEventDays>>;

function daysView({ days }: Days, event: EditedEvent, locale: Locale): SectionView[] {
  const t = translator(locale, "editor");
  const row = (key: string, used: number, isStored: boolean): FieldView[] => [
    line(`days.${key}.date`, t("days.date"), { type: "date", required: isStored }),
    line(`days.${key}.opensAt`, t("days.opensAt"), { type: "time", required: isStored }),
    line(`days.${key}.closesAt`, t("days.closesAt"), { type: "time", required: isStored }),
    line(`days.${key}.places`, t("days.places"), { inputMode: "numeric", help: t("days.placesHelp", { used }) }),
    ...inBothLanguages({ name: `days.${key}.title`, label: t("days.titleOfDay") }, locale),
    ...(isStored ? [tick(`days.${key}.remove`, t("days.remove"))] : []),
  ];
  return [
    {
      ...{ id: "deadline", heading: t("days.deadlineTitle") },
      fields: [
        line("lastRegistrationDay", t("days.deadline"), {
          ...{ type: "date", required: true },
          help: deadlineWords(event.deadline, locale),
        }),
        {
          ...{ kind: "text", id: "venueSteps", name: "venueSteps", label: t("days.venueSteps"), required: false },
          help: t("days.venueStepsHelp"),
        },
      ],
    },
    ...days.map(({ id, date, used }) => ({
      id: `day-${id}`,
      heading: formatLongDate(date, locale),
      fields: row(id, used, true),
    })),
    { id: "day-new1", heading: t("days.newDay"), intro: t("days.newDayLead"), fields: row("new1", 0, false) },
  ];
}

export const daysSection: EditorSection<Days> = {
  ...{ page: "days", read: getEventDays, view: daysView, save: saveDays },
  blanks: { "days.new1.opensAt": "09:00", "days.new1.closesAt": "16:30" },
};

type Venue = Awaited<ReturnType<typeof getEventVenue>>;
const NEW_ROOMS = ["new1", "new2"];

function venueView({ fields, venues, sharedWith }: Venue, _: EditedEvent, locale: Locale): SectionView[] {
  const t = translator(locale, "editor");
  const rooms = Object.keys(fields).flatMap((name) => /^rooms\.(.+)\.name$/.exec(name)?.[1] ?? []);
  const room = (key: string, heading: string, isStored: boolean): SectionView => ({
    ...{ id: `room-${key}`, heading },
    fields: [
      line(`rooms.${key}.name`, t("venue.roomName"), { required: isStored }),
      line(`rooms.${key}.seats`, t("venue.seats"), { inputMode: "numeric" }),
      ...(isStored ? [tick(`rooms.${key}.remove`, t("venue.remove"))] : []),
    ],
  });
  return [
    {
      ...{ id: "which", heading: t("venue.which") },
      fields: [
        {
          ...{ kind: "pick", id: "venue", name: "venue", label: t("venue.venue"), required: false },
          choices: [
            { value: "", label: t("venue.none") },
            ...venues.map(({ id, name, city }) => ({ value: id, label: `${name}, ${city}` })),
            { value: "new", label: t("venue.new") },
          ],
        },
      ],
    },
    {
      ...{ id: "about", heading: t("venue.about") },
      intro: [t("venue.aboutLead"), sharedWith > 0 && t("venue.shared", { count: sharedWith })]
        .filter(Boolean)
        .join(" "),
      fields: [
        line("name", t("venue.name")),
        line("street", t("venue.street")),
        line("postalCode", t("venue.postalCode")),
        line("city", t("venue.city")),
        ...inBothLanguages({ name: "travel", label: t("venue.travel"), help: t("markdown") }, locale, 5),
        ...inBothLanguages({ name: "accessibility", label: t("venue.accessibility"), help: t("markdown") }, locale, 5),
      ],
    },
    ...rooms.map((id) => room(id, t("venue.room", { name: fields[`rooms.${id}.name`] ?? "" }), true)),
    ...NEW_ROOMS.map((key, index) => room(key, `${t("venue.newRoom")} (${index + 1})`, false)),
  ];
}

export const venueSection: EditorSection<Venue> = {
  ...{ page: "venue", read: getEventVenue, view: venueView, save: saveVenue },
};
