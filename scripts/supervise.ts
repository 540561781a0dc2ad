// What `npm start` does once it is built: database, migrations, demo, mail catcher, app and mail worker, kept alive and
// stopped in order.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { openConnection } from "@/lib/platform/database-connection";
import { readStartEnv, type StartEnv } from "@/lib/platform/env";
import { migrate } from "@/lib/platform/migrate";
import { askedToStop } from "./process-life";
import { step } from "./progress.mjs";
import { Child, type ChildPlan } from "./supervisor/child";
import { DataFolder } from "./supervisor/data-folder";
import { SupervisedPostgres } from "./supervisor/database";
import { requireFreePorts } from "./supervisor/ports";

const HEALTHY_WITHIN_MS = 60_000;
const APP_DEATHS_ALLOWED = 5;

export type Prepared = { readonly settings: StartEnv; readonly folder: DataFolder; readonly given: NodeJS.ProcessEnv };

type Stoppable = { stop(): Promise<void>; readonly lost: Promise<string> };

/** Checks all that can be wrong before anything slow is done. Throws with one sentence. */
export async function prepare(given: NodeJS.ProcessEnv): Promise<Prepared> {
  const settings = readStartEnv(given);
  const folder = new DataFolder(settings.DATA_DIR);
  await folder.claim();
  const { PORT, HOST, SMTP_URL, SMTP_PORT, MAILBOX_PORT, DATABASE_URL } = settings;
  const local = (port: number) => ({ port, host: "127.0.0.1" });
  await requireFreePorts({
    PORT: { port: PORT, host: HOST },
    ...(SMTP_URL === undefined && { SMTP_PORT: local(SMTP_PORT), MAILBOX_PORT: local(MAILBOX_PORT) }),
  });
  if (DATABASE_URL) await (await openConnection(DATABASE_URL, { create: true })).end();
  return { settings, folder, given };
}

/** Runs everything until it is asked to stop or cannot go on. Returns the exit code. */
export async function run({ settings, folder, given }: Prepared): Promise<number> {
  const running: Stoppable[] = [];
  const stopping = Promise.race([askedToStop(), abandoned(given)]).then(() => undefined);
  let failure: string | undefined;
  try {
    failure = await Promise.race([launch(settings, folder, given, running), stopping]);
    failure ??= await Promise.race([stopping, ...running.map((each) => each.lost)]);
  } catch (error) {
    failure = (error as Error).message;
  }
  if (failure) console.error(`\n${failure}`);
  else console.log("\nStopping …");
  // The app first, so that what it acknowledged still finds worker and database.
  for (const each of running.reverse()) await each.stop();
  folder.release();
  if (!failure) console.log("Stopped. Nothing is lost; npm start goes on from here.");
  return failure ? 1 : 0;
}

async function launch(settings: StartEnv, folder: DataFolder, given: NodeJS.ProcessEnv, running: Stoppable[]) {
  const databaseUrl =
    settings.DATABASE_URL ?? (await step("Starting the database", () => startDatabase(folder, running)));
  await step("Applying migrations", () => migrate(databaseUrl, join(process.cwd(), "prisma/migrations")));
  const env: NodeJS.ProcessEnv = {
    LOG_LEVEL: "warn",
    ...given,
    NODE_ENV: "production",
    DATABASE_URL: databaseUrl,
    SMTP_URL: settings.SMTP_URL ?? `smtp://127.0.0.1:${settings.SMTP_PORT}`,
    APP_URL: settings.APP_URL,
    AUTH_SECRET: settings.AUTH_SECRET ?? folder.authSecret(),
    DATA_DIR: folder.path,
  };
  const start = (plan: Omit<ChildPlan, "env">) => {
    const child = new Child({ ...plan, env }, folder);
    running.push(child);
    return child.start();
  };
  const withDemo = settings.DATABASE_URL ? settings.DEMO === "1" : settings.DEMO !== "0";
  const mailCatcher = { name: "mail-catcher", title: "mail catcher" };
  const worker = { name: "worker", title: "mail worker" };
  const app = { name: "server", title: "app", deathsAllowed: APP_DEATHS_ALLOWED };
  // Side by side, since each spends most of its start on its own; they are stopped from the end of this list.
  const [speakerLink] = await step(`Starting app and mail${withDemo ? ", demo" : ""}`, () =>
    Promise.all([
      withDemo ? loadDemo(env) : undefined,
      settings.SMTP_URL ? undefined : start(mailCatcher),
      start(worker),
      start(app).then(() => untilHealthy(settings)),
    ]),
  );
  announce(settings, speakerLink);
  return undefined;
}

async function startDatabase(folder: DataFolder, running: Stoppable[]): Promise<string> {
  const postgres = await SupervisedPostgres.start(folder.path);
  running.push(postgres);
  return postgres.url;
}

/** Returns the personal link of the demo's speaker. */
async function loadDemo(env: NodeJS.ProcessEnv): Promise<string | undefined> {
  const seed = spawn(process.execPath, [join(process.cwd(), "dist/seed.mjs")], {
    env,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  let errors = "";
  seed.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
  seed.stderr.on("data", (chunk: Buffer) => (errors += chunk.toString()));
  const [code] = (await once(seed, "close")) as [number | null];
  if (code !== 0) throw new Error(`The demo could not be loaded: ${errors.trim()}`);
  return output.match(/\S+\/s\/\S+/)?.[0];
}

async function untilHealthy({ PORT, HOST }: StartEnv): Promise<void> {
  const host = !HOST || HOST === "0.0.0.0" || HOST === "::" ? "127.0.0.1" : HOST.includes(":") ? `[${HOST}]` : HOST;
  const url = `http://${host}:${PORT}/api/health`;
  let last = "no answer";
  for (const deadline = performance.now() + HEALTHY_WITHIN_MS; performance.now() < deadline; await setTimeout(100)) {
    last = await fetch(url, { signal: AbortSignal.timeout(5_000) }).then(
      async (answer) => (answer.ok ? "" : `${answer.status} ${(await answer.text()).slice(0, 200)}`),
      () => last,
    );
    if (last === "") return;
  }
  throw new Error(`The app is not healthy after ${HEALTHY_WITHIN_MS / 1000} s: ${last}`);
}

function announce(settings: StartEnv, speakerLink: string | undefined): void {
  const lines = [
    ["Site", settings.APP_URL],
    ["Organiser", `${settings.APP_URL}/sign-in${speakerLink ? "  as organisator@example.org" : ""}`],
    ...(speakerLink ? [["Speaker", speakerLink]] : []),
    ...(settings.SMTP_URL ? [] : [["Mailbox", `http://localhost:${settings.MAILBOX_PORT}  (all mail ends here)`]]),
  ];
  console.log(
    `\n${lines.map(([name = "", text = ""]) => `  ${name.padEnd(12)}${text}`).join("\n")}\n\n  Ctrl-C stops everything.\n`,
  );
}

/** npm that was killed leaves us without anybody to stop us. */
async function abandoned(given: NodeJS.ProcessEnv): Promise<void> {
  const parent = process.ppid;
  if (given["npm_lifecycle_event"] !== "start") return new Promise(() => undefined);
  while (process.ppid === parent) await setTimeout(1_000, undefined, { ref: false });
}
