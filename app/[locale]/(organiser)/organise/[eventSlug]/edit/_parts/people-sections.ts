import type { FieldView, SectionView } from "@/app/[locale]/(public)/_form/form-view";
import type { Locale } from "@/lib/core/localised";
import { savePartners } from "@/lib/events/commands/save-partners";
import type { EditedEvent } from "@/lib/events/queries/event-basics";
import { getEventPartners } from "@/lib/events/queries/event-partners";
import { CO_ORGANISER_ACCESS, CO_ORGANISER_KINDS } from "@/lib/events/schema";
import { formatDate, inLocale } from "@/lib/i18n/format";
import { translator } from "@/lib/i18n/translator";
import { saveCategories } from "@/lib/ticketing/commands/save-categories";
import { getEventCategories } from "@/lib/ticketing/queries/event-categories";
import { VAT_PER_MILLE } from "@/lib/ticketing/schema";
import { inBothLanguages } from "./in-both";
import type { EditorSection } from "./section";

const named = (name: string) => ({ name, id: name.replaceAll(".", "-") });
const tick = (name: string, label: string): FieldView => ({ ...named(name), kind: "tick", label, required: false });

type Categories = Awaited<ReturnType<typeof getEventCategories>>;
const NEW_CATEGORIES = ["new1", "new2"];

function categoriesView({ event, days, categories }: Categories, _: EditedEvent, locale: Locale): SectionView[] {
  const t = translator(locale, "editor");
  const places = (name: string, label: string, { used, capacity }: { used: number; capacity: number | null }) => {
    const over = capacity === null ? 0 : used - capacity;
    const help = over > 0 ? t("categories.over", { used, over }) : t("categories.used", { used });
    return { ...named(name), kind: "line", type: "text", inputMode: "numeric", label, help, required: false } as const;
  };
  const money = (name: string, label: string, help?: string): FieldView => ({
    ...{ ...named(name), kind: "line", type: "text", inputMode: "decimal", label, required: false },
    ...(help && { help }),
  });
  const category = (key: string, taken: { used: number; capacity: number | null }, isStored: boolean): FieldView[] => [
    ...inBothLanguages({ name: `categories.${key}.name`, label: t("categories.name"), required: isStored }, locale),
    ...inBothLanguages({ name: `categories.${key}.description`, label: t("categories.description") }, locale, 2),
    places(`categories.${key}.places`, t("categories.places"), taken),
    money(`categories.${key}.price`, t("categories.price"), t("categories.priceHelp")),
    ...(days.length > 1
      ? days.map(({ id, date }) =>
          money(
            `categories.${key}.dayPrices.${id}`,
            t("categories.dayPrice", { day: formatDate(date, locale) }),
            t("categories.dayPriceHelp"),
          ),
        )
      : []),
    {
      ...{ ...named(`categories.${key}.vat`), kind: "pick", label: t("categories.vat"), required: false },
      choices: VAT_PER_MILLE.map((rate) => ({
        value: rate,
        label: t("categories.vatIs", { rate: Number(rate) / 10 }),
      })),
    },
    money(`categories.${key}.earlyPrice`, t("categories.earlyPrice")),
    {
      ...{ ...named(`categories.${key}.earlyUntil`), kind: "line", type: "date" },
      ...{ label: t("categories.earlyUntil"), required: false },
    },
    {
      ...{ ...named(`categories.${key}.position`), kind: "line", type: "text", inputMode: "numeric" },
      ...{ label: t("categories.position"), required: false },
    },
    tick(`categories.${key}.hidden`, t("categories.hidden")),
    tick(`categories.${key}.approval`, t("categories.approval")),
    ...(isStored ? [tick(`categories.${key}.remove`, t("categories.remove"))] : []),
  ];
  return [
    {
      ...{ id: "whole", heading: t("categories.whole") },
      fields: [places("places", t("categories.wholePlaces"), event)],
    },
    ...categories.map(({ id, name, ...taken }) => ({
      id: `category-${id}`,
      heading: inLocale(name, locale),
      fields: category(id, taken, true),
    })),
    ...NEW_CATEGORIES.map((key, index) => ({
      ...{ id: `category-${key}`, heading: `${t("categories.newCategory")} (${index + 1})` },
      ...{ intro: t("categories.newCategoryLead") },
      fields: category(key, { used: 0, capacity: null }, false),
    })),
  ];
}

export const categoriesSection: EditorSection<Categories> = {
  ...{ page: "categories", read: getEventCategories, view: categoriesView, save: saveCategories },
};

type Partners = Awaited<ReturnType<typeof getEventPartners>>;

function partnersView({ partners }: Partners, _: EditedEvent, locale: Locale): SectionView[] {
  const t = translator(locale, "editor");
  const choices = (key: string): FieldView[] => [
    {
      ...{ ...named(`partners.${key}.kind`), kind: "pick", label: t("partners.kind"), required: true },
      choices: CO_ORGANISER_KINDS.map((value) => ({ value, label: t(`partners.kindIs.${value}`) })),
    },
    {
      ...{ ...named(`partners.${key}.access`), kind: "pick", label: t("partners.access"), required: true },
      choices: CO_ORGANISER_ACCESS.map((value) => ({ value, label: t(`partners.accessIs.${value}`) })),
    },
  ];
  return [
    ...partners.map(({ id, name }) => ({
      ...{ id: `partner-${id}`, heading: name },
      fields: [...choices(id), tick(`partners.${id}.remove`, t("partners.remove"))],
    })),
    {
      ...{ id: "partner-new1", heading: t("partners.newPartner"), intro: t("partners.lead") },
      fields: [
        {
          ...{ ...named("partners.new1.organisation"), kind: "line", type: "text", label: t("partners.organisation") },
          ...{ help: t("partners.organisationHelp"), required: false },
        },
        ...choices("new1"),
      ],
    },
  ];
}

export const partnersSection: EditorSection<Partners> = {
  ...{ page: "partners", read: getEventPartners, view: partnersView, save: savePartners },
};
