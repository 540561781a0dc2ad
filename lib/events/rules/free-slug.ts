import { isReservedSlug } from "./reserved-slug";

/** The first of a slug, the slug with its year, and that with a number, that nobody has and no page is called; "evenemang" where a title gives none. */
export function freeSlug(wished: string, year: number, taken: ReadonlySet<string>): string {
  const base = wished || "evenemang";
  const dated = base.endsWith(`-${year}`) ? base : `${base}-${year}`;
  for (const slug of [base, dated]) if (!taken.has(slug) && !isReservedSlug(slug)) return slug;
  for (let n = 2; ; n++) if (!taken.has(`${dated}-${n}`)) return `${dated}-${n}`;
}
