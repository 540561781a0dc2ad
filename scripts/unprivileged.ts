import { type SpawnOptions, spawnSync } from "node:child_process";
import { chownSync, cpSync, existsSync, lstatSync, mkdtempSync, readdirSync, readFileSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** How to start a program that refuses to run as root: what to put before it, and as whom. */
export type Account = {
  readonly prefix: readonly string[];
  readonly spawn: Pick<SpawnOptions, "uid" | "gid">;
  /** Whom the program's files must belong to; undefined when we are an ordinary user and they are ours anyway. */
  readonly owner?: { readonly uid: number; readonly gid: number };
};

// A user namespace that shows us as `nobody` needs no other owner for the files and works below a closed home folder.
const NAMESPACE = ["unshare", "--user", "--map-user=65534", "--map-group=65534", "--"] as const;

/** Finds the account; throws with one sentence when a root user has none. */
export function unprivilegedAccount(): Account {
  if (process.getuid?.() !== 0) return { prefix: [], spawn: {} };
  const [unshare, ...args] = NAMESPACE;
  if (spawnSync(unshare, [...args, "true"]).status === 0)
    return { prefix: NAMESPACE, spawn: {}, owner: { uid: 0, gid: 0 } };
  const user = userNamed("postgres") ?? userNamed("nobody");
  if (!user)
    throw new Error("The embedded Postgres cannot run as root and found no user postgres or nobody: set DATABASE_URL.");
  return { prefix: [], spawn: user, owner: user };
}

function userNamed(name: string): { uid: number; gid: number } | undefined {
  const line = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .find((entry) => entry.startsWith(`${name}:`));
  const [, , uid, gid] = line?.split(":") ?? [];
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : undefined;
}

/** Gives a folder and all in it to the account, unless it has it already. */
export function handOver(folder: string, { owner }: Account): void {
  if (!owner || statSync(folder).uid === owner.uid) return;
  for (const entry of readdirSync(folder, { recursive: true, encoding: "utf8" }))
    chownSync(join(folder, entry), owner.uid, owner.gid);
  chownSync(folder, owner.uid, owner.gid);
}

/** Throws with one sentence when the account cannot reach a folder, as below root's closed home. */
export function requireReachable(folder: string, account: Account): void {
  if (account.spawn.uid === undefined) return;
  if (spawnSync("/bin/sh", ["-c", 'cd "$0"', folder], account.spawn).status !== 0)
    throw new Error(
      `The embedded Postgres runs as an ordinary user and cannot reach ${folder}: set DATA_DIR to a folder it can.`,
    );
}

/** Where the account can run the program from: `folder` itself, or a copy outside a home that is closed to it. */
export function runnableFolder(folder: string, program: string, version: string, account: Account): string {
  const runs = (place: string) => spawnSync(join(place, program), ["--version"], account.spawn).status === 0;
  if (account.spawn.uid === undefined || runs(folder)) return folder;
  const shared = join("/var/tmp", `samling-postgres-${version}`);
  if (existsSync(shared) && lstatSync(shared).uid === 0 && runs(shared)) return shared;
  const copy = existsSync(shared) ? mkdtempSync(join(tmpdir(), "samling-postgres-")) : shared;
  cpSync(folder, copy, { recursive: true, verbatimSymlinks: true });
  handOver(copy, { ...account, owner: { uid: 0, gid: 0 } });
  spawnSync("chmod", ["-R", "a+rX", copy]);
  if (!runs(copy)) throw new Error(`The embedded Postgres cannot run from ${copy}: set DATABASE_URL.`);
  return copy;
}
