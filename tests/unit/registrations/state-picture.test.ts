import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { statePicture } from "@/tests/support/state-picture";

it("the picture of the states is the code's", () => {
  const drawn = /```mermaid\n([\s\S]*?)\n```/.exec(readFileSync("docs/registration-states.md", "utf8"))?.[1];
  expect(drawn).toBe(statePicture());
});
