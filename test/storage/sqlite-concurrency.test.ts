import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Store } from '../../src/application/ports.ts';
import type { Change } from '../../src/domain/change.ts';
import { award, awardId, credential, LIST, SIGNED, WORLD } from '../contracts/store-values.ts';
import { type Folder, openFolder } from './sqlite-folder.ts';

const COUNT = 60;

let folder: Folder;
let stores: readonly Store[];
beforeEach(async () => {
  folder = openFolder();
  stores = await Promise.all([folder.open(), folder.open()]);
});
afterEach(async () => {
  for (const store of stores) await store.close();
  folder.remove();
});

const [one, other] = [() => stores[0] as Store, () => stores[1] as Store];

it('a file opened twice at once is migrated once, and both see the same', async () => {
  await one().commit(WORLD);
  expect((await other().countRows()).people).toBe(2);
});

it('two processes that commit at once lose no update, and each revocation is made by one of them', async () => {
  await one().commit(SIGNED);
  for (let at = 0; at < COUNT; at += 1) {
    const it = award(`n${at}`, { sequence: at + 10 });
    await one().commit([
      { kind: 'award-granted', award: it },
      {
        kind: 'credential-issued',
        credential: credential(`n${at}`, { awardId: it.id, statusIndex: at + 20 }),
      },
    ]);
  }
  const script = join(import.meta.dirname, 'sqlite-concurrency.child.ts');
  const revokeAll = async () =>
    Number((await promisify(execFile)(process.execPath, [script, folder.file, String(COUNT)])).stdout);
  const firsts = await Promise.all([revokeAll(), revokeAll()]);
  expect(firsts.reduce((sum, count) => sum + count)).toBe(COUNT);
  expect((await one().readStatusList(LIST))?.revision).toBe(COUNT);
  expect(await one().readRevokedIndexes(LIST)).toHaveLength(COUNT);
});

it('of two connections that sign one award, one is refused and leaves nothing', async () => {
  await one().commit([...SIGNED, { kind: 'award-granted', award: award('a2', { sequence: 2 }) }]);
  const issue = (id: string, statusIndex: number): Change => ({
    kind: 'credential-issued',
    credential: credential(id, { awardId: awardId('a2'), statusIndex }),
  });
  const results = await Promise.allSettled([
    one().commit([issue('c2', 1)]),
    other().commit([issue('c3', 2)]),
  ]);
  expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect((await one().countRows()).credentials).toBe(2);
});
