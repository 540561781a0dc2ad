import type { Locale } from "@/lib/core/localised";

/** The address of a page in a language: Swedish at the root, English under /en. `path` begins with "/". */
export function localePath(locale: Locale, path: string): string {
  if (locale === "sv") return path;
  return path === "/" ? "/en" : `/en${path}`;
}
