import { execFileSync } from 'node:child_process';
import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
// @ts-expect-error: the tools are plain JavaScript.
import { billOf, packagesOfRelease } from '../../tools/release/bill.mjs';
// @ts-expect-error: the tools are plain JavaScript.
import { contentsOf } from '../../tools/release/contents.mjs';
// @ts-expect-error: the tools are plain JavaScript.
import { tarOf } from '../../tools/release/tar.mjs';
// @ts-expect-error: the tools are plain JavaScript.
import { tracePackages } from '../../tools/release/trace.mjs';
import { ROOT } from '../support/command-line.ts';

interface Entry {
  readonly kind: 'file';
  readonly name: string;
  readonly mode: number;
  readonly bytes: () => Uint8Array;
}

const file = (name: string, text: string, mode = 0o644): Entry => ({
  kind: 'file',
  name,
  mode,
  bytes: () => Buffer.from(text),
});

describe('the archive of a release', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'jalon-archive-'));
  });

  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const write = async (entries: readonly unknown[]): Promise<Buffer> =>
    Buffer.concat(await Array.fromAsync<Uint8Array>(tarOf(entries, { seconds: 86_400 })));

  it('is read by tar, with long names, links and rights', async () => {
    const long = `a/${'b'.repeat(90)}/${'c'.repeat(60)}.txt`;
    const link = { kind: 'link', name: 'a/link', mode: 0o777, target: 'run' };
    writeFileSync(join(folder, 'x.tar'), await write([file(long, 'é'), file('a/run', '', 0o755), link]));
    const listed = execFileSync('tar', ['tvf', 'x.tar', '--utc', '--numeric-owner'], {
      cwd: folder,
      encoding: 'utf8',
    });
    expect(listed.replace(/ +/g, ' ').trim().split('\n')).toEqual([
      'drwxr-xr-x 0/0 0 1970-01-02 00:00 a/',
      `drwxr-xr-x 0/0 0 1970-01-02 00:00 a/${'b'.repeat(90)}/`,
      `-rw-r--r-- 0/0 2 1970-01-02 00:00 ${long}`,
      'lrwxrwxrwx 0/0 0 1970-01-02 00:00 a/link -> run',
      '-rwxr-xr-x 0/0 0 1970-01-02 00:00 a/run',
    ]);
    execFileSync('tar', ['xf', 'x.tar'], { cwd: folder });
    expect(readFileSync(join(folder, long), 'utf8')).toBe('é');
  });

  it('has the same bytes in whatever order its files are found', async () => {
    const entries = ['b/2', 'a', 'b/1', 'B'].map((name) => file(name, name));
    expect((await write(entries)).equals(await write(entries.toReversed()))).toBe(true);
  });
});

describe('what a release is made of', () => {
  let traced: { imported: string[]; files: string[]; contained: string[] };
  let names: string[];

  beforeAll(async () => {
    traced = await tracePackages(ROOT);
    const about = { platform: 'linux-x64', node: 'node', traced, written: { LICENCES: '' } };
    names = contentsOf(ROOT, about).map(({ name }: Entry) => name);
  });

  it('has what the built code imports, but nothing that only the demonstration or a build needs', () => {
    expect(traced.imported).toEqual(
      expect.arrayContaining(['better-sqlite3', 'pg', 'pdfkit'].map((name) => `node_modules/${name}`)),
    );
    expect(names).toEqual(
      expect.arrayContaining([
        'bin/jalon',
        'node/bin/node',
        'dist/cli.js',
        'dist/assets/manifest.json',
        'LICENCES',
        'migrations/0001_initial.sql',
      ]),
    );
    const unwanted =
      /node_modules\/(oidc-provider|koa|esbuild|@picocss|@fontsource|typescript|vitest|hono)\//;
    expect(names.filter((name) => unwanted.test(name))).toEqual([]);
  });

  it('has every script that the build makes, the one of the threads too', () => {
    const scripts = globSync('dist/*.js', { cwd: ROOT });
    expect(scripts).toContain('dist/worker-thread.js');
    expect(scripts.filter((name) => !names.includes(name))).toEqual([]);
  });

  it('has no client of HTTP with which a library would fetch what no one gave it', () => {
    const packages = [...traced.imported, ...traced.contained, ...names];
    expect(packages.some((name) => name.includes('node_modules/jsonld'))).toBe(true);
    expect(
      packages.filter((name) => /node_modules\/(undici|ky|@digitalbazaar\/http-client)\b/.test(name)),
    ).toEqual([]);
  });

  it('has the fonts and modules that the code reads, and one native module, of its system', () => {
    expect(names.filter((name) => /\.(ttf|node)$/.test(name)).sort()).toEqual([
      'node_modules/@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf',
      'node_modules/@expo-google-fonts/source-sans-3/700Bold/SourceSans3_700Bold.ttf',
      'node_modules/better-sqlite3/prebuilds/linux-x64.node',
    ]);
    expect(names).toEqual(
      expect.arrayContaining([
        'node_modules/@resvg/resvg-wasm/index_bg.wasm',
        'node_modules/zxing-wasm/dist/reader/zxing_reader.wasm',
      ]),
    );
  });

  it('lists every package in its bill, those inside the built code too, without hour or chance', () => {
    const packages = packagesOfRelease(ROOT, traced);
    const about = {
      version: '1.0.0',
      commit: 'abc',
      date: '2026-12-01T00:00:00.000Z',
      platform: 'linux-x64',
      packages,
      node: '24.21.0',
    };
    const bill = billOf(about);
    const listed = bill.components.map(({ name }: { name: string }) => name);
    expect(listed).toEqual(
      expect.arrayContaining([
        'node',
        'hono',
        'kysely',
        'better-sqlite3',
        '@picocss/pico',
        '@fontsource-variable/source-sans-3',
        '@expo-google-fonts/source-sans-3',
      ]),
    );
    expect(listed).not.toContain('oidc-provider');
    expect(packages.map(({ folder }: { folder: string }) => folder)).toEqual(
      expect.arrayContaining(traced.contained),
    );
    expect(billOf(about)).toEqual(bill);
    expect(bill.serialNumber).toMatch(
      /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    );
  });
});
