import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ALONE, LONG, SERVICE, UNIT } from './lanes.ts';

/** The module behind each kind of real part, in the tests. */
const PARTS = {
  'a service on SQLite': 'test/support/service.ts',
  'a server in a process of its own': 'test/support/running-server.ts',
  'the command line': 'test/support/command-line.ts',
  PostgreSQL: 'test/support/postgres.ts',
  'D1 in workerd': 'test/storage/d1-platform.ts',
  Chromium: 'test/support/chromium.ts',
  'an OpenID provider': 'test/identity/federation.ts',
  'a mail server': 'test/mail/smtp-catcher.ts',
  'the verifiers of others': 'test/support/foreign-verifiers.ts',
};

const filesOf = (folders: readonly string[]) => globSync(`test/{${folders.join(',')}}/**/*.test.{ts,tsx}`);

/** The modules of the tests that a file imports, directly or not. */
function importsOf(file: string, found = new Set<string>()): ReadonlySet<string> {
  if (found.has(file)) return found;
  found.add(file);
  for (const [, path = ''] of readFileSync(file, 'utf8').matchAll(/from '(\.[^']+)'/g)) {
    const imported = join(dirname(file), path);
    if (imported.startsWith('test/') && existsSync(imported)) importsOf(imported, found);
  }
  return found;
}

describe('the lanes of the tests', () => {
  it('hold each folder with tests once', () => {
    const folders = readdirSync('test').filter((name) => filesOf([name]).length > 0);
    expect([...UNIT, ...SERVICE, ...LONG].sort()).toEqual(folders.sort());
  });

  it('name files that exist as those that run alone', () => {
    for (const file of ALONE) expect([file, existsSync(file)]).toEqual([file, true]);
  });

  it.each(Object.entries(PARTS))('have %s in `npm test`', (_, part) => {
    expect(filesOf(SERVICE).filter((file) => importsOf(file).has(part))).not.toEqual([]);
  });

  it('start nothing for the tests of units', () => {
    const started = filesOf(UNIT).flatMap((file) =>
      Object.values(PARTS).filter((part) => importsOf(file).has(part)),
    );
    expect(started).toEqual([]);
  });
});
