/**
 * Whether what a request asks for is an address on this site: a path, its percent signs followed by UTF-8 in hexadecimal.
 * The framework answers any other with 500, as if it were our fault.
 */
export function isReadableAddress(url: string): boolean {
  if (!url.startsWith("/")) return false;
  try {
    decodeURIComponent(url.split("?")[0] ?? "");
    return true;
  } catch {
    return false;
  }
}
