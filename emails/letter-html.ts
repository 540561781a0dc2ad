import { DECLINE_PLACE } from "./decline-place";
import { Html, href, html } from "./html";
import type { Letter } from "./letter";
import { palette, STYLE_SHEET, style } from "./letter-style";
import { proseHtml } from "./prose-html";

/** The letter as HTML: 600 px of paper, one column, tables for layout alone, readable with no style at all. */
export function letterHtml(letter: Letter): Html {
  const { locale, subject, preheader, heading, paragraphs, code, facts, action, next, contact, footer } = letter;
  return html`<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<meta name="format-detection" content="telephone=no, date=no, address=no, email=no, url=no">
<title>${subject}</title>
<style>${STYLE_SHEET}</style>
</head>
<body class="desk" style="${style.desk}">
<div style="${style.preheader}">${preheader}</div>
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" class="desk" style="${style.plain}"><tr><td align="center" class="margin" style="padding:32px 12px">
<table role="presentation" width="600" cellpadding="0" cellspacing="0" class="paper" style="${style.paper}"><tr><td class="sheet" style="${style.sheet}">
<p class="quiet" style="${style.masthead}">${letter.masthead}</p>
<div style="${style.rule(letter.accent ?? palette.accent)}"></div>
${programmeHead(letter)}
<h1 class="ink" style="${style.heading}">${heading}</h1>
${letter.prose ? proseHtml(letter.prose) : null}
${paragraphs.map((text) => html`<p class="ink" style="${style.paragraph}">${text}</p>`)}
${code && html`<p class="ink line" style="${style.code}">${code}</p>`}
${facts.length > 0 && factTable(facts)}
${action && button(action)}
${
  next &&
  html`<h2 class="ink" style="${style.subheading}">${next.heading}</h2>
<ul style="${style.list}">${next.items.map((item) => html`<li class="ink" style="${style.item}">${item}</li>`)}</ul>`
}
${contact && html`<p class="ink line" style="${style.contact}">${contact}</p>`}
<p class="quiet line" style="${style.footer}">${footer}</p>
${new Html(DECLINE_PLACE)}
</td></tr></table>
</td></tr></table>
</body>
</html>
`;
}

function programmeHead({ date, title }: Letter): Html | null {
  if (!title) return null;
  return html`<table role="presentation" width="100%" cellpadding="0" cellspacing="0" class="line" style="${style.head}"><tr>
${
  date &&
  html`<td class="stack date" valign="top" style="${style.dateCell}"><p class="ink" style="${style.day}">${date.day}</p><p class="ink" style="${style.month}">${date.month}</p></td>`
}
<td class="stack title" valign="top" style="${style.titleCell}"><p class="ink" style="${style.title}">${title}</p></td>
</tr></table>`;
}

function factTable(facts: Letter["facts"]): Html {
  const rows = facts.map(
    ({ label, lines }) => html`<tr>
<th scope="row" align="left" valign="top" class="stack quiet label line" style="${style.label}">${label}</th>
<td valign="top" class="stack ink value line" style="${style.value}">${lines.map((line) => html`<span style="display:block">${line}</span>`)}</td>
</tr>`,
  );
  return html`<table width="100%" cellpadding="0" cellspacing="0" style="${style.facts}">${rows}</table>`;
}

function button({ label, url, note }: NonNullable<Letter["action"]>): Html {
  return html`<table role="presentation" cellpadding="0" cellspacing="0" style="${style.buttonTable}"><tr><td class="button" style="${style.buttonCell}"><a href="${href(url)}" class="buttonText" style="${style.buttonText}">${label}</a></td></tr></table>
${note && html`<p class="quiet" style="${style.note}">${note}</p>`}`;
}
