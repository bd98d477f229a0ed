// Deliberate faults in a source file, one at a time.
import ts from 'typescript';

const { SyntaxKind: Kind } = ts;

/** For each operator, the operator that replaces it in a fault. */
const SWAPPED = new Map([
  [Kind.EqualsEqualsEqualsToken, '!=='],
  [Kind.ExclamationEqualsEqualsToken, '==='],
  [Kind.LessThanToken, '>='],
  [Kind.GreaterThanToken, '<='],
  [Kind.LessThanEqualsToken, '>'],
  [Kind.GreaterThanEqualsToken, '<'],
  [Kind.PlusToken, '-'],
  [Kind.MinusToken, '+'],
  [Kind.AmpersandAmpersandToken, '||'],
  [Kind.BarBarToken, '&&'],
  [Kind.PlusEqualsToken, '-='],
]);

/** Methods whose calls a fault leaves out. Without the call a list is still a list, and a text still a
 *  text. */
const DROPPED = new Set([
  'sort',
  'toSorted',
  'trimEnd',
  'filter',
  'slice',
  'replace',
  'toUpperCase',
  'padStart',
  'toFixed',
]);
const OPPOSITE = new Map([
  ['every', 'some'],
  ['some', 'every'],
]);

/** The faults of one file: the place, a description, and the whole changed text. */
export function faultsOf(file, text) {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const faults = [];
  const put = (node, replacement) => {
    const [start, end] = [node.getStart(source), node.getEnd()];
    if (text.slice(start, end) === replacement) return;
    const line = source.getLineAndCharacterOfPosition(start).line + 1;
    const inLine = text.split('\n')[line - 1].trim();
    const name = `${text.slice(start, end).replace(/\s+/g, ' ')} → ${replacement || 'nothing'} in ${inLine}`;
    faults.push({ file, line, name, text: text.slice(0, start) + replacement + text.slice(end) });
  };
  visit(source, put, source);
  return faults;
}

function visit(node, put, source) {
  // Types and imports have no effect at run time.
  if (ts.isTypeNode(node) || ts.isImportDeclaration(node) || ts.isInterfaceDeclaration(node)) return;
  if (ts.isTypeAliasDeclaration(node)) return;
  const textOf = (one) => one.getText(source);
  for (const condition of conditionsOf(node)) {
    put(condition, `!(${textOf(condition)})`);
    put(condition, 'true');
    put(condition, 'false');
  }
  if (ts.isBinaryExpression(node)) putOperators(node, put, textOf);
  if (ts.isCallExpression(node)) putCalls(node, put, textOf);
  if (ts.isPrefixUnaryExpression(node) && node.operator === Kind.ExclamationToken)
    put(node, textOf(node.operand));
  putLiterals(node, put);
  putStatements(node, put);
  ts.forEachChild(node, (child) => visit(child, put, source));
}

function conditionsOf(node) {
  if (ts.isIfStatement(node) || ts.isWhileStatement(node)) return [node.expression];
  if (ts.isConditionalExpression(node) || ts.isForStatement(node))
    return node.condition ? [node.condition] : [];
  return [];
}

function putOperators(node, put, textOf) {
  const { left, operatorToken, right } = node;
  const swapped = SWAPPED.get(operatorToken.kind);
  if (swapped !== undefined) put(operatorToken, swapped);
  const isChoice = [Kind.AmpersandAmpersandToken, Kind.BarBarToken, Kind.QuestionQuestionToken];
  if (!isChoice.includes(operatorToken.kind)) return;
  put(node, textOf(left));
  put(node, textOf(right));
}

function putCalls(node, put, textOf) {
  if (!ts.isPropertyAccessExpression(node.expression)) return;
  const { expression, name } = node.expression;
  if (DROPPED.has(name.text)) put(node, textOf(expression));
  const opposite = OPPOSITE.get(name.text);
  if (opposite !== undefined) put(name, opposite);
}

function putLiterals(node, put) {
  if (node.kind === Kind.TrueKeyword) put(node, 'false');
  if (node.kind === Kind.FalseKeyword) put(node, 'true');
  if (ts.isNumericLiteral(node)) put(node, String(Number(node.text.replaceAll('_', '')) + 1));
  if (ts.isStringLiteral(node) && !ts.isPropertyName(node.parent)) put(node, node.text === '' ? "'!'" : "''");
  if (ts.isTemplateHead(node) && node.text !== '') put(node, '`${');
  if (ts.isTemplateMiddle(node) && node.text !== '') put(node, '}${');
  if (ts.isTemplateTail(node) && node.text !== '') put(node, '}`');
  if (ts.isRegularExpressionLiteral(node)) put(node, '/(?!)/g');
}

function putStatements(node, put) {
  // Replacing `false` by `undefined` would change nothing, because both count as false.
  const returned = ts.isReturnStatement(node) ? node.expression : undefined;
  if (returned && returned.kind !== Kind.FalseKeyword) put(returned, 'undefined');
  if (ts.isExpressionStatement(node)) put(node, ';');
  if (ts.isContinueStatement(node)) put(node, ';');
  if (ts.isIfStatement(node) && node.elseStatement) put(node.elseStatement, ';');
  if (ts.isArrowFunction(node) && !ts.isBlock(node.body)) put(node.body, 'undefined');
  if (ts.isSpreadElement(node)) put(node, '...[]');
}
