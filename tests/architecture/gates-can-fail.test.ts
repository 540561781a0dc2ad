import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { ESLint } from "eslint";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { REPOSITORY } from "../support/source-files";

const eslint = new ESLint({ cwd: REPOSITORY, overrideConfigFile: join(REPOSITORY, "eslint.config.mjs") });

/** The messages of the syntax rules that need no types, for source that pretends to stand at `path`. */
async function restricted(path: string, source: string): Promise<string[]> {
  const config = await eslint.calculateConfigForFile(join(REPOSITORY, path));
  const bare = new ESLint({
    cwd: REPOSITORY,
    overrideConfigFile: true,
    overrideConfig: [
      {
        files: ["**/*.ts", "**/*.tsx", "**/*.mjs"],
        languageOptions: {
          parser: config.languageOptions.parser,
          parserOptions: { ecmaFeatures: { jsx: true } },
        },
        plugins: config.plugins,
        rules: Object.fromEntries(
          Object.entries(config.rules ?? {}).filter(([name]) => !name.startsWith("@typescript-eslint/")),
        ) as Record<string, "error">,
      },
    ],
  });
  const [result] = await bare.lintText(source, { filePath: join(REPOSITORY, path) });
  return (result?.messages ?? []).map((message) => message.ruleId ?? message.message);
}

describe("project-specific lint", () => {
  const clock = ["new Date();", "Date.now();", "Temporal.Now.instant();"];
  it.each(clock)("refuses the bare clock outside lib/core/clock.ts: %s", async (source) => {
    for (const path of ["lib/events/rules/deadline.ts", "app/page.tsx", "scripts/worker.ts", "scripts/start.mjs"]) {
      expect(await restricted(path, source), path).toEqual(["no-restricted-syntax"]);
    }
    expect(await restricted("lib/core/clock.ts", source)).toEqual([]);
  });

  it("accepts a date made from something", async () => {
    expect(await restricted("lib/events/queries/event.ts", "new Date(row.at);")).toEqual([]);
  });

  it.each(["process.env.PORT;", 'process.env["PORT"];', "const { PORT } = process.env;"])(
    "refuses the environment outside lib/platform/env.ts: %s",
    async (source) => {
      for (const path of ["lib/mail/transport.ts", "app/page.tsx", "lib/platform/db.ts"]) {
        expect(await restricted(path, source), path).toContain("no-restricted-syntax");
      }
      expect(await restricted("lib/platform/env.ts", source)).toEqual([]);
    },
  );

  it.each(["new Intl.NumberFormat('sv');", "day.toLocaleDateString();", "total.toLocaleString('sv-SE');"])(
    "refuses formatting outside lib/i18n: %s",
    async (source) => {
      for (const path of ["lib/reports/queries/curve.ts", "app/page.tsx", "emails/reminder.tsx"]) {
        expect(await restricted(path, source), path).toContain("no-restricted-syntax");
      }
      expect(await restricted("lib/i18n/format.ts", source)).toEqual([]);
    },
  );

  it("refuses an image without words and a click that only a mouse can make", async () => {
    const source = "export const a = <div><img src='x' /><div onClick={go}>go</div></div>;";
    const found = await restricted("app/page.tsx", source);
    expect(found).toContain("jsx-a11y/alt-text");
    expect(found).toContain("jsx-a11y/click-events-have-key-events");
  });

  it.each([
    "await-thenable",
    "no-explicit-any",
    "no-floating-promises",
    "no-misused-promises",
    "only-throw-error",
    "switch-exhaustiveness-check",
  ])("keeps the type-aware rule %s as an error in lib, app and tests", async (rule) => {
    for (const path of ["lib/events/queries/event.ts", "app/page.tsx", "tests/unit/x.test.ts"]) {
      const { rules } = await eslint.calculateConfigForFile(join(REPOSITORY, path));
      expect(rules[`@typescript-eslint/${rule}`]?.[0], path).toBe(2);
    }
  });
});

describe("the tools themselves", () => {
  // Below the repository, so that tsconfig, biome.json and the type-aware parser apply; ignored by git.
  let folder: string;
  beforeAll(() => {
    mkdirSync(join(REPOSITORY, ".data"), { recursive: true });
    folder = mkdtempSync(join(REPOSITORY, ".data/gates-"));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  function run(tool: string, args: readonly string[]) {
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(REPOSITORY, "node_modules", tool), ...args], {
      cwd: folder,
      encoding: "utf8",
    });
    return { status, output: stdout + stderr };
  }
  function write(path: string, text: string): string {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
    return join(folder, path);
  }

  it("tsc refuses an index that may be missing, under our own tsconfig", () => {
    write(
      "tsconfig.json",
      JSON.stringify({ extends: join(REPOSITORY, "tsconfig.json"), include: ["*.ts"], exclude: [] }),
    );
    const good = write("index-access.ts", "export const first = (names: string[]): string | undefined => names[0];\n");
    expect(run("typescript/bin/tsc", ["--noEmit", "-p", "."]).status).toBe(0);
    writeFileSync(good, "export const first = (names: string[]): string => names[0];\n");
    const { status, output } = run("typescript/bin/tsc", ["--noEmit", "-p", "."]);
    expect([status === 0, output.includes("TS2322")]).toEqual([false, true]);
  });

  it("biome refuses other formatting, a focused test and a barrel, under our own biome.json", () => {
    const biome = (text: string) => {
      const sample = write("sample.test.ts", text);
      const flags = [`--config-path=${join(REPOSITORY, "biome.json")}`, "--vcs-enabled=false", "--colors=off"];
      return run("@biomejs/biome/bin/biome", ["check", ...flags, sample]);
    };
    expect(biome('export const name = "ok";\n')).toMatchObject({ status: 0 });
    expect(biome("export const name = 'single'\n").output).toContain("format");
    expect(biome('it.only("one", () => {});\n').output).toContain("noFocusedTests");
    expect(biome('it.skip("one", () => {});\n').output).toContain("noSkippedTests");
    expect(biome('export * from "./part";\n').output).toContain("noReExportAll");
  });

  it("knip reports an export and a file that nobody uses", () => {
    write("package.json", JSON.stringify({ name: "sample", type: "module", main: "main.ts" }));
    write("knip.json", JSON.stringify({ entry: ["main.ts"], project: ["*.ts"] }));
    write("main.ts", 'import { used } from "./part";\nused();\n');
    write("part.ts", "export function used() {}\nexport function unusedExport() {}\n");
    write("forgotten.ts", "export const forgotten = 1;\n");
    const { status, output } = run("knip/bin/knip.js", ["--no-progress"]);
    expect(status).not.toBe(0);
    expect(output).toContain("unusedExport");
    expect(output).toContain("forgotten.ts");
  });
});
