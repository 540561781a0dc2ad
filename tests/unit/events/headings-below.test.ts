import { expect, it } from "vitest";
import { headingsBelow } from "@/app/[locale]/(public)/_event/headings-below";

function levels(under: number, ...written: number[]): (string | undefined)[] {
  const children = written.map((level) => ({ type: "element", tagName: `h${level}` }));
  headingsBelow(under)({ children });
  return children.map((child) => child.tagName);
}

it.each([
  [2, [3, 3], ["h3", "h3"]],
  [2, [1, 2, 2, 1], ["h3", "h4", "h4", "h3"]],
  [2, [4, 3, 5, 4], ["h3", "h3", "h4", "h4"]],
  [3, [1, 2, 3, 4, 5, 6], ["h4", "h5", "h6", "h6", "h6", "h6"]],
])("under a heading of level %i, %j becomes %j: no step is left out", (under, written, shown) => {
  expect(levels(under, ...written)).toEqual(shown);
});

it("leaves everything but headings alone", () => {
  const paragraph = { type: "element", tagName: "p" };
  headingsBelow(2)({ children: [paragraph, { type: "text" }] });
  expect(paragraph.tagName).toBe("p");
});
