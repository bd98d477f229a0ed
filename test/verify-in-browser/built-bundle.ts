import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import type { makeDevice } from '../../src/browser.ts';
// @ts-expect-error: the build is plain JavaScript.
import { browserOptions } from '../../tools/build.mjs';

export interface BuiltBundle {
  readonly makeDevice: typeof makeDevice;
  /** Bytes of each file, compressed as they are sent. */
  readonly weights: ReadonlyMap<string, number>;
}

/** The files of a browser, as the build makes them, opened in Node. */
export async function buildBundle(): Promise<BuiltBundle> {
  const folder = mkdtempSync(join(tmpdir(), 'jalon-browser-'));
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  const { outputFiles } = await build({ ...browserOptions(), outdir: folder, write: false });
  for (const { path, contents } of outputFiles ?? []) writeFileSync(path, contents);
  const weights = (outputFiles ?? []).map(({ path, contents }) => [
    basename(path),
    gzipSync(contents).length,
  ]);
  const entry = outputFiles?.find(({ path }) => basename(path).startsWith('browser-'))?.path;
  const module = await import(/* @vite-ignore */ entry ?? '');
  return { makeDevice: module.makeDevice, weights: new Map(weights as [string, number][]) };
}
