// `npm run simulate -- --minutes 10`: lives through ten school years of a small académie again and again, each life
// from another seed, and says what broke a promise (docs/reliability.md). Node cannot read JSX, so the simulation
// runs as a bundle, like the service itself.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { bundled } from '../test/support/bundled.ts';
import { SYSTEM_FAILED } from './print.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

const program = await bundled('test/simulation/main.ts');
const words = ['--enable-source-maps', program, ...process.argv.slice(2)];
const { status } = spawnSync(process.execPath, words, { cwd: ROOT, stdio: 'inherit' });
process.exitCode = status ?? SYSTEM_FAILED;
