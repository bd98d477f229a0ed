// `npm run format`: writes every file as the formatter would have it.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { SYSTEM_FAILED } from './print.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const words = ['node_modules/@biomejs/biome/bin/biome', 'check', '--write', '.'];
const { status } = spawnSync(process.execPath, words, { cwd: ROOT, stdio: 'inherit' });
process.exitCode = status ?? SYSTEM_FAILED;
