import type { FieldView, SectionView } from "@/app/[locale]/(public)/_form/form-view";
import { contrastRatio, readableShade } from "@/lib/core/contrast";
import type { Locale } from "@/lib/core/localised";
import { saveBasics } from "@/lib/events/commands/save-basics";
import { saveTexts } from "@/lib/events/commands/save-texts";
import { type EditedEvent, getEventBasics, getEventTexts } from "@/lib/events/queries/event-basics";
import { inLocale } from "@/lib/i18n/format";
import { translator } from "@/lib/i18n/translator";
import { inBothLanguages } from "./in-both";
import type { EditorSection } from "./section";

type Basics = Awaited<ReturnType<typeof getEventBasics>>;
/** The paper of the pages, light and dark, as the event's page draws on it. */
const PAPER = { light: "#faf8f3", dark: "#14161a" } as const;

function basicsView({ fields, series }: Basics, event: EditedEvent, locale: Locale): SectionView[] {
  const t = translator(locale, "editor");
  const line = (name: string, label: string, more: { required?: boolean; help?: string } = {}): FieldView => ({
    ...{ kind: "line", type: "text", id: name, name, label, required: false },
    ...more,
  });
  return [
    {
      ...{ id: "what", heading: t("basics.what") },
      fields: [
        ...inBothLanguages({ name: "title", label: t("basics.title"), required: true }, locale),
        ...inBothLanguages({ name: "summary", label: t("basics.summary"), help: t("basics.summaryHelp") }, locale, 3),
      ],
    },
    {
      ...{ id: "address", heading: t("basics.address") },
      fields: [
        line("slug", t("basics.slug"), {
          required: true,
          help: t(event.hasFixedSlug ? "basics.slugFixed" : "basics.slugHelp"),
        }),
        {
          ...{ kind: "pick", id: "series", name: "series", label: t("basics.series"), required: false },
          choices: [
            { value: "", label: t("new.noSeries") },
            ...series.map(({ id, name }) => ({ value: id, label: inLocale(name, locale) })),
          ],
        },
        line("accent", t("basics.accent"), { help: accentHelp(fields["accent"] ?? "", locale) }),
        { kind: "tick", id: "unlisted", name: "unlisted", label: t("basics.unlisted"), required: false },
      ],
    },
    {
      ...{ id: "contact", heading: t("basics.contact") },
      fields: [
        line("contactName", t("basics.contactName"), { required: true }),
        {
          ...{ kind: "line", type: "email", id: "contactEmail", name: "contactEmail" },
          ...{ label: t("basics.contactEmail"), required: true },
        },
        line("contactPhone", t("basics.contactPhone")),
        line("pageOwner", t("basics.pageOwner")),
      ],
    },
  ];
}

/** What becomes of the chosen colour: shown as it is, or as the nearest shades that can be read. */
function accentHelp(colour: string, locale: Locale): string {
  const t = translator(locale, "editor");
  if (!colour) return t("basics.accentHelp");
  const isRead = contrastRatio(colour, PAPER.light) >= 4.5 && contrastRatio(colour, PAPER.dark) >= 4.5;
  if (isRead) return t("basics.accentPasses", { colour });
  const [light, dark] = [readableShade(colour, PAPER.light), readableShade(colour, PAPER.dark)];
  return t("basics.accentShade", { colour, light, dark });
}

export const basicsSection: EditorSection<Basics> = {
  ...{ page: "basics", read: getEventBasics, view: basicsView, save: saveBasics },
};

type Texts = Awaited<ReturnType<typeof getEventTexts>>;

function textsView(_: Texts, __: EditedEvent, locale: Locale): SectionView[] {
  const t = translator(locale, "editor");
  return [
    {
      ...{ id: "texts", intro: t("markdown") },
      fields: [
        ...inBothLanguages({ name: "description", label: t("texts.description") }, locale, 12),
        ...inBothLanguages(
          { name: "practicalities", label: t("texts.practicalities"), help: t("texts.practicalitiesHelp") },
          locale,
          8,
        ),
        ...inBothLanguages({ name: "targetGroup", label: t("texts.targetGroup") }, locale, 3),
      ],
    },
  ];
}

export const textsSection: EditorSection<Texts> = {
  ...{ page: "texts", read: getEventTexts, view: textsView, save: saveTexts },
};
