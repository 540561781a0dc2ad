import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { sourceFiles } from "../support/source-files";

const IMPORT = /import (\w+) from "((?:\.|@\/)[^"]+\.module\.css)"/g;

/** The classes that files take from CSS modules, with whether the module has them. */
function taken(files: readonly { readonly path: string; readonly text: string }[]) {
  return files.flatMap(({ path, text }) =>
    [...text.matchAll(IMPORT)].flatMap(([, name = "", from = ""]) => {
      const module = from.startsWith("@/") ? from.slice(2) : join(dirname(path), from);
      const css = existsSync(module) ? readFileSync(module, "utf8") : "";
      return [...text.matchAll(new RegExp(`\\b${name}\\["([\\w-]+)"\\]`, "g"))].map(([, taken = ""]) => ({
        class: `${path}: ${name}["${taken}"]`,
        exists: new RegExp(`\\.${taken}(?![\\w-])`).test(css),
      }));
    }),
  );
}

describe("the classes of CSS modules", () => {
  it("are there when a component asks for them: one that is not is silently no style at all", () => {
    const classes = taken(sourceFiles(/^app\/.*\.tsx$/));
    expect(classes.length).toBeGreaterThan(100);
    expect(classes.filter(({ exists }) => !exists).map((one) => one.class)).toEqual([]);
  });
});
