import { randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { root } from "../run-step.mjs";

/**
 * The key that server actions of open tabs are read with. Made once and kept with the data, so that a page opened before
 * a new build can still be sent. In an image it comes from the environment.
 */
export function serverActionKey() {
  const given = process.env.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY;
  if (given) return given;
  const file = join(resolve(root, process.env.DATA_DIR || ".data"), "server-actions-key");
  try {
    return readFileSync(file, "utf8").trim();
  } catch {
    const key = randomBytes(32).toString("base64");
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, key, { mode: 0o600 });
    return key;
  }
}
