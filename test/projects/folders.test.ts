import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ALONE, LONG, RELEASE, SERVICE, UNIT } from './folders.ts';

/** The module behind each kind of real part, in the tests. */
const SUPPORT_FILES = {
  'a service on SQLite': 'test/support/servers/service.ts',
  'a server in a process of its own': 'test/support/servers/running.ts',
  'the command line': 'test/support/command-line.ts',
  PostgreSQL: 'test/support/servers/postgres.ts',
  'D1 in workerd': 'test/storage/d1-platform.ts',
  Chromium: 'test/support/chromium.ts',
  'an OpenID provider': 'test/identity/federation.ts',
  'a mail server': 'test/mail/smtp-catcher.ts',
  'the verifiers of others': 'test/support/third-party/verifiers.ts',
};

const filesOf = (folders: readonly string[]) =>
  folders.flatMap((folder) => globSync(`test/${folder}/**/*.test.{ts,tsx}`));

const direct = new Map<string, readonly string[]>();
/** The modules of the tests that a file names in its imports. */
function importsOf(file: string): readonly string[] {
  const known = direct.get(file);
  if (known) return known;
  const named = readFileSync(file, 'utf8').matchAll(/from '(\.[^']+)'/g);
  const paths = Array.from(named, ([, path = '']) => join(dirname(file), path));
  const own = paths.filter((path) => path.startsWith('test/') && existsSync(path));
  direct.set(file, own);
  return own;
}

/** The modules of the tests that a file uses, directly or not. */
function modulesOf(file: string, seen = new Set<string>()): ReadonlySet<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const imported of importsOf(file)) modulesOf(imported, seen);
  return seen;
}

describe('the lanes of the tests', () => {
  it('hold each folder with tests once', () => {
    const folders = readdirSync('test').filter((name) => filesOf([name]).length > 0);
    expect([...UNIT, ...SERVICE, ...LONG, ...RELEASE].sort()).toEqual(folders.sort());
  });

  it('name files that exist as those that run alone', () => {
    for (const file of ALONE) expect([file, existsSync(file)]).toEqual([file, true]);
  });

  it.each(Object.entries(SUPPORT_FILES))('have %s in `npm test`', (_, part) => {
    expect(filesOf(SERVICE).some((file) => modulesOf(file).has(part))).toBe(true);
  });

  it('start nothing for the tests of units', () => {
    const started = filesOf(UNIT).filter((file) =>
      Object.values(SUPPORT_FILES).some((part) => modulesOf(file).has(part)),
    );
    expect(started).toEqual([]);
  });
});
