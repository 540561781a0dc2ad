import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { root } from "../run-step.mjs";

const TOP_LEVEL = /^(package(-lock)?\.json|tsconfig\.json|[\w.-]+\.(ts|mjs|js|css))$/;
const APP = ["app", "lib", "emails", "public", "prisma/schema"];
const PROCESSES = ["lib", "emails", "prisma/schema", "prisma/seed", "scripts"];

function files(folder) {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { recursive: true })
    .map((name) => join(folder, name))
    .filter((path) => !path.startsWith(join("lib", "platform", "generated")) && statSync(join(root, path)).isFile());
}

function hash(folders) {
  const top = readdirSync(root).filter((name) => TOP_LEVEL.test(name) && name !== "next-env.d.ts");
  const digest = createHash("sha256").update(process.version);
  for (const path of [...top, ...folders.flatMap(files)].sort()) {
    digest.update(`\0${path}\0`).update(readFileSync(join(root, path)));
  }
  return digest.digest("hex");
}

/** What the built app was made from. */
export const appSources = () => hash(APP);
/** What the bundled processes were made from. */
export const processSources = () => hash(PROCESSES);
