import { spawn } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** The file behind an installed package's command, run by this same Node: no shell, no PATH, no npx. */
export function tool(path) {
  return join(root, "node_modules", path);
}

/**
 * Runs a program in the repository's root and resolves when it has ended; never rejects.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ env?: Record<string, string>; live?: boolean; timeoutMs?: number }} [options] `live` shows the output while
 *   it comes; otherwise it is only collected.
 * @returns {Promise<{ ok: boolean; output: string; milliseconds: number }>}
 */
export function runStep(command, args, options = {}) {
  const started = performance.now();
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, FORCE_COLOR: "0", NO_COLOR: "1", ...options.env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    const collect = (stream) => (chunk) => {
      output += chunk;
      if (options.live) stream.write(chunk);
    };
    child.stdout.on("data", collect(process.stdout));
    child.stderr.on("data", collect(process.stderr));
    const timer = options.timeoutMs && setTimeout(() => child.kill("SIGKILL"), options.timeoutMs);
    const end = (ok) => {
      clearTimeout(timer);
      resolve({ ok, output, milliseconds: performance.now() - started });
    };
    child.on("error", (error) => {
      output += `${command} could not start: ${error.message}\n`;
      end(false);
    });
    child.on("close", (code, signal) => {
      if (signal) output += `\nended by ${signal}\n`;
      end(code === 0);
    });
  });
}

/** The Prisma client is generated code and not in the repository; made when missing or older than the schema. */
export async function generateClient() {
  const client = join(root, "lib/platform/generated/client.ts");
  const lockfile = join(root, "package-lock.json");
  const schema = join(root, "prisma/schema");
  const sources = [lockfile, ...readdirSync(schema).map((name) => join(schema, name))];
  const made = existsSync(client) ? statSync(client).mtimeMs : 0;
  if (sources.every((source) => statSync(source).mtimeMs < made)) return { ok: true, output: "", milliseconds: 0 };
  // `generate` needs no engine, but looks for one and would download it; any existing file ends the search.
  return runStep(process.execPath, [tool("prisma/build/index.js"), "generate"], {
    env: { PRISMA_SCHEMA_ENGINE_BINARY: process.execPath },
  });
}
