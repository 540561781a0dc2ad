import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { setTimeout } from "node:timers/promises";
import { commandLine, stopProcess } from "../running-process";

type Running = { readonly supervisor: number; readonly children: Readonly<Record<string, number>> };

/** What is kept in DATA_DIR besides the database: who runs on it, and the secret made for local use. */
export class DataFolder {
  readonly path: string;
  readonly #children: Record<string, number> = {};

  /** Makes the folder; throws with one sentence when that cannot be done. */
  constructor(path: string) {
    this.path = resolve(path);
    try {
      makeFolder(this.path);
      writeFileSync(join(this.path, ".writable"), "");
      rmSync(join(this.path, ".writable"));
    } catch (error) {
      throw new Error(`DATA_DIR: ${this.path} cannot be written (${(error as { code?: string }).code}).`);
    }
  }

  /**
   * Makes this process the one that runs on the folder. Throws with one sentence while another does; what a killed one
   * left behind is stopped.
   */
  async claim(): Promise<void> {
    const before = this.#read();
    if (before && before.supervisor !== process.pid && commandLine(before.supervisor).includes("start.mjs"))
      throw new Error(
        `Samling is already running on ${this.path} (process ${before.supervisor}): stop it first, or set DATA_DIR and PORT.`,
      );
    for (const [name, pid] of Object.entries(before?.children ?? {})) await stopLeftover(name, pid);
    this.#write();
  }

  record(name: string, pid: number): void {
    this.#children[name] = pid;
    this.#write();
  }

  release(): void {
    rmSync(this.#file, { force: true });
  }

  /** The secret for local use, made once. */
  authSecret(): string {
    const file = join(this.path, "auth-secret");
    try {
      return readFileSync(file, "utf8").trim();
    } catch {
      const secret = randomBytes(33).toString("base64url");
      writeFileSync(file, secret, { mode: 0o600 });
      return secret;
    }
  }

  get #file(): string {
    return join(this.path, "running.json");
  }

  #read(): Running | undefined {
    try {
      return JSON.parse(readFileSync(this.#file, "utf8")) as Running;
    } catch {
      return undefined;
    }
  }

  #write(): void {
    writeFileSync(this.#file, JSON.stringify({ supervisor: process.pid, children: this.#children } satisfies Running));
  }
}

/** Step by step: below a place like /proc, which takes no folders, Node's own recursive way never returns. */
function makeFolder(path: string): void {
  if (existsSync(path)) return;
  makeFolder(dirname(path));
  mkdirSync(path);
}

/** Our processes end by themselves when their supervisor is gone; one that hangs is ended here. */
async function stopLeftover(name: string, pid: number): Promise<void> {
  const isOurs = () => commandLine(pid).includes(`${name}.mjs`);
  for (let attempt = 0; attempt < 20 && isOurs(); attempt += 1) await setTimeout(100);
  if (isOurs()) await stopProcess(pid, { gently: "SIGTERM", firmly: "SIGKILL", patienceMs: 3_000 });
}
