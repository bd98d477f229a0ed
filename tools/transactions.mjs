// Holds the rule that nothing waits inside a transaction: `node tools/transactions.mjs [FOLDER]`. On a
// connection that others use too, their statements would become part of the transaction, and would be undone
// with it after they were answered as done.
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

/** Files that write the statements of a transaction themselves. The others call `transaction()` of
 *  better-sqlite3, which runs a function to its end. */
const WRITTEN_OUT = {
  'src/adapters/storage/engines/sqlite.node.ts': 'migrates on a connection that nobody else has yet',
  'src/adapters/storage/engines/postgres-commit.node.ts': 'sends a whole transaction in one round trip',
  'src/adapters/storage/move/source.node.ts': 'the snapshot and the lock have connections of their own',
  'src/adapters/storage/move/target.node.ts': 'the move has a connection of its own',
  'src/adapters/signing/key-lock.node.ts': 'the lock is an empty database file of its own',
};
const STATEMENT =
  /^\s*(?:begin(?:\s+(?:immediate|exclusive|deferred|transaction|isolation)\b|\s*;?\s*$)|start\s+transaction|commit\s*;?\s*$|rollback|savepoint\s|release\s)/i;

const folder = process.argv[2] ?? fileURLToPath(new URL('..', import.meta.url));
const files = globSync('src/**/*.{ts,tsx}', { cwd: folder }).toSorted();
const faults = files.flatMap((file) => findFaults(file.replaceAll('\\', '/')));
const stale = Object.keys(WRITTEN_OUT).filter(
  (file) => process.argv[2] === undefined && !existsSync(join(folder, file)),
);
for (const fault of [...faults, ...stale.map((file) => `${file}: listed, but not there`)])
  console.error(fault);
console.log(`${files.length} files read, ${faults.length + stale.length} faults of transactions`);
process.exitCode = faults.length + stale.length > 0 || files.length === 0 ? 1 : 0;

function findFaults(file) {
  const text = readFileSync(join(folder, file), 'utf8');
  if (!/transaction|begin|commit|rollback|savepoint|release/i.test(text)) return [];
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const found = [];
  const say = (node, what) => {
    const { line } = source.getLineAndCharacterOfPosition(node.getStart(source));
    found.push(`${file}:${line + 1}: ${what}`);
  };
  const visit = (node) => {
    if (isTransactionCall(node) && node.arguments.some(waits))
      say(node, 'a transaction that waits: read before it, or write after it');
    if (isText(node) && STATEMENT.test(node.text) && isSent(node) && !Object.hasOwn(WRITTEN_OUT, file))
      say(node, 'a transaction written out: call transaction() with a function that does not wait');
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function isTransactionCall(node) {
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return false;
  const { name, expression } = node.expression;
  // `db.transaction().execute(…)` of Kysely begins one as well.
  const begun =
    name.text === 'execute' && ts.isCallExpression(expression) ? expression.expression : undefined;
  const isBegun = begun && ts.isPropertyAccessExpression(begun) && begun.name.text === 'transaction';
  return name.text === 'transaction' || Boolean(isBegun);
}

function waits(node) {
  if (ts.isAwaitExpression(node)) return true;
  if (ts.isFunctionLike(node) && ts.getCombinedModifierFlags(node) & ts.ModifierFlags.Async) return true;
  return ts.forEachChild(node, (child) => waits(child) || undefined) ?? false;
}

function isText(node) {
  return ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node) || ts.isTemplateHead(node);
}

/** Whether the text is an argument, or an element of one: names in types are not statements. */
function isSent(node) {
  const { parent } = node;
  if (ts.isTemplateExpression(parent) || ts.isArrayLiteralExpression(parent)) return isSent(parent);
  return ts.isCallExpression(parent) && parent.arguments.includes(node);
}
