import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import ts from "typescript";
import { serverActions } from "./server-actions";

const METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];
const PAGE = /^page\.(tsx?|jsx?|mdx)$/;
const HANDLER = /^route\.(ts|js)$/;
/** Files that the framework serves under an address of their own. */
const SERVED = /^(sitemap|robots|manifest|icon|apple-icon|favicon|opengraph-image|twitter-image)\d*\.(tsx?|jsx?)$/;

/**
 * Everything below an app folder that a request can reach, read from the files themselves: "page /my/[reference]",
 * "POST /api/v1/events", "action my/[reference]/cancel#cancel". The language and the groups are left out. A handler without
 * any method is listed as "handler …", so that it cannot be overlooked.
 */
export function findRoutes(appFolder: string): readonly string[] {
  const files = readdirSync(appFolder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const found = files.flatMap((entry) => {
    const path = relative(appFolder, join(entry.parentPath, entry.name)).replaceAll("\\", "/");
    const text = () => readFileSync(join(appFolder, path), "utf8");
    const actions = /\.[tj]sx?$/.test(path) ? actionsOf(path, text()) : [];
    // The framework gives folders that begin with an underscore no address.
    if (path.split("/").some((part) => part.startsWith("_"))) return actions;
    if (PAGE.test(entry.name)) return [`page ${address(path)}`, ...actions];
    if (HANDLER.test(entry.name)) return [...handlers(path, text()), ...actions];
    return SERVED.test(entry.name) ? [`file ${address(path)}${entry.name}`, ...actions] : actions;
  });
  return found.sort();
}

function actionsOf(path: string, text: string): string[] {
  if (!/["']use server["']/.test(text)) return [];
  return serverActions(path, text).map(({ name }) => `action ${address(path).slice(1)}#${name}`);
}

function handlers(path: string, text: string): string[] {
  const methods = exportedNames(path, text).filter((name) => METHODS.includes(name));
  return methods.length > 0
    ? methods.map((method) => `${method} ${address(path)}`)
    : [`handler ${address(path)} without a method`];
}

function address(path: string): string {
  const parts = dirname(path)
    .split("/")
    .filter((part) => part !== "." && part !== "[locale]" && !/^\(.*\)$/.test(part));
  return `/${parts.join("/")}`;
}

function exportedNames(path: string, text: string): string[] {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  return file.statements.flatMap((statement) => {
    if (ts.isExportDeclaration(statement) && statement.exportClause && ts.isNamedExports(statement.exportClause))
      return statement.exportClause.elements.map((element) => element.name.text);
    const exported = ts.canHaveModifiers(statement)
      ? ts.getModifiers(statement)?.some((modifier) => modifier.kind === ts.SyntaxKind.ExportKeyword)
      : false;
    if (!exported) return [];
    if (ts.isFunctionDeclaration(statement)) return [statement.name?.text ?? ""];
    if (ts.isVariableStatement(statement))
      return statement.declarationList.declarations.map((declaration) => declaration.name.getText());
    return [];
  });
}
