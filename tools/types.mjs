// `npm run types`: checks types with the native compiler, while a change is in progress. `npm run check` uses tsc,
// which remains the reference. Results are cached, and the next run checks only the files that a change affects.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { SYSTEM_FAILED } from './print.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const CACHE = 'node_modules/.cache/types.tsbuildinfo';
const command = [
  'node_modules/@typescript/native-preview/bin/tsgo',
  ...['--project', '.'],
  ...['--incremental', '--tsBuildInfoFile', CACHE],
  ...process.argv.slice(2),
];
const { status } = spawnSync(process.execPath, command, { cwd: ROOT, stdio: 'inherit' });
process.exitCode = status ?? SYSTEM_FAILED;
