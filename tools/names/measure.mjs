import { basename, dirname, extname } from 'node:path';
import { parse } from './parse.mjs';
import { baseName, wordsOf } from './tree.mjs';
import { glossaryWords, isFrench } from './words.mjs';

const MOST_FILES = 35;
const LEAST_LINES = 15;
/** Names of SQL and of protocols. */
const OUTER_NAME = /^[a-z\d]+(_[a-z\d]+)+$/;

/** What is counted, in the order of the table. */
export const KINDS = {
  largeFolders: `folders of src with more than ${MOST_FILES} files`,
  repeatedFolders: 'files of src, test and bench that repeat their folder',
  shortFiles: `files of src under ${LEAST_LINES} lines that contain more than types`,
  sharedNames: 'names of src that one .ts and one .tsx share',
  neverCasts: '`as never` in src',
  anyTypes: '`any` as a type in src',
  wordsInFileNames: 'discouraged words in names of files and folders',
  wordsInIdentifiers: 'discouraged words in identifiers',
  wordsInComments: 'discouraged words in comments',
  wordsInDocs: 'discouraged words in docs',
  wordsInDecisions: 'discouraged words in docs/adr',
  wordsInTitles: 'discouraged words in titles of tests',
};

/** Every offender of every kind: its file, its line if it has one, what was found and what to use. */
export function measure(tree, words) {
  return {
    largeFolders: largeFolders(tree.source),
    repeatedFolders: repeatedFolders(tree.code),
    sharedNames: sharedNames(tree.source),
    ...inCode(tree.code, words),
    wordsInFileNames: inFileNames(tree, words),
    ...inDocuments(tree.documents, words),
  };
}

/** Base names of files and, once each, names of folders, with their paths. */
function namesOf(paths) {
  const folders = new Set();
  for (const path of paths)
    for (let folder = dirname(path); folder.includes('/'); folder = dirname(folder)) folders.add(folder);
  return [
    ...paths.map((path) => ({ path, name: baseName(path) })),
    ...[...folders].sort().map((path) => ({ path, name: basename(path) })),
  ];
}

function largeFolders(source) {
  const files = Map.groupBy(source, dirname);
  return [...files]
    .filter(([, { length }]) => length > MOST_FILES)
    .map(([folder, { length }]) => ({ file: folder, found: `${length} files`, use: 'folders by subject' }));
}

function inFileNames({ source, code }, words) {
  const paths = new Set([...source, ...code.map(({ path }) => path)]);
  return namesOf([...paths]).flatMap(({ path, name }) =>
    words.inName('file', name, path).map(({ word, use }) => ({ file: path, found: word, use })),
  );
}

/** Singular and plural alike. */
const singular = (word) => word.replace(/ies$/, 'y').replace(/(?<=[^s])s$/, '');
const asRun = (name) => ` ${wordsOf(name).map(singular).join(' ')} `;

function repeatedFolders(code) {
  return code
    .map(({ path }) => path)
    .filter((path) => /^(src|test|bench)\/.+\//.test(path))
    .filter((path) => asRun(baseName(path)).includes(asRun(basename(dirname(path)))))
    .map((path) => ({ file: path, found: baseName(path), use: 'the name without that of its folder' }));
}

/** Tools that resolve by base name take one for the other if there are only these two. */
function sharedNames(source) {
  const code = source.filter((path) => /\.tsx?$/.test(path));
  const byName = Map.groupBy(code, (path) => basename(path, extname(path)));
  return [...byName]
    .filter(([, paths]) => paths.length === 2 && new Set(paths.map((path) => extname(path))).size === 2)
    .map(([name, paths]) => ({ file: paths[0], found: `${name}: ${paths.join(', ')}`, use: 'another name' }));
}

function inCode(code, words) {
  const offenders = {
    shortFiles: [],
    neverCasts: [],
    anyTypes: [],
    wordsInIdentifiers: [],
    wordsInComments: [],
    wordsInTitles: [],
  };
  for (const file of code) {
    const parsed = parse(file);
    if (file.path.startsWith('src/')) addFromSource(offenders, file, parsed);
    addWords(offenders, file.path, parsed, words);
  }
  return offenders;
}

/** Files whose place the build, the compiler or a feature gives: variants for a runtime, entries, declarations,
 *  texts, columns and errors of a feature, lists of all features. */
const PLACE_GIVEN =
  /\.(?:browser|worker|node)\.tsx?$|\.d\.ts$|^src\/[^/]+\.ts$|\/entries\/[^/]+\.ts$|^src\/(?:features|standards)\/(?:all\/|[^/]+\/(?:texts|feature-(?:columns|errors))\.ts$)/;

function addFromSource(offenders, { path, text }, { found, lineAt, hasCode }) {
  const lines = text.trimEnd().split('\n').length;
  if (hasCode && lines < LEAST_LINES && !PLACE_GIVEN.test(path))
    offenders.shortFiles.push({ file: path, found: `${lines} lines`, use: 'the file that reads it' });
  for (const position of found.neverCasts)
    offenders.neverCasts.push({
      file: path,
      line: lineAt(position),
      found: 'as never',
      use: 'the real type',
    });
  for (const position of found.anyTypes)
    offenders.anyTypes.push({ file: path, line: lineAt(position), found: 'any', use: 'unknown' });
}

function addWords(offenders, path, { found, lineAt }, words) {
  for (const { text, position } of found.identifiers.filter((name) => !OUTER_NAME.test(name.text)))
    for (const { word, use } of words.inName('identifier', text, path)) {
      const place = { file: path, line: lineAt(position), found: `${word} (${text})`, use };
      offenders.wordsInIdentifiers.push(place);
    }
  for (const [kind, parts] of [
    ['wordsInComments', found.comments],
    ['wordsInTitles', found.titles],
  ])
    for (const part of parts)
      for (const { word, use, position } of words.inProse(part.text, path))
        offenders[kind].push({ file: path, line: lineAt(part.position + position), found: word, use });
}

function inDocuments(documents, words) {
  const offenders = { wordsInDocs: [], wordsInDecisions: [] };
  for (const { path, text } of documents.filter((document) => !isFrench(document.text))) {
    const kind = path.startsWith('docs/adr/') ? 'wordsInDecisions' : 'wordsInDocs';
    for (const { word, use, position } of words.inProse(text, path))
      offenders[kind].push({
        file: path,
        line: text.slice(0, position).split('\n').length,
        found: word,
        use,
      });
  }
  return offenders;
}

/** Words of the names in src, without those of the list, sorted. */
export function knownWordsOf(source, words) {
  const all = namesOf(source).flatMap(({ name }) => wordsOf(name));
  return [...new Set(all.filter((word) => !/^\d+$/.test(word) && !words.isListed(word)))].sort();
}

/** Words of names in src that neither the known words nor the glossary hold. */
export function unknownWords(tree, words, known) {
  const glossary = tree.documents.find(({ path }) => path === 'docs/glossary.md');
  const explained = new Set([...known, ...glossaryWords(glossary?.text ?? '')]);
  return namesOf(tree.source).flatMap(({ path, name }) =>
    knownWordsOf([`src/${name}`], words)
      .filter((word) => !explained.has(word))
      .map((word) => ({ file: path, found: word })),
  );
}
