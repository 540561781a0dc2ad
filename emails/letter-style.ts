import { Html } from "./html";

/** Ink on paper; the site's own tones. */
export const palette = {
  desk: "#ece7dc",
  paper: "#fbf9f4",
  ink: "#1c1a17",
  quiet: "#5d574d",
  line: "#d8d1c2",
  accent: "#8c2f1b",
} as const;

const dark = { desk: "#0f0e0c", paper: "#191714", ink: "#f1ece1", quiet: "#b3ab9c", line: "#3a352d" } as const;

const SERIF = "'Source Serif 4','Iowan Old Style','Palatino Linotype',Palatino,Georgia,serif";
const text = (size: number, line: number, more = "") =>
  `margin:0;font-family:${SERIF};font-size:${size}px;line-height:${line}px;color:${palette.ink};${more}`;
const capitals = `letter-spacing:.08em;text-transform:uppercase;color:${palette.quiet}`;

/** What inline styles cannot say: dark paper, and one column on narrow screens. Colours are repeated for programs that drop this. */
export const STYLE_SHEET = new Html(`
:root{color-scheme:light dark;supported-color-schemes:light dark}
a{color:inherit}
@media (max-width:620px){
.margin{padding:0!important}
.paper{width:100%!important}
.sheet{padding:28px 22px 32px!important}
.stack{display:block!important;width:auto!important}
.date{padding:20px 0 0!important}
.title{padding:14px 0 22px!important}
.label{padding:14px 0 0!important}
.value{padding:2px 0 14px!important;border-top:0!important}
}
@media (prefers-color-scheme:dark){
.desk{background:${dark.desk}!important}
.paper{background:${dark.paper}!important}
.ink{color:${dark.ink}!important}
.quiet{color:${dark.quiet}!important}
.line{border-color:${dark.line}!important}
.button{background:${dark.ink}!important}
.buttonText{color:${dark.paper}!important}
}
`);

/** Inline styles, since many mail programs read nothing else. */
export const style = {
  plain: "border-collapse:collapse",
  desk: `margin:0;padding:0;background:${palette.desk};-webkit-text-size-adjust:100%`,
  preheader: "display:none;max-height:0;overflow:hidden;mso-hide:all;font-size:1px;line-height:1px;opacity:0",
  paper: `width:600px;max-width:100%;background:${palette.paper};border-collapse:collapse`,
  sheet: "padding:40px 48px 44px",
  masthead: text(13, 20, `padding:0 0 12px;${capitals}`),
  rule: (accent: string) => `height:4px;line-height:4px;font-size:0;background:${accent}`,
  head: `border-collapse:collapse;border-bottom:1px solid ${palette.line};margin:0 0 6px`,
  dateCell: "padding:22px 28px 24px 0;white-space:nowrap",
  day: text(76, 70, "font-weight:300;letter-spacing:-.03em;font-variant-numeric:lining-nums"),
  month: text(17, 24, "padding:6px 0 0"),
  titleCell: "padding:28px 0 26px;width:100%",
  title: text(24, 31, "font-weight:600;letter-spacing:-.005em"),
  heading: text(30, 38, "padding:28px 0 14px;font-weight:400;letter-spacing:-.01em"),
  paragraph: text(17, 27, "padding:0 0 14px"),
  code: text(
    44,
    56,
    `margin:14px 0 22px;padding:18px 0;text-align:center;letter-spacing:.18em;font-variant-numeric:tabular-nums lining-nums;border-top:1px solid ${palette.line};border-bottom:1px solid ${palette.line}`,
  ),
  facts: "border-collapse:collapse;margin:12px 0 4px",
  label: text(
    13,
    25,
    `width:132px;padding:12px 20px 12px 0;font-weight:400;border-top:1px solid ${palette.line};${capitals}`,
  ),
  value: text(17, 25, `padding:12px 0;border-top:1px solid ${palette.line};font-variant-numeric:lining-nums`),
  buttonTable: "border-collapse:separate;margin:26px 0 0",
  buttonCell: `background:${palette.ink};border-radius:2px`,
  buttonText: `display:inline-block;padding:14px 26px;font-family:${SERIF};font-size:18px;line-height:24px;color:${palette.paper};text-decoration:none`,
  note: text(14, 22, `padding:12px 0 0;color:${palette.quiet}`),
  subheading: text(20, 28, "padding:34px 0 8px;font-weight:600"),
  list: "margin:0;padding:0 0 0 20px",
  proseList: "margin:0;padding:0 0 6px 24px",
  item: text(17, 27, "padding:0 0 8px"),
  contact: text(17, 27, `margin:26px 0 0;padding:20px 0 0;border-top:1px solid ${palette.line}`),
  footer: text(13, 21, `padding:20px 0 0;color:${palette.quiet}`),
} as const;
