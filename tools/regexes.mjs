// Judges every regular expression of src/ with recheck: `node tools/regexes.mjs [FOLDER]`. One that may take
// more than linear time, or that cannot be judged, must stand in tools/regexes.json with the bound that makes
// it harmless. What stands there in vain fails too. An expression with a bound is not judged. recheck stops at
// numbers of steps and never at a time, so a busy machine gives the same verdict.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { check } from 'recheck';
import ts from 'typescript';

/** How recheck is run. Each phase has a time limit by default, and all are taken off. A negative `recallTimeout` skips
 *  the phase that measures the engine of this process. With the ten rounds of the default, an expression with many
 *  bounded repetitions takes minutes. */
const STEP_LIMITS = JSON.parse(readFileSync(new URL('regex-limits.json', import.meta.url), 'utf8'));
const ROOT = fileURLToPath(new URL('..', import.meta.url));
const folder = process.argv[2] ?? ROOT;
/** Verdicts by expression, so that only new expressions are judged again. Verdicts of earlier versions of this tool
 *  stood in `regexes-4.5.0.json` and could come from a time limit. */
const CACHE = join(ROOT, 'node_modules/.cache/jalon/regexes-4.5.0-by-steps.json');

/** Expressions of the sources, as they are written, with their places. */
function expressionsOf(folder) {
  const found = [];
  const files = readdirSync(join(folder, 'src'), { recursive: true })
    .filter((name) => /\.tsx?$/.test(name))
    .sort();
  for (const name of files) {
    const path = join(folder, 'src', name);
    const file = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true);
    const visit = (node) => {
      if (isExpression(node)) {
        const { line } = file.getLineAndCharacterOfPosition(node.getStart());
        found.push({ written: node.getText(), file: `src/${name}`, line: line + 1 });
      }
      ts.forEachChild(node, visit);
    };
    visit(file);
  }
  return found;
}

/** A literal, or an expression that is put together when the program runs. */
function isExpression(node) {
  const isMade = ts.isNewExpression(node) || ts.isCallExpression(node);
  return ts.isRegularExpressionLiteral(node) || (isMade && node.expression.getText() === 'RegExp');
}

const isLiteral = (written) => written.startsWith('/');

const known = existsSync(CACHE) ? JSON.parse(readFileSync(CACHE, 'utf8')) : {};

/** `safe`, `vulnerable` or `unknown`. */
async function judge(literal) {
  if (known[literal] !== undefined) return known[literal];
  const end = literal.lastIndexOf('/');
  const { status } = await check(literal.slice(1, end), literal.slice(end + 1), STEP_LIMITS);
  // Only a verdict is cached.
  if (status !== 'unknown') known[literal] = status;
  return status;
}

/** What is wrong with one expression; undefined if nothing is. */
async function faultOf({ written, file, line }, entry) {
  const place = `${file}:${line}`;
  if (entry?.bound !== undefined) return undefined;
  if (!entry && !isLiteral(written))
    return `${place} is put together when it runs: list it, and what it is like`;
  const judged = entry?.like ?? written;
  const status = await judge(judged);
  return status === 'safe' ? undefined : `${place} is ${status}, without a bound: ${judged}`;
}

const keyOf = ({ written, expression = written, file }) => `${file} ${expression}`;
const listed = JSON.parse(readFileSync(join(folder, 'tools/regexes.json'), 'utf8'));
const entries = new Map(listed.map((entry) => [keyOf(entry), entry]));
const found = expressionsOf(folder);
const present = new Set(found.map(keyOf));
const faults = [...entries.keys()]
  .filter((key) => !present.has(key))
  .map((key) => `tools/regexes.json lists what is not there: ${key}`);

const waiting = [...found];
async function judgeNext() {
  for (let one = waiting.pop(); one; one = waiting.pop()) {
    const fault = await faultOf(one, entries.get(keyOf(one)));
    if (fault) faults.push(fault);
  }
}
await Promise.all(Array.from({ length: availableParallelism() }, judgeNext));

mkdirSync(dirname(CACHE), { recursive: true });
writeFileSync(CACHE, JSON.stringify(known));
for (const fault of faults.sort()) console.error(fault);
console.log(`${found.length} expressions judged, ${entries.size} listed, ${faults.length} faults`);
// Without any expression, the sources were not read.
process.exitCode = faults.length > 0 || found.length === 0 ? 1 : 0;
