// Measures names and words: `node tools/names.mjs [--root DIR]` prints the counts, `--json` prints them for
// programs with the counts by word, and `--list KIND` prints each place. `npm run check` runs `--check`.
//
// tools/words.json lists the words to avoid: the uses in which each one counts (`file`, `identifier`, `prose`),
// under which path, what to use instead, and the exceptions with their reasons. Words with good ordinary uses
// count in names only. Some count only as the whole name of a file or at its end (`place`). Some common words
// don't count, as most of their uses are good: answer, correct, school, and in identifiers due, held, parts,
// done and once.
//
// Names are what the code declares, by the parser. Names in lower case with underscores are those of SQL and of
// protocols, and stay. A property of an object literal counts only in the French texts, which are the type of
// all texts. Prose is comments, titles of tests and English documents, without code, links and paths. A short
// file doesn't count if it has types alone, or if its place is given (variants for a runtime, entries, texts
// of a feature).
//
// tools/names.json holds the ceiling of each count. A count above it fails, and so does one below it, until
// `--lower` writes the lower one. Every word of a name in src must be in tools/known-words.txt or explained in
// docs/glossary.md. `--rebuild-words` writes the known words from the names of today: for use after a renaming.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { KINDS, knownWordsOf, measure, unknownWords } from './names/measure.mjs';
import { readTree } from './names/tree.mjs';
import { makeWords } from './names/words.mjs';

const SHOWN = 20;
const { values: options } = parseArgs({
  options: {
    root: { type: 'string', default: fileURLToPath(new URL('..', import.meta.url)) },
    json: { type: 'boolean' },
    list: { type: 'string' },
    check: { type: 'boolean' },
    lower: { type: 'boolean' },
    'rebuild-words': { type: 'boolean' },
  },
});
const CEILINGS = join(options.root, 'tools/names.json');
const KNOWN_WORDS = join(options.root, 'tools/known-words.txt');

const readData = (path, empty) => (existsSync(path) ? readFileSync(path, 'utf8') : empty);
const words = makeWords(JSON.parse(readFileSync(join(options.root, 'tools/words.json'), 'utf8')));
const tree = readTree(options.root);

if (options['rebuild-words']) {
  writeFileSync(KNOWN_WORDS, `${knownWordsOf(tree.source, words).join('\n')}\n`);
} else {
  const offenders = measure(tree, words);
  if (options.list) list(offenders[options.list]);
  else if (options.lower) lower(offenders);
  else if (options.check) check(offenders);
  else if (options.json) console.log(JSON.stringify(summaryOf(offenders), undefined, 2));
  else printTable(offenders);
}

function placeOf({ file, line, found, use }) {
  const place = line === undefined ? file : `${file}:${line}`;
  return `${place}: ${found}${use ? ` → ${use}` : ''}`;
}

function list(places) {
  if (!places) {
    console.error(`--list takes one of: ${Object.keys(KINDS).join(', ')}`);
    process.exitCode = 2;
    return;
  }
  for (const place of places) console.log(placeOf(place));
}

function printTable(offenders) {
  for (const [kind, meaning] of Object.entries(KINDS))
    console.log(`${String(offenders[kind].length).padStart(6)}  ${meaning} (${kind})`);
  for (const folder of offenders.largeFolders) console.log(`        ${folder.file}: ${folder.found}`);
}

/** Counts by kind and, for the kinds of words, by word. */
function summaryOf(offenders) {
  const counts = Object.fromEntries(Object.keys(KINDS).map((kind) => [kind, offenders[kind].length]));
  const byWord = {};
  for (const kind of Object.keys(KINDS).filter((name) => name.startsWith('words')))
    for (const { found } of offenders[kind]) {
      const [word] = found.split(' (');
      byWord[word] ??= {};
      byWord[word][kind] = (byWord[word][kind] ?? 0) + 1;
    }
  return { files: tree.code.length, counts, largeFolders: offenders.largeFolders, byWord };
}

/** Writes counts that fell. A kind without a ceiling gets its first one. */
function lower(offenders) {
  const ceilings = JSON.parse(readData(CEILINGS, '{}'));
  const lowered = Object.keys(KINDS).map((kind) => [
    kind,
    Math.min(offenders[kind].length, ceilings[kind] ?? Infinity),
  ]);
  writeFileSync(CEILINGS, `${JSON.stringify(Object.fromEntries(lowered), undefined, 2)}\n`);
}

function check(offenders) {
  const ceilings = JSON.parse(readData(CEILINGS, '{}'));
  const known = new Set(readData(KNOWN_WORDS, '').split('\n'));
  const unknown = unknownWords(tree, words, known);
  const errors = [
    ...Object.keys(KINDS).flatMap((kind) => errorsOf(kind, offenders[kind], ceilings[kind])),
    ...unknown.map((place) => `${placeOf(place)}: add the word to docs/glossary.md or use a known one`),
  ];
  for (const error of errors) console.error(error);
  console.log(`${tree.code.length} files measured, ${errors.length} errors`);
  // Without any code, the tree was not read.
  process.exitCode = errors.length > 0 || tree.code.length === 0 ? 1 : 0;
}

function errorsOf(kind, places, ceiling) {
  const count = `${places.length} ${KINDS[kind]}`;
  const toLower = 'run `node tools/names.mjs --lower`';
  if (ceiling === undefined) return [`${count}, without a ceiling: ${toLower}`];
  if (places.length < ceiling)
    return [`${count}, and the ceiling is ${ceiling}. Lower the ceiling: ${toLower}`];
  if (places.length === ceiling) return [];
  const changed = changedFiles();
  const [first, others] = [true, false].map((is) => places.filter(({ file }) => changed.has(file) === is));
  const shown = [...first, ...others].slice(0, SHOWN).map((place) => `  ${placeOf(place)}`);
  const rest = places.length > SHOWN ? [`  All of them: node tools/names.mjs --list ${kind}`] : [];
  return [[`${count}, and at most ${ceiling} may be there:`, ...shown, ...rest].join('\n')];
}

/** Files that differ from the last commit. They come first, as what grew is most often in them. */
function changedFiles() {
  const git = ['status', '--porcelain', '--untracked-files=all', '--no-renames'];
  const { status, stdout } = spawnSync('git', git, { cwd: options.root, encoding: 'utf8' });
  return new Set(status === 0 ? stdout.split('\n').map((line) => line.slice(3)) : []);
}
