// `npm run map -- FOLDER…` prints the files of these folders (of `src` by default), each with the first
// sentence of its docblock. With --check it prints nothing, and fails if docs/architecture.md omits a folder
// or names a path that does not exist. A folder after --check is checked instead of the repository.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const REPOSITORY = fileURLToPath(new URL('..', import.meta.url));
const PAGE = 'docs/architecture.md';
const MAPPED = ['src', 'test', 'demo', 'bench', 'tools'];

const [flag, ...rest] = process.argv.slice(2);
if (flag === '--check') check(resolve(rest[0] ?? REPOSITORY));
else print(flag === undefined ? ['src'] : [flag, ...rest]);

function print(folders) {
  for (const folder of folders.flatMap((name) => foldersUnder(REPOSITORY, name.replace(/\/$/, '')))) {
    for (const file of filesIn(join(REPOSITORY, folder)).filter((name) =>
      /\.([cm]?[jt]sx?|css)$/.test(name),
    )) {
      console.log(`${folder}/${file} — ${describe(join(REPOSITORY, folder, file))}`);
    }
  }
}

function check(root) {
  const named = Array.from(
    readFileSync(join(root, PAGE), 'utf8').matchAll(/`((?:[\w.-]+\/)*[\w.-]+?)(\/\*\*)?`/g),
    ([, path, below]) => ({ path, below: below !== undefined }),
  ).filter(({ path }) => MAPPED.includes(path.split('/')[0]));
  const isNamed = (folder) =>
    named.some(({ path, below }) => folder === path || (below && folder.startsWith(`${path}/`)));
  const faults = [
    ...MAPPED.flatMap((folder) => foldersUnder(root, folder))
      .filter((folder) => filesIn(join(root, folder)).length > 0 && !isNamed(folder))
      .map((folder) => `${PAGE} does not name the folder ${folder}.`),
    ...named
      .filter(({ path }) => !existsSync(join(root, path)))
      .map(({ path }) => `${PAGE} names ${path}, which is not there.`),
  ];
  for (const fault of faults) console.error(fault);
  if (faults.length > 0) process.exitCode = 1;
}

/** The first sentence of a file: from its opening comment, else from the docblock of the export with the
 *  file's name, of the first export, or of anything. The file's name where there is none. */
function describe(file) {
  const text = readFileSync(file, 'utf8');
  const name = basename(file).replace(/\..*$/, '');
  const docblocks = Array.from(text.matchAll(/\/\*\*([\s\S]*?)\*\/\n(export (?:async )?\w+ (\w+))?/g));
  const [, own] =
    docblocks.find(([, , , exported]) => exported?.toLowerCase() === name.replaceAll('-', '')) ??
    docblocks.find(([, , isExported]) => isExported) ??
    docblocks[0] ??
    [];
  const block = /^(?:\/\/.*\n)+/.exec(text)?.[0] ?? own ?? '';
  const prose = block
    .replace(/^\s*(\*|\/\/) ?/gm, '')
    .replace(/\s+/g, ' ')
    .trim();
  const sentence = /^.*?\.(?= |$)/.exec(prose)?.[0] ?? prose;
  return sentence.replace(/[.:]$/, '') || name.replaceAll('-', ' ');
}

/** The folder and all its subfolders, without the packages of tools. */
function foldersUnder(root, folder) {
  if (!existsSync(join(root, folder))) return [];
  const deeper = readdirSync(join(root, folder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'node_modules')
    .map(({ name }) => `${folder}/${name}`)
    .sort();
  return [folder, ...deeper.flatMap((name) => foldersUnder(root, name))];
}

function filesIn(folder) {
  const entries = readdirSync(folder, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map(({ name }) => name)
    .sort();
}
