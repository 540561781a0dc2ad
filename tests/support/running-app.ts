import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { type AppProcess, startApp } from "../bench/app-process";
import { freePort } from "./free-port";
import { REPOSITORY } from "./source-files";

/** Builds the product where it has changed and starts it on this test file's database: real HTTP, one process. */
export async function startProduct(): Promise<AppProcess> {
  for (;;) {
    const built = spawnSync(process.execPath, [join(REPOSITORY, "scripts/build.mjs")], { encoding: "utf8" });
    if (built.status === 0) break;
    const output = built.stdout + built.stderr;
    // Another test file builds; when it is done there is nothing left to build.
    if (!output.includes("Another next build process is already running")) throw new Error(output);
    await setTimeout(2_000);
  }
  const port = await freePort();
  const url = `http://localhost:${port}`;
  return startApp([join(REPOSITORY, "dist/server.mjs")], {
    url,
    ready: "/api/v1/events",
    env: {
      ...process.env,
      NODE_ENV: "production",
      APP_URL: url,
      PORT: String(port),
      SMTP_URL: "smtp://127.0.0.1:9",
      RATE_LIMITS: "off",
      LOG_LEVEL: "warn",
    },
  });
}
