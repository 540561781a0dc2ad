import { LOCALES, type Locale } from "@/lib/core/localised";

/** The product's language that an Accept-Language header (RFC 9110, 12.5.4) prefers; Swedish when it prefers neither. */
export function preferredLocale(header: string | null): Locale {
  const wishes = (header ?? "")
    .slice(0, 500)
    .split(",")
    .map((wish) => {
      const [tag = "", ...params] = wish.trim().toLowerCase().split(";");
      const quality = params.map((param) => /^\s*q=([\d.]+)/.exec(param)?.[1]).find((q) => q !== undefined);
      return { locale: LOCALES.find((one) => tag === one || tag.startsWith(`${one}-`)), quality: Number(quality ?? 1) };
    })
    .filter((wish) => wish.locale && wish.quality > 0)
    .toSorted((a, b) => b.quality - a.quality);
  return wishes[0]?.locale ?? "sv";
}
