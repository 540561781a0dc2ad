import type { CaughtMail } from "./caught-mails";

const STYLE = `
:root { color-scheme: light dark; --ink: #1b1a17; --soft: #6a665d; --paper: #fbfaf6; --line: #dcd8cc; --accent: #7a2e1d }
@media (prefers-color-scheme: dark) {
  :root { --ink: #ece8de; --soft: #a49f93; --paper: #191815; --line: #38352e; --accent: #f0a58f } }
* { box-sizing: border-box }
body { margin: 0 auto; max-width: 60rem; padding: 2rem 1.25rem 4rem; background: var(--paper); color: var(--ink);
  font: 1rem/1.5 Georgia, "Times New Roman", serif }
h1 { font-size: 1.6rem; line-height: 1.2; margin: 0 0 .25rem; font-weight: 600; overflow-wrap: anywhere }
p, dl { margin: 0 0 1.25rem } a { color: var(--accent) } .soft, dt, time { color: var(--soft) }
time { font-variant-numeric: tabular-nums; white-space: nowrap }
ol { list-style: none; margin: 1.5rem 0 0; padding: 0; border-top: 1px solid var(--line) }
li { border-bottom: 1px solid var(--line) }
li a { display: grid; grid-template-columns: 6.5rem 1fr; gap: 0 1rem; padding: .75rem 0; color: inherit; text-decoration: none }
li a:hover strong, li a:focus-visible strong { color: var(--accent); text-decoration: underline }
li span { grid-column: 2; overflow-wrap: anywhere }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .1rem 1rem } dd { margin: 0; overflow-wrap: anywhere }
iframe { width: 100%; height: 70vh; border: 1px solid var(--line); background: #fff }
pre { white-space: pre-wrap; overflow-wrap: anywhere; font: .9rem/1.5 ui-monospace, Menlo, Consolas, monospace; margin: .75rem 0 }
details { border-top: 1px solid var(--line); padding: .75rem 0 } summary { cursor: pointer }
@media (max-width: 30rem) { li a, dl { grid-template-columns: 1fr } li span { grid-column: 1 } }`;

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);

const page = (title: string, body: string) =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escaped(title)}</title><style>${STYLE}</style><body>${body}</body></html>`;

const moment = ({ receivedAt }: CaughtMail) =>
  `<time datetime="${receivedAt}">${receivedAt.slice(5, 16).replace("T", " ")}</time>`;

/** The mails as a list, newest first. */
export function listPage(mails: readonly CaughtMail[]): string {
  const items = mails.map(
    (mail) =>
      `<li><a href="/messages/${mail.id}">${moment(mail)}<strong>${escaped(mail.subject) || "(no subject)"}</strong><span class="soft">${escaped(mail.to)}</span></a></li>`,
  );
  const count = mails.length === 1 ? "1 message" : `${mails.length} messages`;
  return page(
    `Mailbox (${mails.length})`,
    `<h1>Mailbox</h1><p class="soft">${count}. Everything Samling sends stays here; nothing reaches a real inbox. Times are UTC.</p>${
      items.length > 0
        ? `<ol>${items.join("")}</ol>`
        : "<p>Nothing yet. Register for an event or sign in, then load this page again.</p>"
    }`,
  );
}

/** One mail: what the recipient sees, and below it what a mail program hides. */
export function messagePage(mail: CaughtMail): string {
  const attachments = mail.attachments.map(
    ({ filename, contentType }, index) =>
      `<a href="/messages/${mail.id}/attachments/${index}" download>${escaped(filename)}</a> <span class="soft">${escaped(contentType)}</span>`,
  );
  const rows = [
    ["From", escaped(mail.from)],
    ["To", escaped(mail.to)],
    ["Received", moment(mail)],
    ...(attachments.length > 0 ? [["Attached", attachments.join("<br>")]] : []),
  ];
  const headers = Object.entries(mail.headers).map(([name, value]) => `${name}: ${value}`);
  return page(
    mail.subject,
    `<p><a href="/">Mailbox</a></p><h1>${escaped(mail.subject) || "(no subject)"}</h1><dl>${rows
      .map(([name, value]) => `<dt>${name}</dt><dd>${value}</dd>`)
      .join("")}</dl>${
      mail.html
        ? `<iframe title="The message" sandbox="allow-popups allow-popups-to-escape-sandbox" src="/messages/${mail.id}/html"></iframe>`
        : ""
    }<details${mail.html ? "" : " open"}><summary>Text</summary><pre>${linked(mail.text)}</pre></details><details><summary>Headers</summary><pre>${escaped(headers.join("\n"))}</pre></details>`,
  );
}

/** The mail's own HTML for the frame; its links open in a tab of their own, since the frame may not leave its place. */
export function messageHtml(mail: CaughtMail): string {
  const base = '<base target="_blank">';
  return /<head[^>]*>/i.test(mail.html) ? mail.html.replace(/<head[^>]*>/i, `$&${base}`) : base + mail.html;
}

function linked(text: string): string {
  return text
    .split(/(https?:\/\/[^\s<>"]+)/)
    .map((part, index) =>
      index % 2 === 1
        ? `<a href="${escaped(part)}" target="_blank" rel="noreferrer">${escaped(part)}</a>`
        : escaped(part),
    )
    .join("");
}
