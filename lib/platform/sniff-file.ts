// What a browser or a shell would run although it is text.
const MARKUP = /^\s*(?:<|#!|%!|\{\\rtf)|<(?:!doctype|html|svg|script|iframe|\?xml)\b/i;
const NOT_IN_TEXT = /(?![\t\n\r\f])\p{Cc}|[\uFFFE\uFFFF]/u;

/**
 * The media type of a file by what is in it, whatever it is called; null for what is not known. "text/plain" is UTF-8 without
 * control characters that is no markup and no script.
 */
export async function sniffFile(content: Uint8Array): Promise<string | null> {
  // Loaded with the first file that comes: most processes never see one.
  const { fileTypeFromBuffer } = await import("file-type");
  const known = await fileTypeFromBuffer(content);
  if (known) return known.mime;
  const text = readText(content);
  return text === null || text.trim() === "" || NOT_IN_TEXT.test(text) || MARKUP.test(text) ? null : "text/plain";
}

function readText(content: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(content);
  } catch {
    return null;
  }
}
