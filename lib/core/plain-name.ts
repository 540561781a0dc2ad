const LONGEST = 120;

/**
 * A person's name as it may stand in a mail, in a header or in the text: one line, no control or direction characters, and
 * nothing that a mail program turns into a link. Whoever registers chooses the name and the address it is sent to, so a name
 * is a way to have us deliver somebody's link. "J.Berg" gets its space, "ond.example" falls apart, "A. B. Ek" stays.
 */
export function plainName(raw: string): string {
  const line = raw
    .normalize("NFKC")
    .replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, " ")
    .replaceAll(/[<>"@:/\\]+/g, " ")
    .replaceAll(/[.。｡](?=[\p{L}\p{N}])/gu, ". ")
    .replaceAll(/\s+/g, " ")
    .trim();
  return [...line].slice(0, LONGEST).join("").trim();
}
