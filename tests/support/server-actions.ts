import ts from "typescript";

/** A function that a browser can call by posting a form. */
export type Action = { readonly name: string; readonly defined: boolean };

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
export function serverActions(path: string, text: string): Action[] {
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
