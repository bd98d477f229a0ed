import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import { readPublicKeys } from '../../src/adapters/signing/key-folder.node.ts';
import type { PublicKeyRecord } from '../../src/domain/keys/public.ts';
import type { Instant } from '../../src/domain/time/calendar.ts';

export const AT = '2026-11-24T12:00:00Z' as Instant;
export const LATER = '2026-12-01T12:00:00Z' as Instant;
export const PASSPHRASE = 'une phrase de passe assez longue';

/** A path where a key folder may be made, new for each test of the file. */
export function useKeyFolder() {
  let base = '';
  beforeEach(() => {
    base = mkdtempSync(join(tmpdir(), 'jalon-keys-'));
  });
  afterEach(() => rmSync(base, { recursive: true, force: true }));
  const folder = () => join(base, 'keys');
  const pathOf = (kid: string) => join(folder(), `${kid}.json`);
  return {
    folder,
    pathOf,
    /** The key files; the lock is not one. */
    files: () =>
      readdirSync(folder())
        .filter((name) => name !== '.keys.lock')
        .toSorted(),
    readFile: (kid: string) => JSON.parse(readFileSync(pathOf(kid), 'utf8')),
    activeKid: async (algorithm: PublicKeyRecord['algorithm']) =>
      (await readPublicKeys(folder())).find((key) => key.algorithm === algorithm && key.state === 'active')
        ?.kid ?? '',
  };
}

export function modeOf(path: string): number {
  return statSync(path).mode & 0o777;
}

export function kidsOf(
  records: readonly PublicKeyRecord[],
  state: PublicKeyRecord['state'],
): readonly string[] {
  return records
    .filter((record) => record.state === state)
    .map(({ kid }) => kid)
    .toSorted();
}
