// `npm start`: from a fresh clone to a running product. Until the dependencies are there, nothing but Node itself is used.
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { appIsBuilt, buildApp, buildProcesses, processesAreBuilt } from "./build.mjs";
import { dependenciesAreInstalled, installDependencies } from "./install-dependencies.mjs";
import { step } from "./progress.mjs";
import { root } from "./run-step.mjs";

const [major, minor] = process.versions.node.split(".").map(Number);

async function install() {
  const { ok, output } = await installDependencies();
  if (!ok) throw new Error(`npm ci failed:\n${output.trim()}`);
}

try {
  if (major < 20 || (major === 20 && minor < 19))
    throw new Error(`Samling needs Node 20.19 or later; this is ${process.version}.`);
  process.chdir(root);
  console.log("Samling\n");
  if (!dependenciesAreInstalled()) await step("Installing dependencies", install);
  if (!processesAreBuilt()) await step("Bundling the processes", buildProcesses);
  const { prepare, run } = await import(pathToFileURL(join(root, "dist/supervise.mjs")).href);
  // Settings, ports and the database's address are checked before the slow build.
  const prepared = await prepare(process.env);
  if (!appIsBuilt()) await step("Building the app", buildApp);
  process.exit(await run(prepared));
} catch (error) {
  console.error(`\n${error.message ?? error}`);
  process.exit(1);
}
