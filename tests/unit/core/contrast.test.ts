import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { contrastRatio, readableShade } from "@/lib/core/contrast";

const colour = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, "0")}`);

describe("contrast", () => {
  it("is 21 between black and white and 1 between equals", () => {
    expect(contrastRatio("#000000", "#ffffff")).toBeCloseTo(21, 5);
    expect(contrastRatio("#1f4f7a", "#1f4f7a")).toBe(1);
  });

  it("keeps a shade that can be read already", () => {
    expect(readableShade("#1f4f7a", "#faf8f3")).toBe("#1f4f7a");
  });

  it.each(["#faf8f3", "#14161a"])("finds a readable shade of any colour on %s", (ground) => {
    fc.assert(fc.property(colour, (one) => contrastRatio(readableShade(one, ground), ground) >= 4.5));
  });
});
