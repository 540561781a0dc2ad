import { setTimeout } from "node:timers/promises";

/**
 * Resolves when the process is asked to stop: by a signal, or because the supervisor that started it is gone and nobody
 * else would ever stop it.
 */
export function askedToStop(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const) process.on(signal, () => resolve());
    if (process.connected) process.once("disconnect", () => resolve());
  });
}

/** Tells the supervisor, if one started us, that the work has begun. */
export function reportReady(): void {
  if (process.connected) process.send?.("ready");
}

/** Ends the process after `stop` has let go of everything, or after ten seconds whatever it does. */
export async function endAfter(stop: () => Promise<void>): Promise<never> {
  const stopped = stop().then(
    () => 0,
    () => 1,
  );
  process.exit(await Promise.race([stopped, setTimeout(10_000, 1)]));
}

/** Runs a process's entry: an expected failure is one sentence on standard error and code 1, never a stack. */
export async function runEntry(entry: () => Promise<void>): Promise<void> {
  try {
    await entry();
  } catch (error) {
    const expected = error instanceof Error && ["EnvError", "DatabaseError"].includes(error.name);
    console.error(expected ? (error as Error).message : error);
    process.exit(1);
  }
}
