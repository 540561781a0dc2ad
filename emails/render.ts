import type { Letter } from "./letter";
import { letterHtml } from "./letter-html";
import { letterText } from "./letter-text";

/** A message ready to be sent. */
export type Message = {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** What it was made of: an organiser's own words are put into it. */
  readonly letter: Letter;
};

/** The letter in both renderings. */
export function render(letter: Letter): Message {
  return { subject: letter.subject, text: letterText(letter), html: letterHtml(letter).markup, letter };
}
