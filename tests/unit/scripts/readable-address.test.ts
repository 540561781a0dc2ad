import { expect, it } from "vitest";
import { isReadableAddress } from "../../../scripts/server/readable-address";

it("a path is readable, however odd its words and whatever is asked of it", () => {
  for (const url of ["/", "/events/%C3%A5r", "/%00", "//", "//[", "/events/x?q=%", "/a%2Fb"])
    expect(isReadableAddress(url), url).toBe(true);
});

it("broken escapes, half characters and what is no path are not", () => {
  for (const url of ["", "*", "x", "http://[/", "http://evil.example:99999/", "/%", "/events/%E0%A4%A", "/%ED%A0%80"])
    expect(isReadableAddress(url), url).toBe(false);
});
