// `npm run check`: format, lint, compiled schemas, lists of features, types, layers, regular expressions, names and words, dead
// code, architecture page. Every part runs, so that one run reports all errors.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { say } from './print.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const PARTS = [
  ['Format and lint', 'node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings'],
  ['Compiled schemas', 'tools/compile-schemas.mjs', '--check'],
  ['Lists of features', 'tools/features.mjs', '--check'],
  ['Compiled contexts', 'tools/compile-contexts.mjs', '--check'],
  ['Types', 'node_modules/typescript/bin/tsc', '-p', '.'],
  ['Layers', 'tools/layers.mjs'],
  ['Transactions', 'tools/transactions.mjs'],
  ['Authorised keys', 'tools/authorised.mjs'],
  ['Regular expressions', 'tools/regexes.mjs'],
  ['Names and words', 'tools/names.mjs', '--check'],
  ['Dead code', 'node_modules/knip/bin/knip.js'],
  ['Architecture page', 'tools/map.mjs', '--check'],
];

const failed = PARTS.filter((part) => !passes(part)).map(([name]) => name);
say(failed.length > 0 ? `Failed: ${failed.join(', ')}` : 'All checks passed.');
process.exitCode = failed.length > 0 ? 1 : 0;

function passes([name, ...command]) {
  say(`— ${name}`);
  return spawnSync(process.execPath, command, { cwd: ROOT, stdio: 'inherit' }).status === 0;
}
