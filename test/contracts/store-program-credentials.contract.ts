import { describe, expect, it } from 'vitest';
import type { Change } from '../../src/domain/change/union.ts';
import type { ProgramCredential, ProgramStanding } from '../../src/standards/vc-api/feature.ts';
import { newDigests } from '../support/new-digests.ts';
import type { StoreUnderTest } from './store-under-test.ts';
import { LATER, LIST, NOW, SIGNED } from './store-values.ts';

const PROGRAMS = 'list-of-programs';

const ONE: ProgramCredential = {
  id: 'urn:uuid:7',
  digest: 'sha256$7',
  statusListId: PROGRAMS,
  statusIndex: 7,
  signedAt: NOW,
  signedBy: 'token:a program',
};
const OTHER: ProgramCredential = { ...ONE, id: 'urn:uuid:8', statusIndex: 8 };
const signed = (credential: ProgramCredential): Change => ({
  kind: 'program-credential-signed',
  digests: newDigests(),
  credential,
});
const changed = (asRead: ProgramCredential, standing: ProgramStanding): Change => ({
  kind: 'program-credential-changed',
  asRead,
  standing,
});
const OPENED: readonly Change[] = [
  ...SIGNED,
  { kind: 'status-list-opened', id: PROGRAMS, size: 100, at: NOW, keptFor: 'programs' },
  signed(ONE),
  signed(OTHER),
];

/** The contract of credentials that programs had signed, with an index in our lists. */
export function describeProgramCredentials({ store }: StoreUnderTest): void {
  describe('a program’s credential', () => {
    it('is read by its id, and takes an index that no badge and no record gets', async () => {
      await store().commit(OPENED);
      expect(await store().readProgramCredential(ONE.id)).toEqual(ONE);
      expect(await store().readProgramCredential('urn:uuid:9')).toBeUndefined();
      expect(await store().readTakenIndexes(PROGRAMS, [6, 7, 8, 9])).toEqual([7, 8]);
      expect((await store().readOpenStatusList('programs'))?.id).toBe(PROGRAMS);
      expect((await store().readOpenStatusList())?.id).toBe(LIST);
      expect(await store().readOpenStatusList('records')).toBeUndefined();
    });

    it.each([
      ['id', { ...ONE, statusIndex: 9 }],
      ['place', { ...ONE, id: 'urn:uuid:9' }],
    ])('is refused where another one has its %s', async (_, same) => {
      await store().commit(OPENED);
      await expect(store().commit([signed(same)])).rejects.toMatchObject({ code: 'store-conflict' });
    });

    it('is refused where the key that signed it has ended, and taken where it has not', async () => {
      const key = { kid: 'ed-1', algorithm: 'Ed25519', createdAt: NOW, publicKeyMultibase: 'z6Mk' } as const;
      await store().commit([...OPENED, { kind: 'public-key-kept', key: { ...key, state: 'active' } }]);
      const by: Change = { kind: 'keys-signed', keyIds: [key.kid] };
      await store().commit([by, signed({ ...ONE, id: 'urn:uuid:9', statusIndex: 9 })]);
      const retired = { ...key, state: 'retired', retiredAt: LATER } as const;
      await store().commit([{ kind: 'public-key-kept', key: retired }]);
      const late = { ...ONE, id: 'urn:uuid:10', statusIndex: 10 };
      await expect(store().commit([by, signed(late)])).rejects.toMatchObject({ code: 'store-conflict' });
      expect(await store().readProgramCredential(late.id)).toBeUndefined();
    });

    it('sets its bit while it is revoked or suspended, and the list must then be signed again', async () => {
      await store().commit(OPENED);
      expect(await store().readSetIndexes(PROGRAMS)).toEqual({ set: [], suspended: [] });
      await store().commit([changed(ONE, { suspendedAt: NOW }), changed(OTHER, { revokedAt: NOW })]);
      expect(await store().readSetIndexes(PROGRAMS)).toEqual({ set: [7, 8], suspended: [7] });
      await store().commit([changed({ ...ONE, suspendedAt: NOW }, {})]);
      expect(await store().readSetIndexes(PROGRAMS)).toEqual({ set: [8], suspended: [] });
      expect(await store().readProgramCredential(ONE.id)).toEqual(ONE);
      expect((await store().readStatusList(PROGRAMS))?.revision).toBe(3);
      expect((await store().readSetIndexes(LIST)).set).toEqual([]);
    });

    it('changes only if it is as it was read, and never once it is revoked', async () => {
      await store().commit([
        ...OPENED,
        changed(ONE, { suspendedAt: NOW }),
        changed(OTHER, { revokedAt: NOW }),
      ]);
      for (const change of [
        changed(ONE, { revokedAt: LATER }),
        changed({ ...ONE, suspendedAt: LATER }, {}),
        changed(OTHER, {}),
        changed({ ...OTHER, revokedAt: NOW }, {}),
      ]) {
        await expect(store().commit([change])).rejects.toMatchObject({ code: 'store-conflict' });
      }
      expect(await store().readProgramCredential(OTHER.id)).toEqual({ ...OTHER, revokedAt: NOW });
    });
  });
}
