// Builds what has changed: the generated database client, the app (.next/) and the processes (dist/).
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { serverActionKey } from "./build/server-action-key.mjs";
import { appSources, processSources } from "./build/sources.mjs";
import { generateClient, root, runStep, tool } from "./run-step.mjs";

const ENTRIES = ["server", "worker", "migrate", "seed", "mail-catcher", "supervise", "backup", "restore"];
const APP_MARKER = join(root, ".next/samling-sources");
const PROCESS_MARKER = join(root, "dist/samling-sources");

const marked = (file) => (existsSync(file) ? readFileSync(file, "utf8") : "");

export const processesAreBuilt = () => marked(PROCESS_MARKER) === processSources();
export const appIsBuilt = () => marked(APP_MARKER) === appSources();

/** Bundles each process with all it needs except Next itself, so that an image needs no node_modules of its own. */
export async function buildProcesses() {
  const client = await generateClient();
  if (!client.ok) throw new Error(client.output);
  const { build, stop } = await import("esbuild");
  const sources = processSources();
  const dist = join(root, "dist");
  mkdirSync(dist, { recursive: true });
  // A chunk's name changes with its content: those of earlier builds would stay for ever.
  for (const name of readdirSync(dist)) if (name.startsWith("chunks-")) rmSync(join(dist, name));
  await build({
    absWorkingDir: root,
    entryPoints: ENTRIES.map((name) => `scripts/${name}.ts`).filter((path) => existsSync(join(root, path))),
    outdir: "dist",
    outExtension: { ".js": ".mjs" },
    chunkNames: "chunks-[hash]",
    bundle: true,
    splitting: true,
    platform: "node",
    target: "node20",
    format: "esm",
    // graphile-worker would read settings written in TypeScript, which it has none of, and brings the whole compiler for it.
    external: ["next", "pg-native", "typescript"],
    // Bundled CommonJS packages still ask for Node's own modules with require.
    banner: {
      js: 'import { createRequire as __nodeRequire } from "node:module"; const require = __nodeRequire(import.meta.url);',
    },
    tsconfig: "tsconfig.json",
    logLevel: "silent",
  });
  // Its service would stay as long as we do, and `npm start` goes on for days.
  await stop();
  writeFileSync(PROCESS_MARKER, sources);
}

/** Builds the app; throws with the build's own words. */
export async function buildApp() {
  const client = await generateClient();
  if (!client.ok) throw new Error(client.output);
  const sources = appSources();
  const built = await runStep(process.execPath, [tool("next/dist/bin/next"), "build"], {
    env: {
      NODE_ENV: "production",
      NEXT_TELEMETRY_DISABLED: "1",
      NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: serverActionKey(),
      SAMLING_BUILD: sources.slice(0, 12),
    },
  });
  if (!built.ok) throw new Error(built.output);
  mkdirSync(join(root, ".next"), { recursive: true });
  writeFileSync(APP_MARKER, sources);
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const { step } = await import("./progress.mjs");
  try {
    if (!processesAreBuilt()) await step("Bundling the processes", buildProcesses);
    if (!appIsBuilt()) await step("Building the app", buildApp);
    console.log(
      `Built: .next and ${readdirSync(join(root, "dist")).filter((name) => name.endsWith(".mjs")).length} files in dist.`,
    );
  } catch (error) {
    console.error(error.message ?? error);
    process.exitCode = 1;
  }
}
