import type { Locale } from "@/lib/core/localised";
import type { Block } from "@/lib/core/prose";
import type { MergeValues } from "@/lib/i18n/merge-fields";

/** What every message is made of; both renderings say the same. */
export type Letter = {
  readonly locale: Locale;
  readonly subject: string;
  /** The line that mailboxes show after the subject. */
  readonly preheader: string;
  /** Who writes: set like a masthead. */
  readonly masthead: string;
  /** "#rrggbb" of the one rule, or the house's own. */
  readonly accent: string | null;
  /** The date as the largest thing on the page: "16" over "november 2017". */
  readonly date: { readonly day: string; readonly month: string } | null;
  /** What it is about, beside the date. */
  readonly title: string | null;
  readonly heading: string;
  /** What an organiser wrote, before the paragraphs. */
  readonly prose?: readonly Block[];
  readonly paragraphs: readonly string[];
  /** Those of the paragraphs that stay when an organiser writes the others: what is true of this very mail alone. */
  readonly kept?: readonly string[];
  /** What an organiser's text can say of its reader and event. */
  readonly fields?: MergeValues;
  /** Digits to be typed. */
  readonly code: string | null;
  readonly facts: readonly { readonly label: string; readonly lines: readonly string[] }[];
  readonly action: { readonly label: string; readonly url: string; readonly note: string | null } | null;
  readonly next: { readonly heading: string; readonly items: readonly string[] } | null;
  /** How to reach somebody, and why this mail came. */
  readonly contact: string | null;
  readonly footer: string;
};
