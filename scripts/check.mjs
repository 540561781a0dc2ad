// `npm run check`: every gate that reads the code instead of running it. All of them run, also when one fails.
import { writeFileSync } from "node:fs";
import { generateClient, runStep, tool } from "./run-step.mjs";

const node = process.execPath;

const GATES = [
  { name: "format", args: [tool("@biomejs/biome/bin/biome"), "check", "--linter-enabled=false", "."] },
  { name: "lint", args: [tool("@biomejs/biome/bin/biome"), "lint", "--error-on-warnings", "."] },
  { name: "typed lint and accessibility", args: [tool("eslint/bin/eslint.js"), "--max-warnings", "0", "."] },
  { name: "types", args: [tool("typescript/bin/tsc"), "--noEmit", "-p", "."] },
  { name: "boundaries", args: ["scripts/boundaries.mjs"] },
  { name: "dead code", args: [tool("knip/bin/knip.js"), "--no-progress"] },
];

async function prepare() {
  const client = await generateClient();
  if (!client.ok) return client;
  return runStep(node, [tool("next/dist/bin/next"), "typegen"]);
}

/** Two at a time: more only makes the type-aware ones wait for each other on two cores. */
async function runAll(gates) {
  const results = new Map();
  const queue = [...gates];
  const worker = async () => {
    for (let gate = queue.shift(); gate; gate = queue.shift()) {
      const result = await runStep(node, gate.args);
      results.set(gate.name, result);
      console.log(`${result.ok ? "passed" : "FAILED"}  ${gate.name}  ${(result.milliseconds / 1000).toFixed(1)} s`);
      if (!result.ok) console.log(result.output.trimEnd());
    }
  };
  await Promise.all([worker(), worker()]);
  return gates.map(({ name }) => ({ name, ok: results.get(name).ok }));
}

const prepared = await prepare();
if (!prepared.ok) console.log(`FAILED  generated code\n${prepared.output}`);
const results = [...(prepared.ok ? [] : [{ name: "generated code", ok: false }]), ...(await runAll(GATES))];
const failed = results.filter((result) => !result.ok);
console.log(`check: ${results.length - failed.length} passed, ${failed.length} failed`);

const reportFlag = process.argv.indexOf("--report");
if (reportFlag > 0) writeFileSync(process.argv[reportFlag + 1], JSON.stringify(results));
process.exitCode = failed.length === 0 ? 0 : 1;
