// wrangler runs this before it bundles the Worker. It copies the built style sheet and its fonts to
// dist/public, which the assets binding serves. Their names contain their hash, so browsers may keep them for
// ever. It also puts there what the Worker itself reads.
import { cpSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildIfChanged } from './build.mjs';
import { once } from './run-once.mjs';
import { prepareLocal } from './worker-local.mjs';
import { writeParts } from './worker-parts.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const PUBLIC = join(ROOT, 'dist/public');
const HEADERS = '/assets/*\n  Cache-Control: public, max-age=31536000, immutable\n';

await buildIfChanged();
// The copy is made once for each build, so that a running Worker still finds its files.
const built = readFileSync(join(ROOT, 'dist/.jalon-built'), 'utf8');
await once({ stamp: join(ROOT, 'dist/.worker-assets'), wanted: built + HEADERS, work: copyAssets });
// The first `wrangler dev` must work without preparation. A caller that has its own settings says so by a
// variable.
if (process.env.WRANGLER_COMMAND === 'dev' && !process.env.WORKER_SETTINGS_GIVEN) prepareLocal();

function copyAssets() {
  rmSync(PUBLIC, { recursive: true, force: true });
  mkdirSync(PUBLIC, { recursive: true });
  // The platform compresses by itself.
  const filter = (source) => !/\.(br|gz)$/.test(source);
  cpSync(join(ROOT, 'dist/assets'), join(PUBLIC, 'assets'), { recursive: true, filter });
  // This file names the current style sheet. The Worker reads it at its start, so it must not be cached.
  renameSync(join(PUBLIC, 'assets/manifest.json'), join(PUBLIC, 'style-names.json'));
  writeFileSync(join(PUBLIC, '_headers'), HEADERS);
  writeParts({ forBundle: join(ROOT, 'dist/worker-parts'), forAssets: join(PUBLIC, 'parts') });
}
