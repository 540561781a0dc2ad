import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { SETTING_NAMES } from "@/lib/platform/env";
import { freePort } from "./free-port";
import { REPOSITORY } from "./source-files";

export type Started = {
  readonly process: ChildProcess;
  /** All that it has printed so far. */
  readonly printed: () => string;
  /** The exit code, once it has ended. */
  readonly ended: Promise<number | null>;
};

/** What `npm start` runs, with these settings and none of the test's own. It is killed with the test's process. */
export function start(settings: Readonly<Record<string, string>>): Started {
  const own = new Set<string>(SETTING_NAMES);
  const inherited = Object.fromEntries(Object.entries(process.env).filter(([name]) => !own.has(name)));
  const child = spawn(process.execPath, [join(REPOSITORY, "scripts/start.mjs")], {
    env: { ...inherited, NODE_ENV: "production", ...settings },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const kill = () => child.kill("SIGKILL");
  process.once("exit", kill);
  let printed = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk: Buffer) => (printed += chunk.toString()));
  const ended = once(child, "close").then(([code]) => {
    process.off("exit", kill);
    return code as number | null;
  });
  return { process: child, printed: () => printed, ended };
}

/** Settings for a start of its own: a folder that goes with `remove`, and three free ports. */
export async function ownPlace() {
  const folder = await mkdtemp(join(tmpdir(), "samling-start-"));
  const settings = {
    DATA_DIR: folder,
    PORT: String(await freePort()),
    SMTP_PORT: String(await freePort()),
    MAILBOX_PORT: String(await freePort()),
  };
  return { folder, settings, remove: () => rm(folder, { recursive: true, force: true }) };
}
