import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');

/** A replacement of esbuild that writes its entries and counts its calls. */
const ESBUILD = `
import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
export async function build({ entryPoints }) {
  mkdirSync('dist', { recursive: true });
  for (const name of Object.keys(entryPoints)) writeFileSync('dist/' + name + '.js', '');
  appendFileSync('calls', 'x');
  return { metafile: { inputs: {}, outputs: {} } };
}
`;
/** Calls of one build: the command line, and the threads. */
const ONE_BUILD = 2;

describe('building before a command', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'jalon-build-'));
    cpSync(join(ROOT, 'tools'), join(folder, 'tools'), {
      recursive: true,
      filter: (path) => !path.includes('node_modules'),
    });
    mkdirSync(join(folder, 'src'));
    mkdirSync(join(folder, 'node_modules/esbuild'), { recursive: true });
    writeFileSync(join(folder, 'node_modules/esbuild/index.mjs'), ESBUILD);
    writeFileSync(join(folder, 'node_modules/esbuild/package.json'), '{"main":"index.mjs"}');
    writeFileSync(join(folder, 'calls'), '');
    writeFileSync(join(folder, 'src/cli.ts'), 'one');
  });

  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  function build(): number {
    const { status, stderr } = spawnSync(process.execPath, ['tools/build.mjs'], {
      cwd: folder,
      encoding: 'utf8',
    });
    expect([status, stderr.replace('Building…\n', '')]).toEqual([0, '']);
    return readFileSync(join(folder, 'calls'), 'utf8').length / ONE_BUILD;
  }

  it('builds where there is no build, and where a source has changed', () => {
    expect(build()).toBe(1);
    expect(build()).toBe(1);
    writeFileSync(join(folder, 'src/cli.ts'), 'two');
    expect(build()).toBe(2);
    writeFileSync(join(folder, 'src/more.ts'), '');
    expect(build()).toBe(3);
    rmSync(join(folder, 'dist'), { recursive: true });
    expect(build()).toBe(4);
  });

  it('does not build again where a source has only another date', () => {
    build();
    utimesSync(join(folder, 'src/cli.ts'), 1, 1);
    expect(build()).toBe(1);
  });

  it('goes on where it may not write that it looked, as in a folder of another account', () => {
    build();
    const look = join(folder, 'dist/.jalon-looked');
    rmSync(look);
    // A folder in its place refuses every account, also the one that may write everywhere.
    mkdirSync(look);
    expect(build()).toBe(1);
    expect(existsSync(join(folder, 'dist/cli.js'))).toBe(true);
  });
});
