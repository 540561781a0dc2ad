import { type Block, mapProse, parseProse, plainSpans } from "@/lib/core/prose";
import { merged } from "@/lib/i18n/merge-fields";
import { greeting } from "./event-in-letter";
import type { Letter } from "./letter";

/** Characters that mailboxes show after the subject. */
const PREHEADER = 150;

/** What an organiser wrote instead of a letter's own words: a subject and Markdown, both with merge fields. */
export type OwnWords = { readonly subject: string; readonly body: string };

/**
 * The letter in the organiser's words. The greeting, facts, button, what happens now, contact and footer stay, and so do the
 * lines that are true of this very mail. A heading at the top of the text is the letter's heading; otherwise its subject is.
 */
export function inOwnWords(letter: Letter, written: OwnWords): Letter {
  const values = letter.fields ?? {};
  const subject = merged(written.subject, values);
  const blocks = mapProse(parseProse(written.body), (text) => merged(text, values));
  const [first, ...rest] = blocks;
  const isTitled = first?.kind === "heading";
  const opening = blocks.find((block) => block.kind === "paragraph");
  const greeted: Block = {
    kind: "paragraph",
    spans: [{ kind: "text", text: greeting(values.name ?? null, letter.locale) }],
  };
  return {
    ...letter,
    subject,
    preheader: opening?.kind === "paragraph" ? plainSpans(opening.spans).slice(0, PREHEADER) : subject,
    heading: isTitled ? plainSpans(first.spans) : subject,
    prose: [greeted, ...(isTitled ? rest : blocks)],
    paragraphs: letter.kept ?? [],
  };
}
