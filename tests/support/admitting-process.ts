import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { build } from "esbuild";
import { REPOSITORY } from "./source-files";

export type Submit = { readonly slug: string; readonly key: string; readonly body: object };

/** What a submit was told; `error` when the process could not serve it. */
export type Told = {
  readonly key: string;
  readonly reference?: string;
  readonly status?: string;
  readonly code?: string;
  readonly error?: string;
};

/** Bundles the admitting process; the bundle's path. */
export async function bundleAdmitting(folder: string): Promise<string> {
  const outfile = join(folder, "admitting.mjs");
  await build({
    absWorkingDir: REPOSITORY,
    entryPoints: ["tests/support/admitting-process-entry.ts"],
    outfile,
    bundle: true,
    platform: "node",
    target: "node20",
    format: "esm",
    external: ["pg-native"],
    banner: {
      js: 'import { createRequire as __nodeRequire } from "node:module"; const require = __nodeRequire(import.meta.url);',
    },
    tsconfig: "tsconfig.json",
    logLevel: "warning",
  });
  return outfile;
}

export type Admitting = {
  /** Sends submits without waiting; answers come to `told`. */
  readonly send: (submits: readonly Submit[]) => void;
  /** SIGKILL: it gets no chance to finish anything. Answers already written are still read. */
  readonly kill: () => Promise<void>;
  readonly isAlive: () => boolean;
};

/** Starts a process of the product on this test file's database, ready to admit. */
export async function startAdmitting(bundle: string, told: (answer: Told) => void): Promise<Admitting> {
  const child: ChildProcess = spawn(process.execPath, [bundle], {
    env: { ...process.env, NODE_ENV: "test" },
    stdio: ["pipe", "pipe", "inherit"],
  });
  const { stdin, stdout } = child;
  if (!stdin || !stdout) throw new Error("no pipes to the process");
  // Writing to a process that has just been killed is what the test is about.
  stdin.on("error", () => undefined);
  const lines = createInterface({ input: stdout });
  const closed = once(lines, "close");
  await once(lines, "line");
  lines.on("line", (line) => told(JSON.parse(line) as Told));
  return {
    send: (submits) => stdin.write(submits.map((submit) => `${JSON.stringify(submit)}\n`).join("")),
    isAlive: () => child.exitCode === null && child.signalCode === null,
    kill: async () => {
      child.kill("SIGKILL");
      await closed;
    },
  };
}
