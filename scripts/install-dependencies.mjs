import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root, runStep } from "./run-step.mjs";

const packages = (path) => JSON.parse(readFileSync(join(root, path), "utf8")).packages;

/**
 * Whether node_modules holds what package-lock.json says. Compared by content: a clone's files all get the time of the
 * clone. npm writes its own list last, so an interrupted install does not pass.
 */
export function dependenciesAreInstalled() {
  if (!existsSync(join(root, "node_modules/.package-lock.json"))) return false;
  const have = packages("node_modules/.package-lock.json");
  return Object.entries(packages("package-lock.json")).every(
    ([path, wanted]) => path === "" || wanted.optional || have[path]?.version === wanted.version,
  );
}

/** Development dependencies as well, whatever NODE_ENV says: the build needs them. */
export function installDependencies(options = {}) {
  return runStep("npm", ["ci", "--include=dev"], options);
}
