import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { build } from "esbuild";
import { REPOSITORY } from "./source-files";

/** Bundles the worker as the product does; the bundle's path. */
export async function bundleWorker(folder: string): Promise<string> {
  const outfile = join(folder, "worker.mjs");
  await build({
    absWorkingDir: REPOSITORY,
    entryPoints: ["scripts/worker.ts"],
    outfile,
    bundle: true,
    platform: "node",
    target: "node20",
    format: "esm",
    external: ["next", "pg-native"],
    banner: {
      js: 'import { createRequire as __nodeRequire } from "node:module"; const require = __nodeRequire(import.meta.url);',
    },
    tsconfig: "tsconfig.json",
    logLevel: "warning",
  });
  return outfile;
}

export type WorkerProcess = {
  /** SIGKILL: it gets no chance to finish anything. */
  readonly kill: () => Promise<void>;
  /** SIGTERM, and its exit code. */
  readonly stop: () => Promise<number | null>;
  readonly log: () => string;
};

/** Starts a worker on this test file's database. */
export function startWorker(bundle: string, smtpUrl: string): WorkerProcess {
  const child: ChildProcess = spawn(process.execPath, [bundle], {
    env: { ...process.env, NODE_ENV: "test", SMTP_URL: smtpUrl },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let log = "";
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk: Buffer) => (log += chunk.toString()));
  const end = async (signal: "SIGKILL" | "SIGTERM") => {
    if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
    const ended = once(child, "exit");
    child.kill(signal);
    await ended;
    return child.exitCode;
  };
  return {
    kill: async () => {
      await end("SIGKILL");
    },
    stop: () => end("SIGTERM"),
    log: () => log,
  };
}
