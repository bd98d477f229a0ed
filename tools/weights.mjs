// `npm run weights`: prints the lines of code, texts and tests of each feature, each standard, the library and the
// core, and the change since the last tag. `-- --write` also writes a short form into docs/architecture.md. It is a
// mirror: no check fails if the page is out of date. A folder is measured in place of the repository.
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join, posix, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { say } from './print.mjs';

const REPOSITORY = fileURLToPath(new URL('..', import.meta.url));
const PAGE = 'docs/architecture.md';
const DEFINITION = `Lines of hand-written .ts, .tsx, .css and .mjs. Texts are src/texts, and the files texts* of a folder.
A test file counts once: for the feature or standard that it imports most. If it imports none, for the library if it
imports nothing else of src. Otherwise for the feature or standard that its path names (also in the singular), else
for the core.`;
const GROUPS = ['core', 'library', 'standards', 'features'];
const KINDS = ['code', 'texts', 'tests'];
const LIBRARY = { group: 'library', name: undefined };
const LARGEST = 5;

const { values, positionals } = parseArgs({
  options: { write: { type: 'boolean', default: false } },
  allowPositionals: true,
});
const root = resolve(positionals[0] ?? REPOSITORY);

const tag = lastTag();
const now = measure();
const before = tag === undefined ? undefined : measure(tag);
process.stdout.write(`${toTable()}\n${DEFINITION}\n`);
if (values.write) writePage();

/** The tag before the current commit, undefined if there is none. */
function lastTag() {
  const { status, stdout } = git('describe', '--tags', '--abbrev=0');
  return status === 0 ? stdout.trim() : undefined;
}

/** Lines by group (`core`, `library`, `standards`, `features`), by name in the group and by kind: of the files
 *  as they are, or of those of a commit. */
function measure(commit) {
  const lines = countLines(commit);
  const imports = readImports(commit);
  const names = [...lines.keys()].map(partOfSource).filter((part) => part && isNamed(part));
  const parts = new Map();
  for (const [path, count] of lines) {
    const part = partOfSource(path) ?? partOfTest(path, imports.get(path) ?? [], names);
    const key = `${part.group}/${part.name}`;
    if (!parts.has(key)) parts.set(key, { ...part, code: 0, texts: 0, tests: 0 });
    parts.get(key)[kindOf(path)] += count;
  }
  return [...parts.values()];
}

function countLines(commit) {
  const rows = grep(commit, ['--count', '-e', ''], /^(.+):(\d+)$/);
  return new Map(
    rows
      .filter(([path]) => /\.(tsx?|css|mjs)$/.test(path) && !/\.generated\./.test(path))
      .map(([path, count]) => [path, Number(count)]),
  );
}

/** What each test file imports, as a path of the repository or as the name of an entry (`#open-badges`). */
function readImports(commit) {
  const rows = grep(
    commit,
    ['--only-matching', '-E', '-e', "^(import|export|}) .*'[^']+';|await import\\('[^']+'"],
    /^(test\/.+?):.*'(.+)'/,
  );
  const imports = rows.map(([path, name]) => [
    path,
    name.startsWith('.') ? posix.join(posix.dirname(path), name) : name,
  ]);
  return new Map(
    [...Map.groupBy(imports, ([path]) => path)].map(([path, of]) => [path, of.map(([, name]) => name)]),
  );
}

function partOfSource(path) {
  const [, group, name] = /^src\/(features|standards)\/([^/]+)\//.exec(path) ?? [];
  if (name && name !== 'all') return { group, name };
  if (/^(src\/|#)open-badges\b/.test(path)) return LIBRARY;
  if (path.startsWith('src/')) return { group: 'core', name: /^src\/([^/]+)\//.exec(path)?.[1] ?? 'entries' };
  return undefined;
}

function isNamed({ group }) {
  return group === 'features' || group === 'standards';
}

function partOfTest(path, imports, named) {
  const imported = imports.map(partOfSource).filter((part) => part !== undefined);
  const counts = Map.groupBy(imported.filter(isNamed), ({ group, name }) => `${group}/${name}`);
  const [most] = [...counts.values()].sort((a, b) => b.length - a.length);
  if (most) return most[0];
  if (imported.length > 0 && imported.every(({ group }) => group === 'library')) return LIBRARY;
  const subject = path.replace(/^test\/support/, ''); // the folder of fixtures is not about the feature of that name
  const byPath = named.filter(({ name }) => new RegExp(`[/-]${name.replace(/s$/, '')}s?[/.-]`).test(subject));
  if (byPath.length > 0)
    return byPath.reduce((one, other) => (other.name.length > one.name.length ? other : one));
  return { group: 'core', name: undefined };
}

function kindOf(path) {
  if (path.startsWith('test/')) return 'tests';
  return /^src\/(texts\/|(features|standards)\/[^/]+\/texts)/.test(path) ? 'texts' : 'code';
}

function toTable() {
  const rows = [['part', ...KINDS, changeTitle()]];
  for (const group of GROUPS) {
    rows.push(rowOf(group, (part) => part.group === group));
    for (const { name } of largestFirst(group))
      rows.push(rowOf(`  ${name}`, (part) => part.group === group && part.name === name));
  }
  rows.push(rowOf('all', () => true));
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  const pad = (cell, column) =>
    KINDS[column - 1] === undefined ? cell.padEnd(widths[column]) : cell.padStart(widths[column]);
  return rows.map((row) => `${row.map(pad).join('  ').trimEnd()}\n`).join('');
}

function changeTitle() {
  return tag === undefined ? 'since the last tag' : `since ${tag}`;
}

function rowOf(title, isIn) {
  const sums = (parts) => KINDS.map((kind) => parts.filter(isIn).reduce((sum, part) => sum + part[kind], 0));
  const counts = sums(now);
  const earlier = before && sums(before);
  const change = earlier ? describeChange(counts.map((count, index) => count - earlier[index])) : 'no tag';
  return [title, ...counts.map((count) => count.toLocaleString('en')), change];
}

function describeChange(changes) {
  const parts = changes.map((change, index) => [change, KINDS[index]]).filter(([change]) => change !== 0);
  const signed = new Intl.NumberFormat('en', { signDisplay: 'always' });
  return parts.length === 0
    ? 'none'
    : parts.map(([change, kind]) => `${signed.format(change)} ${kind}`).join(', ');
}

/** The named parts of a group. The library is one part, and the tests of the core have no name. */
function largestFirst(group) {
  return now
    .filter((part) => part.group === group && part.name !== undefined)
    .sort((a, b) => b.code + b.texts - a.code - a.texts || (a.name < b.name ? -1 : 1));
}

/** The short form: one row for each group, with the names of its largest parts. */
function toPage() {
  const rows = GROUPS.map((group) => {
    const parts = largestFirst(group);
    const largest = parts.slice(0, LARGEST).map(({ name }) => name);
    const more = parts.length > LARGEST ? ` and ${parts.length - LARGEST} more` : '';
    return rowOf([group, ...largest].join(', ').replace(',', ':') + more, (part) => part.group === group);
  });
  const header = ['part', ...KINDS, changeTitle()];
  return [header, ['---', '---:', '---:', '---:', '---'], ...rows, rowOf('all', () => true)]
    .map((cells) => `| ${cells.join(' | ')} |\n`)
    .join('');
}

function writePage() {
  const file = join(root, PAGE);
  const page = readFileSync(file, 'utf8');
  const between = /(<!-- weights -->\n)[\s\S]*(<!-- end of weights -->)/;
  if (!between.test(page))
    throw new Error(`${PAGE} has no comments <!-- weights --> and <!-- end of weights -->.`);
  writeFileSync(
    file,
    page.replace(between, (_, start, end) => `${start}${toPage()}${end}`),
  );
  say(`${PAGE} is written.`);
}

/** The captures of `pattern` in each line that `git grep` prints about `src` and `test`. */
function grep(commit, options, pattern) {
  const [flags, trees] = commit === undefined ? [['--untracked'], []] : [[], [commit]];
  const { status, stdout, stderr } = git('grep', '-I', ...flags, ...options, ...trees, '--', 'src', 'test');
  if (status !== 0 && status !== 1) throw new Error(`git: ${stderr}`);
  const lines = stdout.split('\n').filter(Boolean);
  const paths = commit === undefined ? lines : lines.map((line) => line.slice(commit.length + 1));
  return paths.map((line) => pattern.exec(line)?.slice(1)).filter((found) => found !== undefined);
}

function git(...options) {
  return spawnSync('git', options, { cwd: root, encoding: 'utf8', maxBuffer: 256 * 1024 * 1024 });
}
