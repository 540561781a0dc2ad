import { Temporal } from "temporal-polyfill";
import type { Localised } from "@/lib/core/localised";

/** What is looked at before an event is published. `today` is the local date where it is. */
export type ChecklistFacts = {
  readonly title: Localised;
  readonly summary: Localised;
  readonly description: Localised | null;
  readonly practicalities: Localised | null;
  readonly hasVenue: boolean;
  readonly venueAccessibility: Localised | null;
  readonly pageOwner: string | null;
  readonly startsOn: Temporal.PlainDate;
  readonly lastRegistrationDay: Temporal.PlainDate;
  readonly categories: readonly { readonly name: Localised; readonly hidden: boolean }[];
  readonly isInvitationOnly: boolean;
  /** Places of the whole event; null is no limit. */
  readonly capacity: number | null;
};

/** On which page of the editor something is put right. */
export type ChecklistPage = "basics" | "texts" | "days" | "venue" | "categories";

export type ChecklistItem = {
  readonly item:
    | "title"
    | "summary"
    | "firstDay"
    | "lastRegistrationDay"
    | "category"
    | "description"
    | "venue"
    | "practicalities"
    | "accessibility"
    | "places"
    | "pageOwner"
    | "englishTitle"
    | "englishSummary"
    | "englishDescription"
    | "englishPracticalities"
    | "englishCategories";
  /** Without what is required an event is not published; the rest is advice. */
  readonly need: "required" | "advised" | "english";
  readonly isDone: boolean;
  readonly page: ChecklistPage;
  /** The id of the field. */
  readonly field: string;
};

/** What an event needs before it is published, what is worth having, and what is missing in English; done or not. */
export function publishingChecklist(facts: ChecklistFacts, today: Temporal.PlainDate): readonly ChecklistItem[] {
  const { title, summary, description, practicalities, startsOn, lastRegistrationDay, categories } = facts;
  const isAhead = (day: Temporal.PlainDate) => Temporal.PlainDate.compare(day, today) >= 0;
  const item = (
    name: ChecklistItem["item"],
    need: ChecklistItem["need"],
    isDone: boolean,
    page: ChecklistPage,
    field: string,
  ): ChecklistItem => ({ item: name, need, isDone, page, field });
  // The same text in both languages is how a missing translation is stored.
  const isTranslated = (text: Localised | null) => text === null || text.sv === "" || text.en !== text.sv;
  const isOpenToSome = facts.isInvitationOnly ? categories.length > 0 : categories.some(({ hidden }) => !hidden);
  return [
    item("title", "required", title.sv !== "", "basics", "titleSv"),
    item("summary", "required", summary.sv !== "", "basics", "summarySv"),
    item("firstDay", "required", isAhead(startsOn), "days", "lastRegistrationDay"),
    item("lastRegistrationDay", "required", isAhead(lastRegistrationDay), "days", "lastRegistrationDay"),
    item("category", "required", isOpenToSome, "categories", "places"),
    item("description", "advised", description !== null, "texts", "descriptionSv"),
    item("venue", "advised", facts.hasVenue, "venue", "venue"),
    item("practicalities", "advised", practicalities !== null, "texts", "practicalitiesSv"),
    ...(facts.hasVenue
      ? [item("accessibility", "advised", facts.venueAccessibility !== null, "venue", "accessibilitySv")]
      : []),
    item("places", "advised", facts.capacity !== null, "categories", "places"),
    item("pageOwner", "advised", facts.pageOwner !== null, "basics", "pageOwner"),
    item("englishTitle", "english", isTranslated(title), "basics", "titleEn"),
    item("englishSummary", "english", isTranslated(summary), "basics", "summaryEn"),
    item("englishDescription", "english", isTranslated(description), "texts", "descriptionEn"),
    item("englishPracticalities", "english", isTranslated(practicalities), "texts", "practicalitiesEn"),
    item(
      "englishCategories",
      "english",
      categories.every(({ name }) => isTranslated(name)),
      "categories",
      "places",
    ),
  ];
}

/** Whether nothing that is required is missing. */
export function isPublishable(checklist: readonly ChecklistItem[]): boolean {
  return checklist.every(({ need, isDone }) => need !== "required" || isDone);
}
