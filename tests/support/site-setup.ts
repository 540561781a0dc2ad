import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { site } from "./site";

const READY_WITHIN_MS = 240_000;

/**
 * Starts the product once for all specs, by the very command a user runs: embedded Postgres in an empty directory,
 * migrations, demo, mail catcher, worker and the built app. Returns what stops it.
 */
export default async function startSite(): Promise<() => Promise<void>> {
  const dataDir = await mkdtemp(join(tmpdir(), "samling-e2e-"));
  const { DATABASE_URL: _database, SMTP_URL: _smtp, ...inherited } = process.env;
  const product = spawn(process.execPath, ["scripts/start.mjs"], {
    env: {
      ...inherited,
      NODE_ENV: "production",
      PORT: process.env["E2E_PORT"],
      SMTP_PORT: process.env["E2E_SMTP_PORT"],
      MAILBOX_PORT: process.env["E2E_MAILBOX_PORT"],
      APP_URL: site().url,
      AUTH_SECRET: "only-for-the-tests-of-this-repository",
      DATA_DIR: dataDir,
      SIGN_UP: "nykommun.example.org",
      // All specs come from one address within a minute; the limits have their own integration tests.
      RATE_LIMITS: "off",
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let log = "";
  for (const stream of [product.stdout, product.stderr])
    stream.on("data", (chunk: Buffer) => (log += chunk.toString()));

  const stop = async () => {
    await end(product);
    await rm(dataDir, { recursive: true, force: true });
  };
  try {
    await untilHealthy(product);
    // What a setup puts into the environment reaches Playwright's workers.
    process.env["E2E_DATABASE_URL"] = await databaseUrl(dataDir);
    process.env["E2E_SPEAKER_PATH"] = await speakerPath(() => log);
  } catch (error) {
    await stop();
    throw new Error(`the site did not start: ${String(error)}\n${log.slice(-4000)}`);
  }
  return stop;
}

/** Where the embedded Postgres listens, from what it and its starter write beside the data. */
async function databaseUrl(dataDir: string): Promise<string> {
  const password = (await readFile(join(dataDir, "postgres.password"), "utf8")).trim();
  const [, , , port] = (await readFile(join(dataDir, "postgres/postmaster.pid"), "utf8")).split("\n");
  return `postgresql://postgres:${password}@127.0.0.1:${port}/samling`;
}

/** The personal link among the addresses that `npm start` prints when all is up. */
async function speakerPath(log: () => string): Promise<string> {
  const deadline = performance.now() + 20_000;
  while (performance.now() < deadline) {
    const [path] = /\/s\/[\w-]{43}/.exec(log()) ?? [];
    if (path) return path;
    await setTimeout(100);
  }
  throw new Error("npm start printed no speaker's link");
}

async function untilHealthy(product: ChildProcess): Promise<void> {
  const deadline = performance.now() + READY_WITHIN_MS;
  while (performance.now() < deadline) {
    if (product.exitCode !== null) throw new Error(`npm start ended with code ${product.exitCode}`);
    const healthy = await fetch(`${site().url}/api/health`).then(
      (answer) => answer.ok,
      () => false,
    );
    if (healthy) return;
    await setTimeout(250);
  }
  throw new Error(`not healthy within ${READY_WITHIN_MS / 1000} s`);
}

/** Ctrl-C, as a user stops it; killed only if that does not help. */
async function end(product: ChildProcess): Promise<void> {
  if (product.exitCode !== null || product.signalCode !== null) return;
  const ended = once(product, "exit");
  product.kill("SIGINT");
  const stuck = await Promise.race([ended.then(() => false), setTimeout(20_000, true, { ref: false })]);
  if (stuck) {
    product.kill("SIGKILL");
    await ended;
  }
}
