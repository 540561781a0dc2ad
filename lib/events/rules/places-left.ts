/** What visitors are told about the places at one level. `left` is there only when the organiser shows exact numbers. */
export type PlacesLeft =
  | { readonly kind: "unlimited" }
  | { readonly kind: "available" }
  | { readonly kind: "left"; readonly left: number }
  | { readonly kind: "few" }
  | { readonly kind: "full" };

/** From how many places left "few" is said: a tenth of the capacity, but never fewer than five. */
const fewFrom = (capacity: number) => Math.max(5, Math.floor(capacity / 10));

/**
 * Places left at one level, told as openly as the organiser has chosen. No quota or no capacity means no limit. Full is
 * always told: it decides what the visitor can do next.
 */
export function placesLeft(
  quota: { readonly capacity: number | null; readonly used: number } | null,
  availability: "EXACT" | "FEW" | "HIDDEN",
): PlacesLeft {
  if (!quota || quota.capacity === null) return { kind: "unlimited" };
  const left = quota.capacity - quota.used;
  if (left <= 0) return { kind: "full" };
  if (availability === "EXACT") return { kind: "left", left };
  if (availability === "FEW" && left <= fewFrom(quota.capacity)) return { kind: "few" };
  return { kind: "available" };
}
