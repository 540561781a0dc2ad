import { spawnSync } from "node:child_process";
import { cpSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { Pool } from "pg";
import { currentInstant } from "@/lib/core/clock";
import { hashToken, newToken } from "@/lib/core/ids";
import { connect } from "@/lib/platform/db";
import { migrate } from "@/lib/platform/migrate";
import { seedDemo } from "@/prisma/seed/demo/seed-demo";
import { startEmbeddedPostgres } from "../../scripts/embedded-postgres";
import { freePort } from "../support/free-port";
import { type AppProcess, type Environment, startApp } from "./app-process";
import { fillEvent } from "./fill";
import type { Ground, Populated, Product } from "./measure";
import { cpuSecondsWithChildren } from "./process-use";

const HOT_EVENT = "demo-open";
const DEMO = "bench_demo";

export type Sizes = { readonly small: number; readonly large: number; readonly rounds: number };

/** Two databases copied from the demo's, one app before each, and the empty app with a third. `stop` ends all of it. */
export async function prepareGround(
  dataDir: string,
  sizes: Sizes,
  env: Environment,
): Promise<{ ground: Ground; stop: () => Promise<void> }> {
  const stops: (() => Promise<void>)[] = [];
  const stop = async () => {
    for (const each of stops.reverse()) await each();
  };
  try {
    const postgres = await startEmbeddedPostgres({ dataDir: join(dataDir, "bench") });
    stops.push(postgres.stop);
    const postmaster = Number(readFileSync(join(dataDir, "bench/postmaster.pid"), "utf8").split("\n")[0]);
    const interrupt = () => process.kill(postmaster, "SIGINT");
    process.once("exit", interrupt);
    stops.push(() => Promise.resolve(void process.off("exit", interrupt)));
    await makeDemo(postgres.url);
    const product = async (name: string, registrations: number) => {
      const started = await startProduct(postgres.url, name, registrations, env);
      stops.push(started.stop);
      return started.product;
    };
    const small = await product("bench_small", sizes.small);
    const large = await product("bench_large", sizes.large);
    const naive = await populate(postgres.url, "bench_naive", sizes.small);
    stops.push(() => naive.pool.end());
    const empty = await startEmptyApp(naive.databaseUrl, env);
    stops.push(empty.stop);
    const postgresCpuSeconds = () => cpuSecondsWithChildren(postmaster);
    const startSecond = () => startServer(small.databaseUrl, env);
    return { ground: { small, large, empty, naive, startSecond, postgresCpuSeconds, rounds: sizes.rounds }, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function startProduct(serverUrl: string, name: string, registrations: number, env: Environment) {
  const populated = await populate(serverUrl, name, registrations);
  const { databaseUrl, pool } = populated;
  const cookie = await signIn(pool);
  const app = await startServer(databaseUrl, env);
  const stop = async () => {
    await app.stop();
    await pool.end();
  };
  const product: Product = { ...app, ...populated, existing: registrations, cookie };
  return { product, stop };
}

/** A copy of the demo with so many registrations for the event everybody wants. */
async function populate(serverUrl: string, name: string, registrations: number): Promise<Populated> {
  const databaseUrl = await copyDemo(serverUrl, name);
  const pool = new Pool({ connectionString: databaseUrl, max: 2 });
  const { rows } = await pool.query<{ id: string }>("SELECT id FROM event WHERE slug = $1", [HOT_EVENT]);
  const [event] = rows;
  if (!event) throw new Error(`the demo has no event ${HOT_EVENT}`);
  await fillEvent(pool, event.id, registrations);
  return { databaseUrl, pool, event: { id: event.id, slug: HOT_EVENT } };
}

/** A migrated database with the demo in it; the others are copied from it. */
async function makeDemo(serverUrl: string): Promise<void> {
  const demo = databaseUrl(serverUrl, DEMO);
  await migrate(demo);
  const client = connect(demo);
  await seedDemo(client, currentInstant());
  await client.$disconnect();
}

async function copyDemo(serverUrl: string, name: string): Promise<string> {
  const admin = new Pool({ connectionString: serverUrl, max: 1 });
  await admin.query(`CREATE DATABASE ${name} TEMPLATE ${DEMO}`);
  await admin.end();
  return databaseUrl(serverUrl, name);
}

function databaseUrl(serverUrl: string, name: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.href;
}

/** A session of the demo's organiser, written as signing in writes it. */
async function signIn(pool: Pool): Promise<string> {
  const token = newToken();
  const { rowCount } = await pool.query(
    `INSERT INTO user_session (id, token_hash, user_id, expires_at)
     SELECT gen_random_uuid(), $1, id, now() + interval '1 day' FROM app_user WHERE email = 'organisator@example.org'`,
    [hashToken(token)],
  );
  if (rowCount !== 1) throw new Error("the demo has no organiser");
  return `samling-session=${token}`;
}

async function startServer(databaseUrl: string, env: Environment): Promise<AppProcess> {
  const port = await freePort();
  return startApp(["dist/server.mjs"], {
    url: `http://localhost:${port}`,
    ready: "/",
    env: { ...env, ...productSettings({ databaseUrl, port }) },
  });
}

const NO_MAIL_SERVER = "smtp://127.0.0.1:9";

/** The settings of a process of the product: for one that serves, where; for one that sends, through which server. */
export function productSettings(given: { databaseUrl: string; port?: number; smtpUrl?: string }): Environment {
  const { databaseUrl, port = 3000, smtpUrl = NO_MAIL_SERVER } = given;
  return {
    NODE_ENV: "production",
    DATABASE_URL: databaseUrl,
    APP_URL: `http://localhost:${port}`,
    PORT: String(port),
    AUTH_SECRET: "only-for-the-benchmark-of-this-repository",
    SMTP_URL: smtpUrl,
    RATE_LIMITS: "off",
    LOG_LEVEL: "warn",
  };
}

async function startEmptyApp(databaseUrl: string, env: Environment): Promise<AppProcess> {
  const next = join(process.cwd(), "node_modules/next/dist/bin/next");
  // As deep below the root as the original, so that what it imports is found.
  const cwd = join(process.cwd(), "dist/bench/empty-app");
  // What an earlier run left there would not build again.
  rmSync(cwd, { recursive: true, force: true });
  cpSync("tests/bench/empty-app", cwd, { recursive: true });
  const database = new URL(databaseUrl);
  const production: Environment = {
    ...env,
    NODE_ENV: "production",
    NEXT_TELEMETRY_DISABLED: "1",
    PGHOST: database.hostname,
    PGPORT: database.port,
    PGUSER: database.username,
    PGPASSWORD: decodeURIComponent(database.password),
    PGDATABASE: database.pathname.slice(1),
  };
  const built = spawnSync(process.execPath, [next, "build"], { cwd, env: production, encoding: "utf8" });
  if (built.status !== 0) throw new Error(`the empty app does not build: ${built.stdout}${built.stderr}`);
  const port = await freePort();
  return startApp([next, "start", "-p", String(port), "-H", "127.0.0.1"], {
    url: `http://127.0.0.1:${port}`,
    ready: "/",
    cwd,
    env: production,
  });
}
