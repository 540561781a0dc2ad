import { expect, it } from "vitest";
import { preferredLocale } from "@/lib/i18n/accept-language";

it.each([
  [null, "sv"],
  ["", "sv"],
  ["en", "en"],
  ["en-GB,en;q=0.9,sv;q=0.8", "en"],
  ["sv-SE,sv;q=0.9,en;q=0.8", "sv"],
  ["de, en;q=0.5", "en"],
  ["en;q=0.1, sv;q=0.2", "sv"],
  ["en;q=0", "sv"],
  ["english", "sv"],
  ["\u0000;;;q=,,,", "sv"],
])("%j is answered in %s", (header, locale) => {
  expect(preferredLocale(header)).toBe(locale);
});
