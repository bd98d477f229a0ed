import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jalon-map-'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

function runMap(...texts: readonly string[]) {
  return spawnSync(process.execPath, [join(ROOT, 'tools/map.mjs'), ...texts], {
    cwd: ROOT,
    encoding: 'utf8',
  });
}

/** A repository with these files and this page. */
function write(page: string, files: readonly string[]): void {
  for (const file of ['docs/architecture.md', ...files])
    mkdirSync(dirname(join(folder, file)), { recursive: true });
  for (const file of files) writeFileSync(join(folder, file), '');
  writeFileSync(join(folder, 'docs/architecture.md'), page);
}

describe('docs/architecture.md', () => {
  it('names every folder of this repository, and no missing one', () => {
    expect(runMap('--check')).toMatchObject({ status: 0, stderr: '' });
  });

  it('is short enough to read at once', () => {
    const lines = readFileSync(join(ROOT, 'docs/architecture.md'), 'utf8').trimEnd().split('\n');
    expect(lines.length).toBeLessThanOrEqual(80);
  });
});

describe('the check of docs/architecture.md', () => {
  it('finds a folder that is not named, although the one above it is', () => {
    write('`src`, `src/domain`', ['src/cli.ts', 'src/domain/uai.ts', 'src/domain/time/calendar.ts']);
    const { status, stderr } = runMap('--check', folder);
    expect(stderr).toBe('docs/architecture.md does not name the folder src/domain/time.\n');
    expect(status).toBe(1);
  });

  it('accepts a folder with all under it', () => {
    write('`src/**`', ['src/domain/uai.ts', 'src/domain/time/calendar.ts']);
    expect(runMap('--check', folder)).toMatchObject({ status: 0, stderr: '' });
  });

  it('finds a folder and a file that do not exist', () => {
    write('`src/domain`, `src/gone`, `src/domain/gone.ts`', ['src/domain/uai.ts']);
    const { status, stderr } = runMap('--check', folder);
    expect(stderr.split('\n').filter(Boolean)).toEqual([
      'docs/architecture.md names src/gone, which is not there.',
      'docs/architecture.md names src/domain/gone.ts, which is not there.',
    ]);
    expect(status).toBe(1);
  });
});

describe('npm run map', () => {
  it('prints the files of a folder, each with its first sentence', () => {
    const { stdout } = runMap('src/domain/time');
    expect(stdout.split('\n')).toContain(
      'src/domain/time/school-year.ts — The school year that begins on 1 September of this number: 2026 = 2026-09-01 … 2027-08-31',
    );
  });
});
