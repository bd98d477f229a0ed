import ts from 'typescript';

const DECLARATIONS = new Set([
  ts.SyntaxKind.FunctionDeclaration,
  ts.SyntaxKind.FunctionExpression,
  ts.SyntaxKind.VariableDeclaration,
  ts.SyntaxKind.BindingElement,
  ts.SyntaxKind.Parameter,
  ts.SyntaxKind.TypeAliasDeclaration,
  ts.SyntaxKind.InterfaceDeclaration,
  ts.SyntaxKind.ClassDeclaration,
  ts.SyntaxKind.EnumDeclaration,
  ts.SyntaxKind.EnumMember,
  ts.SyntaxKind.TypeParameter,
  ts.SyntaxKind.PropertySignature,
  ts.SyntaxKind.PropertyDeclaration,
  ts.SyntaxKind.MethodSignature,
  ts.SyntaxKind.MethodDeclaration,
  ts.SyntaxKind.GetAccessor,
  ts.SyntaxKind.SetAccessor,
]);
const LITERALS = new Set([
  ts.SyntaxKind.StringLiteral,
  ts.SyntaxKind.NoSubstitutionTemplateLiteral,
  ts.SyntaxKind.TemplateHead,
  ts.SyntaxKind.TemplateMiddle,
  ts.SyntaxKind.TemplateTail,
  ts.SyntaxKind.RegularExpressionLiteral,
  ts.SyntaxKind.JsxText,
]);
/** What a file of types consists of. */
const TYPES = new Set([
  ts.SyntaxKind.ImportDeclaration,
  ts.SyntaxKind.InterfaceDeclaration,
  ts.SyntaxKind.TypeAliasDeclaration,
]);
const TITLED = new Set(['describe', 'it', 'test', 'bench']);
/** The French texts are the type of all texts: the properties of their literals declare names. */
const DECLARING_LITERALS = /^src\/texts\/fr\//;
/** A block, or lines that follow each other. */
const COMMENT = /\/\*[\s\S]*?\*\/|\/\/[^\n]*(?:\n[ \t]*\/\/[^\n]*)*/g;

/** The names, comments and titles of one file with their positions, and the positions of types to avoid. */
export function parse({ path, text }) {
  const options = {
    languageVersion: ts.ScriptTarget.Latest,
    jsDocParsingMode: ts.JSDocParsingMode.ParseNone,
  };
  const file = ts.createSourceFile(path, text, options, false);
  const found = { identifiers: [], titles: [], anyTypes: [], neverCasts: [], comments: [] };
  const literals = [];
  const visitNode = (node) => {
    if (LITERALS.has(node.kind)) literals.push([node.getStart(file), node.end]);
    record(node, file, found);
    ts.forEachChild(node, visitNode);
  };
  visitNode(file);
  found.comments = commentsOf(text, literals);
  const lineAt = (position) => file.getLineAndCharacterOfPosition(position).line + 1;
  return { found, lineAt, hasCode: file.statements.some((statement) => !TYPES.has(statement.kind)) };
}

function record(node, file, found) {
  const at = (part) => ({ text: part.text, position: part.getStart(file) });
  if (isDeclaration(node, file) && node.name && ts.isIdentifier(node.name))
    found.identifiers.push(at(node.name));
  if (node.kind === ts.SyntaxKind.AnyKeyword) found.anyTypes.push(node.getStart(file));
  if (ts.isAsExpression(node) && node.type.kind === ts.SyntaxKind.NeverKeyword)
    found.neverCasts.push(node.type.getStart(file));
  if (isTest(file) && ts.isCallExpression(node) && TITLED.has(rootOf(node.expression))) {
    const [title] = node.arguments;
    if (title && (ts.isStringLiteralLike(title) || ts.isTemplateExpression(title)))
      found.titles.push({ text: title.getText(file).slice(1, -1), position: title.getStart(file) + 1 });
  }
}

const isTest = (file) => /^(test|bench)\//.test(file.fileName);

function isDeclaration(node, file) {
  if (DECLARATIONS.has(node.kind)) return true;
  const mayDeclare = ts.isPropertyAssignment(node) || ts.isShorthandPropertyAssignment(node);
  return mayDeclare && DECLARING_LITERALS.test(file.fileName);
}

/** The first name of `it.skipIf(…)(…)`, `describe.each(…)(…)` and the like. */
function rootOf(expression) {
  if (ts.isIdentifier(expression)) return expression.text;
  const isStep = ts.isCallExpression(expression) || ts.isPropertyAccessExpression(expression);
  return isStep ? rootOf(expression.expression) : undefined;
}

/** Comments. The literals are made blank first, as `//` in a text begins no comment. */
function commentsOf(text, literals) {
  let code = '';
  let end = 0;
  for (const [start, after] of literals) {
    code += text.slice(end, start) + text.slice(start, after).replace(/[^\n]/g, ' ');
    end = after;
  }
  code += text.slice(end);
  return [...code.matchAll(COMMENT)].map((match) => ({ text: match[0], position: match.index }));
}
