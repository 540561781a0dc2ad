import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { afterAll, beforeAll, expect, it } from "vitest";
import { commandLine } from "../../scripts/running-process";
import { ownPlace, type Started, start } from "../support/npm-start";
import { REPOSITORY } from "../support/source-files";

let place: Awaited<ReturnType<typeof ownPlace>>;
let running: Started | undefined;

beforeAll(async () => {
  const built = spawnSync(process.execPath, [join(REPOSITORY, "scripts/build.mjs")], { encoding: "utf8" });
  if (built.status !== 0) throw new Error(built.stdout + built.stderr);
  place = await ownPlace();
}, 480_000);

afterAll(async () => {
  running?.process.kill("SIGKILL");
  await running?.ended;
  await place.remove();
});

async function up(): Promise<Started> {
  running = start(place.settings);
  for (const deadline = performance.now() + 60_000; !running.printed().includes("Ctrl-C stops"); await setTimeout(50))
    if (performance.now() > deadline || running.process.exitCode !== null)
      throw new Error(`not up: ${running.printed()}`);
  return running;
}

/** Supervisor, app, worker, mail catcher and database: what each was started as, by its number. */
function processes(): ReadonlyMap<number, string> {
  const { supervisor, children } = JSON.parse(readFileSync(join(place.folder, "running.json"), "utf8")) as {
    supervisor: number;
    children: Record<string, number>;
  };
  const postmaster = Number(readFileSync(join(place.folder, "postgres/postmaster.pid"), "utf8").split("\n")[0]);
  return new Map([supervisor, postmaster, ...Object.values(children)].map((pid) => [pid, commandLine(pid)]));
}

const stillThere = (of: ReadonlyMap<number, string>) => [...of].filter(([pid, was]) => commandLine(pid) === was);

async function firstEvents(): Promise<unknown> {
  return (await fetch(`http://localhost:${place.settings.PORT}/api/v1/events`)).json();
}

it.each(["SIGINT", "SIGTERM"] as const)(
  "%s stops everything it started, and the next start goes on with the same data",
  async (signal) => {
    const first = await up();
    const all = processes();
    expect(all.size).toBe(5);
    expect(stillThere(all)).toHaveLength(5);
    const events = await firstEvents();
    first.process.kill(signal);
    expect(await first.ended).toBe(0);
    expect(stillThere(all)).toEqual([]);
    expect(first.printed()).toContain("Stopped. Nothing is lost");

    const second = await up();
    expect(await firstEvents()).toEqual(events);
    // Steps that a first start alone has are not done again.
    expect(second.printed()).not.toMatch(/Installing|Bundling|Building/);
    const again = processes();
    second.process.kill(signal);
    expect(await second.ended).toBe(0);
    expect(stillThere(again)).toEqual([]);
  },
  180_000,
);
