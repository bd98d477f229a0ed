// Holds the rule that nothing waits inside a transaction: `node tools/transactions.mjs [FOLDER]`. On a
// connection that others use too, their statements would become part of the transaction, and would be undone
// with it after they were answered as done.
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

/** Functions that write the statements of a transaction themselves, by file. The others call `transaction()` of
 *  better-sqlite3, which runs a function to its end. The rest of these files is checked like any other. */
const WRITTEN_OUT = {
  'src/adapters/storage/engines/sqlite.node.ts': {
    migrateUnderLock: 'migrates on a connection that no other code has yet',
  },
  'src/adapters/storage/engines/postgres-commit.node.ts': {
    makePostgresCommit: 'sends a whole transaction in one round trip',
  },
  'src/adapters/storage/move/source.node.ts': {
    openMoveSource: 'the snapshot has a connection of its own',
    'openMoveSource.freeze': 'the lock has a connection of its own',
    'openMoveSource.mark': 'the lock has a connection of its own',
  },
  'src/adapters/storage/move/target.node.ts': {
    'makeTarget.begin': 'the move has a connection of its own',
    'makeTarget.commit': 'the move has a connection of its own',
  },
  'src/adapters/signing/key-lock.node.ts': {
    takeLock: 'the lock is an empty database file of its own',
  },
};
const STATEMENT =
  /^\s*(?:begin(?:\s+(?:immediate|exclusive|deferred|transaction|isolation)\b|\s*;?\s*$)|start\s+transaction|commit\s*;?\s*$|rollback|savepoint\s|release\s)/i;

const folder = process.argv[2] ?? fileURLToPath(new URL('..', import.meta.url));
const files = globSync('src/**/*.{ts,tsx}', { cwd: folder }).toSorted();
/** The listed functions that were found to write statements of a transaction. */
const met = new Set();
const faults = files.flatMap((file) => findFaults(file.replaceAll('\\', '/')));
const listed = Object.entries(WRITTEN_OUT).flatMap(([file, functions]) =>
  Object.keys(functions).map((name) => `${file} ${name}`),
);
const stale = process.argv[2] === undefined ? listed.filter((one) => !met.has(one)) : [];
for (const fault of [...faults, ...stale.map((one) => `${one}: listed, but writes no transaction`)])
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
    if (isText(node) && STATEMENT.test(node.text) && isSent(node) && !isListed(file, node))
      say(node, 'a transaction written out: call transaction() with a function that does not wait');
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** Whether the list exempts the function that the node stands in. A function inside a listed one has a name of
 *  its own, so it is not exempt. */
function isListed(file, node) {
  const name = functionAround(node);
  if (!Object.hasOwn(WRITTEN_OUT[file] ?? {}, name)) return false;
  met.add(`${file} ${name}`);
  return true;
}

/** The names of the functions around the node, from the outside: `makeTarget.begin`. A callback has no name. */
function functionAround(node) {
  const names = [];
  for (let { parent } = node; parent; parent = parent.parent) {
    if (!ts.isFunctionLike(parent)) continue;
    const name = parent.name ?? nameOfValue(parent);
    if (name) names.unshift(name.getText());
  }
  return names.join('.');
}

/** The name of the variable or property whose value is the function. */
function nameOfValue({ parent }) {
  return ts.isVariableDeclaration(parent) || ts.isPropertyAssignment(parent) ? parent.name : undefined;
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
