import type { Choice, FieldView, SectionView } from "@/app/[locale]/(public)/_form/form-view";
import type { EventScope } from "@/lib/auth/scopes";
import type { Locale } from "@/lib/core/localised";
import { formatLongDate } from "@/lib/i18n/format";
import { translator } from "@/lib/i18n/translator";
import { canEditProgramme } from "@/lib/programme/policy";
import { getEditedProgramme } from "@/lib/programme/queries/edited-programme";
import { sessionChoices } from "@/lib/programme/queries/edited-session";
import { OTHER_DAY, SESSION_KINDS, SPEAKER_PARTS } from "@/lib/programme/schema";
import { inBothLanguages } from "../../edit/_parts/in-both";

const named = (name: string, label: string, help?: string) => ({
  ...{ id: name.replaceAll(".", "-"), name, label, required: false },
  ...(help && { help }),
});
const pick = (name: string, label: string, choices: readonly Choice[]): FieldView => ({
  ...named(name, label),
  ...{ kind: "pick", choices },
});

/** The form of a session, with rows for the speakers it has and two more. */
export async function sessionView(
  scope: EventScope,
  { taken, speakers }: { readonly taken: number; readonly speakers: number },
  locale: Locale,
): Promise<SectionView[]> {
  const t = translator(locale, "programmeEditor");
  const [programme, choices] = await Promise.all([getEditedProgramme(scope), sessionChoices(scope)]);
  const rows = Array.from({ length: Math.min(speakers, 20) + 2 }, (_, index) => index + 1);
  return [
    {
      ...{ id: "what", heading: t("section.what") },
      fields: [
        ...inBothLanguages({ name: "title", label: t("titleField"), required: true }, locale),
        pick(
          "kind",
          t("kindField"),
          SESSION_KINDS.map((kind) => ({ value: kind, label: t(`kind.${kind}`) })),
        ),
        ...inBothLanguages({ name: "abstract", label: t("abstract") }, locale, 5),
      ],
    },
    {
      ...{ id: "when", heading: t("section.when") },
      fields: [
        pick("day", t("day"), [
          ...programme.days.map(({ id, date }) => ({ value: id, label: formatLongDate(date, locale) })),
          { value: OTHER_DAY, label: t("otherDay") },
        ]),
        { ...named("date", t("date"), t("dateHelp")), kind: "line", type: "date" },
        { ...named("starts", t("starts")), required: true, kind: "line", type: "time" },
        { ...named("ends", t("ends")), required: true, kind: "line", type: "time" },
        pick("room", t("room"), [
          { value: "", label: t("noRoom") },
          ...programme.rooms.map(({ id, name, seats }) => ({ value: id, label: seats ? `${name} (${seats})` : name })),
        ]),
        pick("track", t("track"), [
          { value: "", label: t("noTrack") },
          ...programme.tracks.map(({ id, name }) => ({ value: id, label: name[locale] })),
        ]),
        ...(canEditProgramme(scope)
          ? [
              pick("host", t("host"), [
                { value: "", label: t("ownHost") },
                ...choices.hosts.map(({ id, name }) => ({ value: id, label: name })),
              ]),
            ]
          : []),
      ],
    },
    {
      ...{ id: "signup", heading: t("section.signUp") },
      ...(taken > 0 && { intro: t("taken", { taken }) }),
      fields: [
        { ...named("signUp", t("signUpField")), kind: "tick" },
        { ...named("places", t("placesField"), t("placesHelp")), kind: "line", type: "text", inputMode: "numeric" },
        { ...named("price", t("price")), kind: "line", type: "text", inputMode: "decimal" },
      ],
    },
    {
      ...{ id: "speakers", heading: t("section.speakers"), intro: t("speakersHelp") },
      fields: rows.flatMap((number) => [
        pick(`speakers.s${number}.speaker`, t("speaker", { number }), [
          { value: "", label: t("nobody") },
          ...choices.speakers.map(({ id, name, affiliation }) => ({
            value: id,
            label: affiliation ? `${name}, ${affiliation}` : name,
          })),
        ]),
        pick(
          `speakers.s${number}.part`,
          t("part"),
          SPEAKER_PARTS.map((part) => ({ value: part, label: t(`parts.${part}`) })),
        ),
      ]),
    },
  ];
}
