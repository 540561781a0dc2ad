/**
 * Where to go after signing in, out of a form field: a path of this site, or null. Refused is whatever a browser could read
 * as another site: other schemes, "//host", backslashes, control characters. (OWASP ASVS 5.0, 3.7: open redirects.)
 */
export function onSitePath(raw: string | null | undefined): string | null {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: browsers drop TAB, CR and LF from an address before reading it
  if (!raw || !/^\/(?![/\\])/.test(raw) || /[\\\u0000-\u001f\u007f]/.test(raw) || raw.length > 2_000) return null;
  const base = "https://site.invalid";
  if (!URL.canParse(raw, base)) return null;
  const url = new URL(raw, base);
  return url.origin === base ? url.pathname + url.search : null;
}
