// `npm run new-feature equipment-loans`: writes a feature with one table about people in a school. A principal adds
// and removes records, and the DANE reads all of them page by page. Its texts are made from the name: write better
// ones. Its access and the contract of its store are written too, so that every check passes at once.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { namesOf, takenNames } from './features/names.mjs';
import { daneFile, schoolFile } from './features/pages.mjs';
import { actionsFile, featureFile, migrationFile, storeFile } from './features/records.mjs';
import { accessFile, contractFile, glossaryLine } from './features/tests.mjs';
import { textsFile } from './features/texts.mjs';
import { say } from './print.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const GLOSSARY = 'docs/glossary.md';
const FORMATTER = 'node_modules/@biomejs/biome/bin/biome';

try {
  const names = namesOf(process.argv[2]);
  refuseTaken(names);
  const files = filesOf(names);
  for (const [path, code] of files) write(path, code);
  explain(names);
  run(FORMATTER, 'check', '--write', ...files.map(([path]) => path).filter((path) => !path.endsWith('.sql')));
  run('tools/features.mjs');
  for (const [path] of files) say(path);
  say(`Then write the record of ${names.plural} in feature.ts, its columns in the migration, and its texts.`);
} catch (error) {
  if (error.constructor !== Error) throw error;
  say(error.message);
  process.exitCode = 2;
}

function filesOf(names) {
  const folder = `src/features/${names.name}`;
  return [
    [`${folder}/feature.ts`, featureFile(names)],
    [`${folder}/texts.ts`, textsFile(names)],
    [`${folder}/actions.ts`, actionsFile(names)],
    [`${folder}/store.ts`, storeFile(names)],
    [`${folder}/school.tsx`, schoolFile(names)],
    [`${folder}/dane.tsx`, daneFile(names)],
    [`migrations/${nextNumber()}_${names.name.replaceAll('-', '_')}.sql`, migrationFile(names)],
    [`test/access/features/${names.name}.ts`, accessFile(names)],
    [`test/contracts/store-${names.name}.contract.ts`, contractFile(names)],
  ];
}

/** Throws if the name, or a name that is made of it, is already in use. */
function refuseTaken(names) {
  for (const base of ['features', 'standards']) {
    if (existsSync(join(ROOT, 'src', base, names.name))) throw new Error(`src/${base}/${names.name} exists.`);
  }
  const taken = takenNames(names);
  for (const entry of readdirSync(join(ROOT, 'src'), { recursive: true })) {
    if (!/\.tsx?$/.test(entry)) continue;
    const text = readFileSync(join(ROOT, 'src', entry), 'utf8');
    const found = taken.find(({ pattern }) => pattern.test(text));
    if (found)
      throw new Error(
        `${names.name} would need the name of the ${found.kind} in src/${entry}: choose another.`,
      );
  }
}

function nextNumber() {
  const numbers = readdirSync(join(ROOT, 'migrations')).map((file) => Number.parseInt(file, 10) || 0);
  return String(Math.max(...numbers) + 1).padStart(4, '0');
}

function write(path, code) {
  mkdirSync(dirname(join(ROOT, path)), { recursive: true });
  writeFileSync(join(ROOT, path), code.trimStart());
}

/** Adds the word to the first table of the glossary. */
function explain(names) {
  const path = join(ROOT, GLOSSARY);
  const text = readFileSync(path, 'utf8');
  const [table] = /^\|.*?\n(?!\|)/ms.exec(text) ?? [];
  if (!table) throw new Error(`${GLOSSARY} has no table.`);
  writeFileSync(
    path,
    text.replace(table, () => `${table}${glossaryLine(names)}`),
  );
}

function run(...command) {
  const { status, stderr } = spawnSync(process.execPath, command, { cwd: ROOT, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command[0]}: ${stderr}`);
}
