import type { Locale } from "@/lib/core/localised";
import { translator } from "@/lib/i18n/translator";
import { DECLINE_PLACE } from "./decline-place";
import { href, html } from "./html";
import { style } from "./letter-style";

type Rendered = { readonly text: string; readonly html: string };

/** The letter with a line below it that leads to where its recipient says which mail they want; without a link, just the letter. */
export function withDeclineLine<M extends Rendered>(message: M, url: string | null, locale: Locale): M {
  const label = translator(locale, "mailPreferences")("letterLine");
  const line = url
    ? html`<p class="quiet" style="${style.footer}"><a href="${href(url)}" class="quiet">${label}</a></p>`
    : null;
  return {
    ...message,
    text: url ? `${message.text}\n${label}:\n${url}\n` : message.text,
    // A function, since a link may hold what a replacement would read as more than text.
    html: message.html.replace(DECLINE_PLACE, () => line?.markup ?? ""),
  };
}
