const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/**
 * Whether a text can be the slug of anything. Asked before a lookup: text that Postgres refuses to compare at all (NUL, a
 * lone surrogate) is not found instead of an error.
 */
export function isSlug(text: string): boolean {
  return text.length <= 200 && SLUG.test(text);
}
