import { describe, expect, it } from "vitest";
import { formatFileSize } from "@/lib/i18n/format";

describe("how much a file is to download", () => {
  it.each([
    [1, "sv", "1\u00A0kB"],
    [339_600, "sv", "340\u00A0kB"],
    [2_449_000, "sv", "2,4\u00A0MB"],
    [2_449_000, "en", "2.4\u00A0MB"],
    [15 * 1024 * 1024, "en", "15.7\u00A0MB"],
  ] as const)("%d bytes in %s: %s", (bytes, locale, words) => {
    expect(formatFileSize(bytes, locale)).toBe(words);
  });
});
