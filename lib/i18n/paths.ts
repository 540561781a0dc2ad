import type { Locale } from "@/lib/core/localised";

/** The address of a page in a language: Swedish at the root, English under /en. `path` begins with "/". */
export function localePath(locale: Locale, path: string): string {
  if (locale === "sv") return path;
  return path === "/" ? "/en" : `/en${path}`;
}

/** The language of a route's [locale] segment. The layout answers "not found" to other words; here they read as Swedish. */
export function localeOf(segment: string): Locale {
  return segment === "en" ? "en" : "sv";
}
