import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { readInput } from '../../src/open-badges/reading/read-input.ts';
// @ts-expect-error: the build is plain JavaScript.
import { browserOptions } from '../../tools/build.mjs';

/** The reading of inputs as it is built for browsers, opened in Node. */
export async function buildBrowserReader(): Promise<typeof readInput> {
  const folder = mkdtempSync(join(tmpdir(), 'jalon-reader-'));
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  const { outputFiles } = await build({
    ...browserOptions(),
    entryPoints: { reader: 'src/open-badges/reading/read-input.ts' },
    outdir: folder,
    write: false,
  });
  for (const { path, contents } of outputFiles ?? []) writeFileSync(path, contents);
  const entry = outputFiles?.find(({ path }) => /reader-\w+\.js$/.test(path))?.path;
  const module = await import(/* @vite-ignore */ entry ?? '');
  return module.readInput;
}
