import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout } from "node:timers/promises";
import type { Site } from "./measure";
import { cpuSeconds, memoryMb } from "./process-use";

export type AppProcess = Site & { readonly stop: () => Promise<void> };
export type Environment = NodeJS.ProcessEnv;

const READY_WITHIN_MS = 300_000;

/**
 * Starts a Node process that serves HTTP and resolves when `ready` answers 2xx. Throws with its last words when it ends
 * before that or takes more than five minutes.
 */
export async function startApp(
  args: readonly string[],
  options: { url: string; ready: string; env: Environment; cwd?: string },
): Promise<AppProcess> {
  const child = spawn(process.execPath, args, {
    cwd: options.cwd,
    env: options.env,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let log = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk: Buffer) => (log = (log + chunk.toString()).slice(-4000)));
  // A benchmark that is broken off leaves nothing running.
  process.once("exit", () => child.kill("SIGKILL"));
  const pid = child.pid;
  const stop = () => end(child);
  try {
    if (pid === undefined) throw new Error("no process");
    await untilReady(child, options.url + options.ready);
  } catch (error) {
    await stop();
    throw new Error(`node ${args.join(" ")}: ${String(error)}\n${log}`);
  }
  return { url: options.url, cpuSeconds: () => cpuSeconds(pid), memoryMb: () => memoryMb(pid), stop };
}

async function untilReady(child: ChildProcess, url: string): Promise<void> {
  const deadline = performance.now() + READY_WITHIN_MS;
  while (performance.now() < deadline) {
    if (child.exitCode !== null) throw new Error(`ended with code ${child.exitCode}`);
    const ready = await fetch(url).then(
      (answer) => answer.ok,
      () => false,
    );
    if (ready) return;
    await setTimeout(20);
  }
  throw new Error(`not ready within ${READY_WITHIN_MS / 1000} s`);
}

/** Ctrl-C first, as a user stops it. */
async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, "exit");
  child.kill("SIGINT");
  const stuck = await Promise.race([ended.then(() => false), setTimeout(20_000, true, { ref: false })]);
  if (stuck) {
    child.kill("SIGKILL");
    await ended;
  }
}
