/**
 * A Content-Disposition header that saves a file under a name: readable by every browser in ASCII, and as it is written by
 * those that know RFC 6266. Quotes, line breaks and path separators cannot come through.
 */
export function attachment(filename: string): string {
  const safe = filename
    .replace(/[\p{Cc}"\\/:*?<>|;]/gu, "")
    .replace(/\s+/g, " ")
    .trim();
  const ascii = safe
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[^\x20-\x7e]/g, "_");
  const encoded = encodeURIComponent(safe).replace(
    /['()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}
