import { afterAll, beforeAll } from "vitest";
import { currentInstant } from "@/lib/core/clock";
import type { AppProcess } from "../../bench/app-process";
import { startProduct } from "../running-app";
import { cookiesOf, type Role } from "./roles";
import { createWorld, type World } from "./world";

/** Two houses, everybody's cookies, and the product running before them; there from before the first test of a file. */
export type RunningWorld = {
  app: AppProcess;
  world: World;
  cookies: Readonly<Record<Role, string>>;
};

/** Starts the product with a world of its own for the file that asks, and ends it after the last test. */
export function runningWorld(): RunningWorld {
  const running = {} as RunningWorld;
  beforeAll(async () => {
    running.world = await createWorld(currentInstant());
    running.app = await startProduct();
    running.cookies = await cookiesOf(running.world, running.app.url);
  }, 300_000);
  afterAll(() => running.app?.stop());
  return running;
}
