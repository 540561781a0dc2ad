// `npm test`: installs what is missing, then runs every check and every test there is, also when an earlier step failed,
// and ends with the one line that counts.
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { dependenciesAreInstalled, installDependencies } from "./install-dependencies.mjs";
import { generateClient, root, runStep, tool } from "./run-step.mjs";
import { gateRows, playwrightRows, stepRows, summarise, vitestRows } from "./test-summary.mjs";

const node = process.execPath;
const started = performance.now();
const reports = join(root, "test-results");
rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });

function heading(text) {
  console.log(`\n== ${text} (${Math.round((performance.now() - started) / 1000)} s)`);
}

function readReport(name) {
  try {
    return JSON.parse(readFileSync(join(reports, name), "utf8"));
  } catch {
    return null;
  }
}

const rows = [];

if (!dependenciesAreInstalled()) heading("Installing dependencies");
const installed = dependenciesAreInstalled() || (await installDependencies({ live: true })).ok;
rows.push(...stepRows("install", installed));

const client = await generateClient();
if (!client.ok) console.log(client.output);

heading("Gates");
const gates = await runStep(node, ["scripts/check.mjs", "--report", join(reports, "gates.json")], { live: true });
rows.push(...gateRows({ ok: gates.ok, report: readReport("gates.json") }));

heading("Build");
const build = await runStep(node, ["scripts/build.mjs"], { live: true, timeoutMs: 480_000 });
rows.push(...stepRows("build", build.ok));

heading("Unit, architecture, integration and fault tests");
const vitest = await runStep(
  node,
  [
    tool("vitest/vitest.mjs"),
    "run",
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${join(reports, "vitest.json")}`,
  ],
  { live: true, timeoutMs: 1_200_000 },
);
const kinds = ["unit", "architecture", "integration", "faults"];
rows.push(...vitestRows({ ok: vitest.ok, report: readReport("vitest.json") }, kinds));

heading("End-to-end tests in a real browser");
const { ensureBrowser } = await import("./browser.mjs");
rows.push(...stepRows("browser", await ensureBrowser()));
const playwright = await runStep(node, [tool("@playwright/test/cli.js"), "test"], {
  live: true,
  timeoutMs: 1_500_000,
  env: { E2E_REPORT: join(reports, "playwright.json") },
});
rows.push(...playwrightRows({ ok: playwright.ok, report: readReport("playwright.json") }));

heading("Summary");
const { table, lastLine, exitCode } = summarise(rows);
console.log(table);
console.log(lastLine);
process.exitCode = exitCode;
