// Runs dependency-cruiser and distrusts a silent success: with a compiler it does not know it sees no module at all and
// reports no violation. So every source file on disk must be among the modules it saw.
import { existsSync, readdirSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { root, runStep, tool } from "./run-step.mjs";

const FOLDERS = ["app", "lib", "emails", "prisma", "scripts", "tests"];
const SOURCE = /\.(ts|tsx|mjs)$/;

function sourceFiles(base) {
  return FOLDERS.filter((folder) => existsSync(join(base, folder)))
    .flatMap((folder) => readdirSync(join(base, folder), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && SOURCE.test(entry.name) && !entry.name.endsWith(".d.ts"))
    .map((entry) => relative(base, join(entry.parentPath, entry.name)).replaceAll("\\", "/"))
    .filter((file) => !file.startsWith("lib/platform/generated/"));
}

/**
 * Cruises the tree at `base` under the repository's rules.
 * @returns {Promise<{ violations: { rule: string; from: string; to: string }[]; seen: number; unseen: string[]; failure?: string }>}
 */
export async function cruise(base = root) {
  const folders = FOLDERS.filter((folder) => existsSync(join(base, folder)));
  const files = sourceFiles(base);
  const { output } = await runStep("sh", [
    "-c",
    'cd "$0" && exec "$@"',
    base,
    process.execPath,
    tool("dependency-cruiser/bin/dependency-cruise.mjs"),
    "--config",
    join(root, ".dependency-cruiser.mjs"),
    "--output-type",
    "json",
    ...folders,
  ]);
  let result;
  try {
    result = JSON.parse(output.slice(output.indexOf("{")));
  } catch {
    return { violations: [], seen: 0, unseen: files, failure: output };
  }
  const modules = new Set(result.modules.map((module) => module.source));
  return {
    violations: result.summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to })),
    seen: files.filter((file) => modules.has(file)).length,
    unseen: files.filter((file) => !modules.has(file)),
  };
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const { violations, seen, unseen, failure } = await cruise();
  if (failure) console.error(failure.trim());
  for (const { rule, from, to } of violations) console.error(`${rule}: ${from} → ${to}`);
  if (!failure && unseen.length > 0) console.error(`not seen by dependency-cruiser: ${unseen.join(", ")}`);
  console.log(`${seen} modules seen, ${violations.length} violations`);
  process.exitCode = failure || seen === 0 || unseen.length > 0 || violations.length > 0 ? 1 : 0;
}
