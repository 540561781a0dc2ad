/** More parts than any form of ours has, and longer headers than any browser writes: whoever sends such is not listened to. */
const MOST_PARTS = 10_000;
const LONGEST_HEADERS = 4096;

/** How many bytes of a multipart body are no file's: fields as people fill them in, and what is no part at all. */
export function textBytes(body: Buffer, contentType: string): number {
  const boundary = /\bboundary=(?:"([^"]+)"|([^;\s]+))/i.exec(contentType);
  const mark = Buffer.from(`--${boundary?.[1] ?? boundary?.[2] ?? ""}`);
  if (mark.length === 2) return body.length;
  let text = body.length;
  let start = body.indexOf(mark);
  for (let parts = 0; start >= 0; parts += 1) {
    if (parts === MOST_PARTS) return body.length;
    const end = body.indexOf(mark, start + mark.length);
    if (end < 0) break;
    const head = body.subarray(start, Math.min(end, start + LONGEST_HEADERS));
    const headers = head.indexOf("\r\n\r\n");
    if (headers >= 0 && /;\s*filename=/i.test(head.toString("latin1", 0, headers))) text -= end - start - headers;
    start = end;
  }
  return text;
}
