import ts from "typescript";
import { describe, expect, it } from "vitest";
import { sourceFiles } from "../support/source-files";

type Action = { readonly name: string; readonly defined: boolean };

const hasDirective = (statements: ts.NodeArray<ts.Statement>) =>
  statements.some(
    (each) =>
      ts.isExpressionStatement(each) && ts.isStringLiteral(each.expression) && each.expression.text === "use server",
  );

const isExported = (node: ts.Statement) =>
  ts.canHaveModifiers(node) && (ts.getModifiers(node) ?? []).some((each) => each.kind === ts.SyntaxKind.ExportKeyword);

const callsDefineAction = (node: ts.Expression | undefined): boolean =>
  node !== undefined &&
  ts.isCallExpression(node) &&
  ts.isIdentifier(node.expression) &&
  node.expression.text === "defineAction";

/** What a file offers as server actions, and whether `defineAction` made each of them. */
function serverActions(path: string, text: string): Action[] {
  const file = ts.createSourceFile(
    path,
    text,
    ts.ScriptTarget.Latest,
    true,
    path.endsWith("x") ? ts.ScriptKind.TSX : ts.ScriptKind.TS,
  );
  const actions: Action[] = inlineActions(file);
  if (!hasDirective(file.statements)) return actions;
  for (const statement of file.statements) {
    if (ts.isExportDeclaration(statement) && !statement.isTypeOnly)
      actions.push({ name: statement.getText(), defined: false });
    if (ts.isExportAssignment(statement))
      actions.push({ name: "default", defined: callsDefineAction(statement.expression) });
    if (!isExported(statement)) continue;
    if (ts.isFunctionDeclaration(statement)) actions.push({ name: statement.name?.text ?? "default", defined: false });
    if (ts.isVariableStatement(statement)) {
      for (const { name, initializer } of statement.declarationList.declarations) {
        actions.push({ name: name.getText(), defined: callsDefineAction(initializer) });
      }
    }
  }
  return actions;
}

/** A function with "use server" inside becomes an endpoint as well, exported or not. */
function inlineActions(file: ts.SourceFile): Action[] {
  const found: Action[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) && "body" in node && node.body && ts.isBlock(node.body as ts.Node)) {
      const body = node.body as ts.Block;
      if (hasDirective(body.statements)) found.push({ name: `inline in ${file.fileName}`, defined: false });
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

describe("server actions", () => {
  const files = sourceFiles(/\.tsx?$/).filter(
    ({ path, text }) => path.startsWith("app/") && text.includes('"use server"'),
  );
  const actions = files.flatMap(({ path, text }) => serverActions(path, text).map((action) => ({ path, ...action })));

  it("every one is made by defineAction, which refuses foreign origins and hands the clock on", () => {
    expect(files.filter(({ path }) => !actions.some((action) => action.path === path))).toEqual([]);
    expect(actions.filter((action) => !action.defined)).toEqual([]);
  });

  it("only app has any", () => {
    const elsewhere = sourceFiles(/\.tsx?$/).filter(({ path }) => /^(lib|emails)\//.test(path));
    expect(elsewhere.flatMap(({ path, text }) => serverActions(path, text))).toEqual([]);
  });

  it.each([
    '"use server";\nexport async function register() {}',
    '"use server";\nexport const register = async () => {};',
    '"use server";\nexport default async function () {}',
    '"use server";\nexport { register } from "./elsewhere";',
    'export function Page() { async function save() { "use server"; } return save; }',
    'const save = async () => { "use server"; };',
  ])("one made in another way is seen: %s", (source) => {
    expect(serverActions("actions.ts", source)).toMatchObject([{ defined: false }]);
  });

  it("one made by defineAction is accepted, and a type beside it is no action", () => {
    const source =
      '"use server";\nexport type State = {};\nexport const register = defineAction(async (state: State) => state);';
    expect(serverActions("actions.ts", source)).toEqual([{ name: "register", defined: true }]);
  });
});
