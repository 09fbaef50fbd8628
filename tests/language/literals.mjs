// Prints every text that TypeScript files type, as JSON lines of [file, line, text]; what only names a module is none.
import { readFileSync } from "node:fs";
import ts from "typescript";

/** Whether a text is part of the code rather than of what is read: a module's name or a type. */
const isCode = ({ parent }) =>
  ts.isImportDeclaration(parent) || ts.isExportDeclaration(parent) || ts.isLiteralTypeNode(parent) ||
  (ts.isCallExpression(parent) && parent.expression.kind === ts.SyntaxKind.ImportKeyword);

for (const file of process.argv.slice(2)) {
  const source = ts.createSourceFile(file, readFileSync(file, "utf-8"), ts.ScriptTarget.Latest, true);
  const visit = (node) => {
    if ((ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node)) && !isCode(node)) {
      const { line } = source.getLineAndCharacterOfPosition(node.getStart());
      console.log(JSON.stringify([file, line + 1, node.text]));
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
}
