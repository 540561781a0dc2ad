import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import type { DataFolder } from "./data-folder";

const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 30_000;
/** A process that lived this long has worked: its next death counts as the first again. */
const PROVEN_AFTER_MS = 60_000;
const PATIENCE_MS = 12_000;

export type ChildPlan = {
  /** The entry's name in dist/. */
  readonly name: string;
  /** What people call it. */
  readonly title: string;
  readonly env: NodeJS.ProcessEnv;
  /** How many deaths in a row end it all; a process without a number is started again for ever. */
  readonly deathsAllowed?: number;
};

/** One of the product's processes: started, started again with growing pauses when it dies, stopped when asked. */
export class Child {
  #process: ChildProcess | undefined;
  #stopping = false;
  #deaths = 0;
  /** Resolves with one sentence when the process cannot be kept alive. */
  readonly lost: Promise<string>;
  #lose: (sentence: string) => void = () => undefined;

  constructor(
    private readonly plan: ChildPlan,
    private readonly folder: DataFolder,
  ) {
    this.lost = new Promise((resolve) => {
      this.#lose = resolve;
    });
  }

  /** Starts it and resolves when it says that it works; throws with one sentence when it ends before that. */
  async start(): Promise<void> {
    const child = this.#spawn();
    const ready = once(child, "message").then(() => true);
    const ended = once(child, "exit").then(() => false);
    if (!(await Promise.race([ready, ended]))) throw new Error(`The ${this.plan.title} did not start.`);
    this.#watch(child, performance.now());
  }

  async stop(): Promise<void> {
    this.#stopping = true;
    const child = this.#process;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, "exit");
    child.kill("SIGTERM");
    if (await Promise.race([ended.then(() => false), setTimeout(PATIENCE_MS, true, { ref: false })])) {
      child.kill("SIGKILL");
      await ended;
    }
  }

  #spawn(): ChildProcess {
    const { name, env } = this.plan;
    const child = spawn(process.execPath, [join(process.cwd(), `dist/${name}.mjs`)], {
      env,
      // Nothing of ours is asked over standard input; the channel tells the child when we are gone.
      stdio: ["ignore", "inherit", "inherit", "ipc"],
      // A Ctrl-C in the terminal reaches us only, and we stop the processes in order.
      detached: true,
    });
    this.#process = child;
    if (child.pid) this.folder.record(name, child.pid);
    return child;
  }

  #watch(child: ChildProcess, since: number): void {
    child.once("exit", (code, signal) => {
      if (!this.#stopping) void this.#revive(performance.now() - since, signal ?? `code ${code}`);
    });
  }

  async #revive(livedMs: number, how: string): Promise<void> {
    const { title, deathsAllowed = Number.POSITIVE_INFINITY } = this.plan;
    this.#deaths = livedMs > PROVEN_AFTER_MS ? 1 : this.#deaths + 1;
    if (this.#deaths > deathsAllowed) return this.#lose(`The ${title} ended ${this.#deaths} times in a row (${how}).`);
    const pause = Math.min(FIRST_PAUSE_MS * 2 ** (this.#deaths - 1), LONGEST_PAUSE_MS);
    console.error(`The ${title} ended (${how}); it is started again in ${pause / 1000} s.`);
    await setTimeout(pause);
    if (this.#stopping) return;
    const child = this.#spawn();
    this.#watch(child, performance.now());
  }
}
