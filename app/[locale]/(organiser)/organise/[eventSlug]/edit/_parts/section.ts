import type { Temporal } from "temporal-polyfill";
import type { SectionView } from "@/app/[locale]/(public)/_form/form-view";
import type { EventScope } from "@/lib/auth/scopes";
import type { Locale } from "@/lib/core/localised";
import type { SavedSection, SectionFields, SentSection } from "@/lib/events/commands/save-section";
import type { EditedEvent } from "@/lib/events/queries/event-basics";

/** The pages of the editor, in order, by what each adds to its address. */
export const EDITOR_PAGES = {
  basics: "",
  texts: "/texts",
  days: "/days",
  venue: "/venue",
  categories: "/categories",
  partners: "/partners",
  publish: "/publish",
} as const;
export type EditorPage = keyof typeof EDITOR_PAGES;

/** One page of the editor: what it shows, as which fields, and what saves it. */
export type EditorSection<Shown extends { readonly fields: SectionFields; readonly mark: string }> = {
  readonly page: EditorPage;
  readonly read: (scope: EventScope) => Promise<Shown>;
  readonly view: (shown: Shown, event: EditedEvent, locale: Locale) => SectionView[];
  readonly save: (scope: EventScope, sent: SentSection, now: Temporal.Instant) => Promise<SavedSection>;
  /** What rows that are not stored yet begin with. */
  readonly blanks?: SectionFields;
};
