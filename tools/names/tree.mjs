import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

const FOLDERS = ['src', 'test', 'bench', 'tools', 'demo'];
const CODE = /\.(tsx?|mjs)$/;
const LEFT_OUT = /(^|\/)(node_modules|dist|vectors|\.[^/]+)(\/|$)|\.generated\./;
/** What stands between the name of a file and its extension and names where it runs. `.device` counts as a word. */
const SUFFIX = /(\.(node|worker|browser|generated|test|contract|child|d))*\.[a-z]+$/;

/** Files of one folder and of those below it, with their paths from the root, sorted. */
function filesUnder(root, folder) {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(root, '/').length))
    .filter((path) => !LEFT_OUT.test(path))
    .sort();
}

/** All files that are measured: the code with its text, every file of src, and the documents. */
export function readTree(root) {
  const all = FOLDERS.flatMap((folder) => filesUnder(root, folder));
  const withText = (path) => ({ path, text: readFileSync(join(root, path), 'utf8') });
  const documents = [
    ...readdirSync(root).filter((name) => /^(README.*|CONTRIBUTING|CHANGELOG|SECURITY)\.md$/.test(name)),
    ...filesUnder(root, 'docs').filter((path) => path.endsWith('.md')),
  ];
  return {
    source: all.filter((path) => path.startsWith('src/')),
    code: all.filter((path) => CODE.test(path)).map(withText),
    documents: documents.map(withText),
  };
}

/** The name of a file without its folder, its extension and the suffix of its runtime. */
export const baseName = (path) => basename(path).replace(SUFFIX, '');

/** The words of a name in camel case, snake case or kebab case, in small letters. */
export function wordsOf(name) {
  const apart = name.replace(/([a-z\d])([A-Z])/g, '$1 $2').replace(/([A-Z])([A-Z][a-z])/g, '$1 $2');
  return apart
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}
