import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { build } from "esbuild";
import { REPOSITORY } from "./source-files";

type Whose = { readonly registrationId: string; readonly eventId: string };
type Own<What extends string, More = unknown> = {
  readonly do: What;
  readonly key: string;
  readonly scope: Whose;
} & More;

/** Something that somebody does to a place. A registration's key is its idempotency key. */
export type Deed =
  | { readonly do: "register"; readonly key: string; readonly slug: string; readonly body: object }
  | Own<"cancel" | "accept" | "decline">
  | Own<"substitute", { readonly body: object }>
  | Own<"take" | "leave", { readonly sessionId: string }>
  | Own<"change", { readonly sessions: readonly string[] }>;

/** What a deed was told; `error` when the process could not serve it. */
export type Told = {
  readonly key: string;
  readonly ok: boolean;
  readonly reference?: string;
  readonly status?: string;
  readonly code?: string;
  readonly error?: string;
};

/** Bundles the process; the bundle's path. */
export async function bundleProduct(folder: string): Promise<string> {
  const outfile = join(folder, "product.mjs");
  await build({
    absWorkingDir: REPOSITORY,
    entryPoints: ["tests/support/product-process-entry.ts"],
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

export type ProductProcess = {
  /** Sends deeds without waiting; answers come to `told`. */
  readonly send: (deeds: readonly Deed[]) => void;
  /** SIGKILL: it gets no chance to finish anything. Answers already written are still read. */
  readonly kill: () => Promise<void>;
  readonly isAlive: () => boolean;
};

/** Starts a process of the product on a database: an app that waits for deeds, or a worker that looks after the places. */
export async function startProductProcess(
  bundle: string,
  { databaseUrl, as, told }: { databaseUrl: string; as: "app" | "work"; told: (answer: Told) => void },
): Promise<ProductProcess> {
  const child: ChildProcess = spawn(process.execPath, [bundle, as], {
    env: { ...process.env, NODE_ENV: "test", DATABASE_URL: databaseUrl },
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
    send: (deeds) => stdin.write(deeds.map((deed) => `${JSON.stringify(deed)}\n`).join("")),
    isAlive: () => child.exitCode === null && child.signalCode === null,
    kill: async () => {
      child.kill("SIGKILL");
      await closed;
    },
  };
}
