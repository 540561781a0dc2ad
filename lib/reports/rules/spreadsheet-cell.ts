/** Nearly every cell: letters, figures and spaces of Europe's languages after a letter or a figure. */
const HARMLESS = /^$|^[\dA-Za-z\u00c0-\u024f][\x20-\x7e\u00a0-\u024f]*$/;

/**
 * A text as a cell that no spreadsheet runs: what begins with = + - @ TAB or CR gets an apostrophe before it, so that
 * "+46 70 …" stays readable and "=HYPERLINK(…)" stays text. (OWASP, CSV injection.) Also after leading white space, which
 * some programs skip. Control characters that XML and CSV cannot carry are dropped.
 */
export function inertText(text: string): string {
  if (HARMLESS.test(text)) return text;
  const clean = withoutControls(text);
  return /^\s*[=+\-@]|^[\t\r]/.test(clean) ? `'${clean}` : clean;
}

/** Drops the C0 controls except TAB, LF and CR, and lone surrogates: XML 1.0 allows neither. */
export function withoutControls(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is removed
  return text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "");
}
