import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sealAudit } from '../../src/application/audit/seal.ts';
import { audit } from '../../src/domain/audit/entry.ts';
import { parseNote } from '../../src/open-badges/transparency-log/signed-note.ts';
import type { TestService } from '../support/servers/service.ts';
import { check, checkTampered, ENTRIES, startAudited } from './fixture.ts';

let service: TestService;
beforeAll(async () => {
  service = await startAudited();
});
afterAll(() => service.stop());

describe('the chain of the audit', () => {
  it('is sound where no one touched it, and its signed state names its own log', async () => {
    const { checkpoint, ...found } = await check(service);
    expect(found).toEqual({ sealed: ENTRIES, waiting: 0, letGo: 0, withoutDetails: 0, faults: [] });
    const [origin, size] = parseNote(checkpoint?.note ?? '')?.text.split('\n') ?? [];
    expect([origin, size]).toEqual(['jalon.test/audit', String(ENTRIES)]);
  });

  it('is not public', async () => {
    for (const path of ['/audit/checkpoint', '/audit/tile/0/000', '/log/audit'])
      expect((await service.get(path)).status).toBe(404);
  });

  it.each([
    ['a changed actor', "UPDATE audit SET actor = 'other' WHERE position = 41", 'changed', 42],
    ['a changed time', "UPDATE audit SET at = '2020-01-01T00:00:00Z' WHERE position = 41", 'changed', 42],
    ['a changed act', "UPDATE audit SET action = 'award-granted' WHERE position = 0", 'changed', 1],
    ['a changed road', "UPDATE audit SET road = 'api' WHERE position = 299", 'changed', 300],
    [
      'changed words',
      `UPDATE audit SET details = '{"reason":"x"}' WHERE position = 40`,
      'details-changed',
      41,
    ],
    [
      'words removed where nobody was erased',
      'UPDATE audit SET details = NULL, details_salt = NULL WHERE position = 40',
      'details-gone',
      41,
    ],
    ['a deleted line', 'DELETE FROM audit WHERE position = 255', 'deleted', 256],
    [
      'a line with the digest of another',
      'UPDATE audit SET digest = (SELECT digest FROM audit WHERE position = 7) WHERE position = 42',
      'not-as-sealed',
      43,
    ],
    [
      'a removed leaf',
      'UPDATE audit_tile SET width = width - 1, hashes = substr(hashes, 1, 44) WHERE level = 0 AND number = 1 AND width = 44',
      'tile',
      258,
    ],
    [
      'a changed byte of a tile',
      "UPDATE audit_tile SET hashes = 'AAAA' || substr(hashes, 5) WHERE level = 0 AND number = 0",
      'tile',
      256,
    ],
    [
      'a changed byte of a higher tile',
      "UPDATE audit_tile SET hashes = 'AAAA' || substr(hashes, 5) WHERE level = 1",
      'tile',
      256,
    ],
    [
      'a cut end',
      'DELETE FROM audit WHERE position >= 256; DELETE FROM audit_tile WHERE level = 0 AND number = 1',
      'cut',
      257,
    ],
    [
      'a signed state of another log',
      'UPDATE audit_checkpoint SET note = (SELECT note FROM log_checkpoint LIMIT 1) WHERE day = (SELECT max(day) FROM audit_checkpoint)',
      'not-signed',
      300,
    ],
    ['a state that says another size', 'UPDATE audit_checkpoint SET size = 299', 'checkpoint', 299],
    ['a state signed by nobody', "UPDATE audit_checkpoint SET note = 'x'", 'not-signed', 300],
    [
      'lines let go that were too young',
      `DELETE FROM audit WHERE position < 10; UPDATE audit SET action = 'audit-let-go', details = '{"before":10,"from":"2020-01-01"}' WHERE position = 299`,
      'let-go-early',
      10,
    ],
  ] as const)('shows %s, and where', async (_name, sql, kind, line) => {
    const { faults } = await checkTampered(service, sql);
    expect(faults).toContainEqual({ kind, line });
  });

  it('shows a line in a place that was never sealed', async () => {
    const { faults } = await checkTampered(service, 'UPDATE audit SET position = 400 WHERE position = 299');
    expect(faults).toEqual([
      { kind: 'deleted', line: 300 },
      { kind: 'added', line: 401 },
    ]);
  });

  it('shows two lines that were swapped, both', async () => {
    const swap = (from: number, to: number) => `UPDATE audit SET position = ${to} WHERE position = ${from};`;
    const { faults } = await checkTampered(service, swap(3, 999) + swap(4, 3) + swap(999, 4));
    expect(faults).toEqual([
      { kind: 'not-as-sealed', line: 4 },
      { kind: 'not-as-sealed', line: 5 },
    ]);
  });

  it('takes a line of a minute ago for no fault, and shows a change in it', async () => {
    const { store, clock } = service.ports;
    await store.commit([audit('signed-in', { at: clock.now(), actor: 'a', subject: 'a' })]);
    expect(await check(service)).toMatchObject({ sealed: ENTRIES, waiting: 1, faults: [] });
    const changed = await checkTampered(service, "UPDATE audit SET actor = 'b' WHERE position IS NULL");
    expect(changed.faults).toEqual([{ kind: 'changed', line: ENTRIES + 1 }]);
  });

  it('gets each line once where two processes seal at the same moment', async () => {
    const { ports } = service;
    const at = ports.clock.now();
    await ports.store.commit(
      Array.from({ length: 20 }, () => audit('signed-in', { at, actor: 'a', subject: 'a' })),
    );
    await Promise.all([sealAudit(ports)(), sealAudit(ports)(), sealAudit(ports)()]);
    await sealAudit(ports)();
    expect(await check(service)).toMatchObject({ sealed: ENTRIES + 21, waiting: 0, faults: [] });
  });

  it('goes on where its end was cut, and still shows the cut', async () => {
    const { ports } = service;
    const at = ports.clock.now();
    const { faults } = await checkTampered(service, 'DELETE FROM audit WHERE position >= 318');
    expect(faults.map(({ kind, line }) => [kind, line])).toEqual([
      ['deleted', 319],
      ['deleted', 320],
      ['deleted', 321],
    ]);
    await ports.store.commit([audit('signed-in', { at, actor: 'a', subject: 'a' })]);
    await sealAudit(ports)();
    expect(await ports.store.readTreeSize('audit')).toBe(ENTRIES + 22);
  });
});
