import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";

export const REPOSITORY = fileURLToPath(new URL("../../", import.meta.url));

const FOLDERS = ["app", "lib", "emails", "prisma", "scripts", "tests"];

export type SourceFile = { readonly path: string; readonly text: string };

/** Every hand-written source file of the repository: TypeScript and scripts, without generated code. */
export function sourceFiles(pattern = /\.(ts|tsx|mjs|css)$/): readonly SourceFile[] {
  return allPaths()
    .filter((path) => pattern.test(path))
    .map((path) => ({ path, text: readFileSync(join(REPOSITORY, path), "utf8") }));
}

function allPaths(): string[] {
  return readdirSync(REPOSITORY, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && FOLDERS.includes(entry.name))
    .flatMap((folder) => readdirSync(join(REPOSITORY, folder.name), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => relative(REPOSITORY, join(entry.parentPath, entry.name)).replaceAll("\\", "/"))
    .filter((path) => !path.startsWith("lib/platform/generated/") && !path.endsWith(".d.ts"));
}
