import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { REPOSITORY } from "../support/source-files";

/** Below these versions there is a known hole: RSC code execution (next), account takeover and header injection. */
const FLOORS = { next: "16.4.1", "next-auth": "4.24.15", nodemailer: "10.4.1" };

const read = (path: string) => JSON.parse(readFileSync(join(REPOSITORY, path), "utf8"));

function isAtLeast(version: string, floor: string): boolean {
  const [have, need] = [version, floor].map((each) => each.split(/[.-]/).map(Number));
  for (const index of [0, 1, 2]) {
    const difference = (have?.[index] ?? 0) - (need?.[index] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return !version.includes("-");
}

describe("security floors", () => {
  it.each(Object.entries(FLOORS))("%s is installed at %s or later", (name, floor) => {
    const { version } = read(`node_modules/${name}/package.json`) as { version: string };
    expect(isAtLeast(version, floor), `${name} ${version}`).toBe(true);
  });

  it.each(Object.entries(FLOORS))("%s is locked nowhere below %s, nested copies included", (name, floor) => {
    const { packages } = read("package-lock.json") as { packages: Record<string, { version?: string }> };
    const copies = Object.entries(packages).filter(([path]) => path.endsWith(`node_modules/${name}`));
    expect(copies.length).toBeGreaterThan(0);
    expect(copies.filter(([, { version = "0.0.0" }]) => !isAtLeast(version, floor))).toEqual([]);
  });

  it("compares versions as numbers and distrusts pre-releases of the floor", () => {
    expect([
      isAtLeast("16.10.0", "16.4.1"),
      isAtLeast("16.4.0", "16.4.1"),
      isAtLeast("16.4.1-canary.3", "16.4.1"),
    ]).toEqual([true, false, false]);
  });
});

describe("supply chain", () => {
  it("every dependency has an exact version", () => {
    const { dependencies, devDependencies } = read("package.json") as Record<string, Record<string, string>>;
    const all = Object.entries({ ...dependencies, ...devDependencies });
    expect(all.length).toBeGreaterThan(20);
    expect(all.filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]);
  });

  it("the lockfile names the same versions as package.json", () => {
    const { dependencies, devDependencies } = read("package.json") as Record<string, Record<string, string>>;
    const root = (read("package-lock.json") as { packages: Record<string, Record<string, unknown>> }).packages[""];
    expect(root?.["dependencies"]).toEqual(dependencies);
    expect(root?.["devDependencies"]).toEqual(devDependencies);
  });
});
