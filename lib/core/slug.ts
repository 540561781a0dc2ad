const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/**
 * Whether a text can be the slug of anything. Asked before a lookup: text that Postgres refuses to compare at all (NUL, a
 * lone surrogate) is not found instead of an error.
 */
export function isSlug(text: string): boolean {
  return text.length <= 200 && SLUG.test(text);
}

/** The slug that a title suggests: small letters of a to z and digits, å ä ö folded; empty where nothing is left of it. */
export function slugOf(title: string): string {
  return title
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll(/\p{M}/gu, "")
    .replaceAll("æ", "a")
    .replaceAll("ø", "o")
    .replaceAll("&", " ")
    .replaceAll(/[^a-z0-9]+/g, "-")
    .slice(0, 80)
    .replaceAll(/^-+|-+$/g, "");
}
