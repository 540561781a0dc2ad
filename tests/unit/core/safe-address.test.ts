import { describe, expect, it } from "vitest";
import { safeAddress } from "@/lib/core/safe-address";

describe("an address that may be shown as a link", () => {
  it.each([
    ["https://example.org/bilder?år=2018", "https://example.org/bilder?%C3%A5r=2018"],
    ["HTTPS://Example.org", "https://example.org/"],
    ["http://example.org/", null],
    ["javascript:alert(1)", null],
    ["https://user:secret@example.org/", null],
    ["example.org/bilder", null],
    [`https://example.org/${"a".repeat(500)}`, null],
    [`https://example.org/${"å".repeat(200)}`, null],
  ])("%s is %s", (written, kept) => {
    expect(safeAddress(written)).toBe(kept);
  });
});
