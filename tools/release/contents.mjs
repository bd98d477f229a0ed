import { globSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { packageOf } from '../build.mjs';
import { PUBLISHED_KEY } from './key.mjs';

/** Folders and files of the repository that a release carries as they are, with the patterns of what it leaves out. */
const CARRIED = ['migrations/*', 'data/**', 'docs/*.md', 'keys/README.md', 'tools/deploy/**', 'dist/**'];
const CARRIED_FILES = ['LICENSE', 'README.md', 'README.fr.md', 'CHANGELOG.md', 'SECURITY.md'];
/** Code compiled on this machine, what the build notes for itself, and the Worker. */
const NOT_OF_BUILD = /^dist\/(?:(?:compiled|worker|worker-parts|public)\/|packages\.json$|\.)/;

/** Of a package, sources and notes that Node does not load are left out, but never a licence. */
const NOT_LOADED = /\.(md|map|ts|mts|cts|tsx|c|cc|cpp|h|hpp|gyp|gypi|patch|sh|txt|markdown)$/i;
const LICENCE = /^(licen[cs]es?|copying|notice)(?![a-z])/i;
const NOT_OF_RUNNING = /\/(deps|docs?|tests?|examples?|benchmarks?|\.github)\//;
/** Built for one system, named in the file. */
const NATIVE = /\.node$/;

/** Everything that stands in the folder of a release, as entries of a tar archive. `written` are files made for
 *  this release: name → text. */
export function contentsOf(root, { platform, node, traced, written }) {
  const copied = (from, to = from) => entryOf(to, () => readFileSync(join(root, from)));
  const carried = [...CARRIED.flatMap((pattern) => filesOf(root, pattern)), ...CARRIED_FILES]
    .filter((name) => !NOT_OF_BUILD.test(name))
    .map((name) => copied(name, name.replace(/^tools\/deploy\//, 'deploy/')));
  const packages = traced.imported
    .flatMap((folder) => filesOf(root, `${folder}/**`, folder))
    .filter((path) => isLoaded(path, platform));
  const withoutImports = [...new Set(traced.files.map(packageOf))].flatMap((folder) => [
    `${folder}/package.json`,
    ...licencesIn(root, folder),
  ]);
  const key = filesOf(root, PUBLISHED_KEY);
  return [
    entryOf('bin/jalon', () => readFileSync(join(root, 'tools/release/launcher.sh')), 0o755),
    entryOf('node/bin/node', () => readFileSync(join(node, 'bin/node')), 0o755),
    entryOf('node/LICENSE', () => readFileSync(join(node, 'LICENSE'))),
    ...[...carried, ...[...packages, ...traced.files, ...withoutImports, ...key].map((path) => copied(path))],
    ...Object.entries(written).map(([name, text]) => entryOf(name, () => Buffer.from(text))),
  ];
}

/** What an image has of a release: everything but the folder of the keys, which is one of its volumes. */
export function contentsOfImage(entries) {
  return entries.filter(({ name }) => !name.startsWith('keys/'));
}

/** Names of files, such as LICENSE, with the licence of a package. */
export function licencesIn(root, folder) {
  return filesOf(root, `${folder}/*`, folder).filter((path) => LICENCE.test(basename(path)));
}

function entryOf(name, bytes, mode = 0o644) {
  return { kind: 'file', name, mode, bytes };
}

/** The files of a pattern. Those of a package leave out the packages inside it, which are traced themselves. */
function filesOf(root, pattern, folder) {
  return globSync(pattern, { cwd: root })
    .filter((path) => folder === undefined || packageOf(path) === folder)
    .filter((path) => statSync(join(root, path)).isFile())
    .sort();
}

function isLoaded(path, platform) {
  if (LICENCE.test(basename(path))) return true;
  if (NATIVE.test(path)) return basename(path).startsWith(`${platform}.`);
  const inside = path.slice(packageOf(path).length);
  return !NOT_LOADED.test(path) && !NOT_OF_RUNNING.test(inside);
}
