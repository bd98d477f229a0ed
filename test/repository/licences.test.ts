import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ROOT } from '../support/command-line.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jalon-licences-'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

function check(...texts: readonly string[]) {
  const { status, stderr } = spawnSync(
    process.execPath,
    [join(ROOT, 'tools/sbom.mjs'), '--check', ...texts],
    {
      encoding: 'utf8',
    },
  );
  return { status, faults: stderr.split('\n').filter(Boolean) };
}

function write(name: string, content: unknown): void {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content));
}

/** A repository with these packages, and with the allowed and the reviewed licences. */
function checkPackages(
  packages: Readonly<Record<string, object>>,
  read: Readonly<Record<string, object>> = {},
): readonly string[] {
  write('package-lock.json', { packages: { '': {}, ...packages } });
  write('tools/licences.json', { allowed: ['MIT', 'ISC'], read });
  write('docs/licences.md', '');
  return check(folder).faults.filter((error) => !error.startsWith('docs/licences.md'));
}

describe('the licences of the packages in production', () => {
  it('are allowed, and docs/licences.md agrees with the lockfile', () => {
    expect(check()).toEqual({ status: 0, faults: [] });
  });

  it('are refused where one is not allowed, except for packages for development', () => {
    expect(
      checkPackages({
        'node_modules/a': { version: '1.0.0', license: 'GPL-3.0-only' },
        'node_modules/b': { version: '1.0.0', license: 'GPL-3.0-only', dev: true },
        'node_modules/c': { version: '2.0.0' },
        'node_modules/d': { version: '1.0.0', license: 'MIT AND GPL-3.0-only' },
        'node_modules/e': { version: '1.0.0', license: '(ISC OR GPL-3.0-only)' },
      }),
    ).toEqual([
      'a@1.0.0: the licence "GPL-3.0-only" is not among those allowed.',
      'c@2.0.0: the licence "none named" is not among those allowed.',
      'd@1.0.0: the licence "MIT AND GPL-3.0-only" is not among those allowed.',
    ]);
  });

  it('are reviewed again where a package without a licence has another version', () => {
    const read = { 'a@1.0.0': { licence: 'MIT', in: 'LICENSE' } };
    expect(checkPackages({ 'node_modules/a': { version: '1.0.0' } }, read)).toEqual([]);
    expect(checkPackages({ 'node_modules/a': { version: '1.1.0' } }, read)).toHaveLength(2);
  });

  it('are listed again where the lockfile has changed', () => {
    write('package-lock.json', { packages: { 'node_modules/a': { version: '1.0.0', license: 'MIT' } } });
    write('tools/licences.json', { allowed: ['MIT'], read: {} });
    write('docs/licences.md', '# Licences\n');
    expect(check(folder)).toEqual({
      status: 1,
      faults: ['docs/licences.md is not what package-lock.json gives: `npm run sbom` writes it.'],
    });
  });
});
