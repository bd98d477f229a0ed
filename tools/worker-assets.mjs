// What wrangler runs before it bundles the Worker: the built style sheet and its fonts → dist/public, which the assets
// binding serves. Their names hold their hash, so that a browser may keep them for ever.
import { cpSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildIfChanged } from './build.mjs';
import { once } from './once.mjs';
import { prepareLocal } from './worker-local.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const PUBLIC = join(ROOT, 'dist/public');
const HEADERS = '/assets/*\n  Cache-Control: public, max-age=31536000, immutable\n';

await buildIfChanged();
// Once a build: a Worker that runs meanwhile goes on finding its files.
const built = readFileSync(join(ROOT, 'dist/.jalon-built'), 'utf8');
await once({ stamp: join(ROOT, 'dist/.worker-assets'), wanted: built + HEADERS, work: copyAssets });
// A first `wrangler dev` answers at once; whoever gives it settings of their own says so.
if (process.env.WRANGLER_COMMAND === 'dev' && !process.env.WORKER_SETTINGS_GIVEN) prepareLocal();

function copyAssets() {
  rmSync(PUBLIC, { recursive: true, force: true });
  mkdirSync(PUBLIC, { recursive: true });
  cpSync(join(ROOT, 'dist/assets'), join(PUBLIC, 'assets'), { recursive: true });
  // Which style sheet is the one of today: the Worker reads it at its start, and nothing may keep it.
  renameSync(join(PUBLIC, 'assets/manifest.json'), join(PUBLIC, 'style-names.json'));
  writeFileSync(join(PUBLIC, '_headers'), HEADERS);
}
