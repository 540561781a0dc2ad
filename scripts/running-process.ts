import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { setTimeout } from "node:timers/promises";

/** The command line of a running process, or "" when there is none: a number alone may have gone to another program. */
export function commandLine(pid: number): string {
  if (!isRunning(pid)) return "";
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
  } catch {
    return spawnSync("ps", ["-p", String(pid), "-o", "command="], { encoding: "utf8" }).stdout ?? "";
  }
}

/** Stops a process: politely, and by force when it is still there after `patienceMs`. */
export async function stopProcess(
  pid: number,
  how: { gently: NodeJS.Signals; firmly: NodeJS.Signals; patienceMs: number },
): Promise<void> {
  for (const signal of [how.gently, how.firmly]) {
    try {
      process.kill(pid, signal);
    } catch {
      return;
    }
    const deadline = performance.now() + how.patienceMs;
    while (performance.now() < deadline) {
      if (!isRunning(pid)) return;
      await setTimeout(50);
    }
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as { code?: string }).code === "EPERM";
  }
  return !isZombie(pid);
}

/** Ended, but nobody has asked for its exit code yet: in a container without an init that may last. */
function isZombie(pid: number): boolean {
  try {
    return / Z /.test(readFileSync(`/proc/${pid}/stat`, "utf8").replace(/^.*\)/, " ").slice(0, 4));
  } catch {
    return false;
  }
}
