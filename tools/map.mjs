// Keeps docs/map.md: one line for each file under src/. `node tools/map.mjs` adds the new files, drops those that
// are gone, and leaves every sentence that stands there, so that a description may be mended by hand.
// With --check it writes nothing, and fails where it would have.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const MAP = join(ROOT, 'docs/map.md');
const INTRODUCTION = `# Map of the sources

One line a file. Layers, imports only from right to left:
\`domain ← catalogue, texts, drawings ← openbadges ← application ← adapters ← roots\`.
`;

const before = readOrNothing(MAP);
const kept = new Map(
  Array.from(before.matchAll(/^- `(src\/[^`]+)` — (.+)$/gm), ([, file, text]) => [file, text]),
);
const introduction = before.split(/^## /m)[0].trimEnd() || INTRODUCTION.trimEnd();

const files = filesUnder('src');
const sections = [...new Set(files.map(dirname))].map((folder) => {
  const inFolder = files.filter((file) => dirname(file) === folder);
  const lines = inFolder.map((file) => `- \`${file}\` — ${kept.get(file) ?? describe(file)}`);
  return `## ${folder}\n\n${lines.join('\n')}\n`;
});
const after = `${introduction}\n\n${sections.join('\n')}`;
if (process.argv.includes('--check')) {
  if (after !== before) {
    console.error('docs/map.md does not name the files under src/: `npm run map` adds the new ones.');
    process.exitCode = 1;
  }
} else {
  mkdirSync(dirname(MAP), { recursive: true });
  writeFileSync(MAP, after);
}

/** First sentence of the file's first docblock or opening comment, else the name of the file in words. */
function describe(file) {
  const text = readFileSync(join(ROOT, file), 'utf8');
  const block = /\/\*\*?([\s\S]*?)\*\//.exec(text)?.[1] ?? /^(?:\/\/.*\n)+/m.exec(text)?.[0] ?? '';
  const prose = block
    .replace(/^\s*(\*|\/\/) ?/gm, '')
    .replace(/\s+/g, ' ')
    .trim();
  const sentence = /^.*?\.(?= |$)/.exec(prose)?.[0] ?? prose;
  return sentence.replace(/[.:]$/, '') || file.replace(/^.*\/|\..*$/g, '').replaceAll('-', ' ');
}

function filesUnder(folder) {
  const entries = readdirSync(join(ROOT, folder), { withFileTypes: true });
  const byName = entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  const files = byName.filter((entry) => entry.isFile()).map(({ name }) => `${folder}/${name}`);
  const deeper = byName
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }) => filesUnder(`${folder}/${name}`));
  return [...files, ...deeper];
}

function readOrNothing(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
