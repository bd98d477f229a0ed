import { describe, expect, it } from 'vitest';
import { FIRST_CHOICE } from '../../src/domain/award/types.ts';
import type { Change } from '../../src/domain/change/union.ts';
import type { PublicKeyRecord } from '../../src/domain/keys/public.ts';
import { newDigests } from '../support/new-digests.ts';
import { criteriaInForce } from '../support/office.ts';
import type { StoreUnderTest } from './store-under-test.ts';
import {
  ACCEPTED,
  ADA,
  BOB,
  credential,
  credentialId,
  day,
  LATER,
  LIST,
  NOW,
  person,
  SIGNED,
} from './store-values.ts';

const BADGE = { kind: 'credential', id: credentialId('c1') } as const;
const SHOWN = { ...ACCEPTED, hidden: false };
const HIDDEN = { ...ACCEPTED, hidden: true };
const KEY: PublicKeyRecord = {
  kid: 'ed-1',
  algorithm: 'Ed25519',
  state: 'active',
  createdAt: NOW,
  publicKeyMultibase: 'z6Mk',
};
const compromised = { at: LATER, reason: 'Vol' };
const setting = (value: string, asRead?: string): Change => ({
  kind: 'setting-changed',
  name: 'words',
  value,
  asRead,
  at: NOW,
  by: ADA,
});

/** Each of these changes, in order, gives a new moment for every public answer. */
const OF_ALL: readonly Change[] = [
  setting('{}'),
  setting('{"office":"DRNE"}', '{}'),
  { kind: 'public-key-kept', key: KEY },
  { kind: 'public-key-kept', key: { ...KEY, state: 'retired', retiredAt: NOW } },
  { kind: 'public-key-kept', key: { ...KEY, state: 'compromised', compromised } },
  {
    kind: 'criteria-adopted',
    criteria: { ...criteriaInForce(day('2026-01-01')), version: 9, inForceFrom: day('2027-01-01') },
    at: NOW,
    by: ADA,
  },
  { kind: 'criteria-withdrawn', version: 9, before: 1, added: [], at: LATER, by: ADA },
];

/** Each of these changes, in order, gives a new moment for the addresses of one badge. */
const OF_THE_BADGE: readonly Change[] = [
  { kind: 'holder-chose', credentialId: BADGE.id, choice: SHOWN, asRead: { choice: FIRST_CHOICE } },
  { kind: 'holder-chose', credentialId: BADGE.id, choice: HIDDEN, asRead: { choice: SHOWN } },
  { kind: 'holder-chose', credentialId: BADGE.id, choice: SHOWN, asRead: { choice: HIDDEN } },
  {
    kind: 'credential-reissued',
    digests: newDigests(),
    credential: credential('c1', { revision: 2, validFrom: LATER, choice: SHOWN }),
    asRead: { choice: SHOWN },
  },
  {
    kind: 'credential-revoked',
    ...{ credentialId: BADGE.id, statusListId: LIST },
    revocation: { at: LATER, by: 'dane', reason: 'erreur' },
  },
  { kind: 'person-erased', personId: ADA, names: { familyNames: [], emails: [] }, at: LATER },
];

/** The contract of the moments of public answers: a process that keeps an answer must see every change at
 *  once. */
export function describeDataVersions({ store }: StoreUnderTest): void {
  describe('the moment of a public answer', () => {
    it('is a new one after each change to the settings, the criteria and the keys', async () => {
      let before = (await store().readDataVersion({ kind: 'service' })).common;
      for (const change of OF_ALL) {
        await store().commit([change]);
        const { common } = await store().readDataVersion({ kind: 'service' });
        expect([change, common === before]).toEqual([change, false]);
        before = common;
      }
    });

    it('is a new one after each change to the badge, and only for that badge', async () => {
      await store().commit(SIGNED);
      const first = await store().readDataVersion(BADGE);
      let { own } = first;
      for (const change of OF_THE_BADGE) {
        await store().commit([change]);
        const dataVersion = await store().readDataVersion(BADGE);
        expect([change, dataVersion.own === own, dataVersion.common]).toEqual([change, false, first.common]);
        own = dataVersion.own;
      }
      expect((await store().readDataVersion({ kind: 'credential', id: credentialId('c2') })).own).toBe('');
    });

    it('is a new one after a revocation and after each publication of its list', async () => {
      await store().commit(SIGNED);
      const read = async () => (await store().readDataVersion({ kind: 'status-list', id: LIST })).own;
      const [, , , , revoked] = OF_THE_BADGE as [Change, Change, Change, Change, Change];
      const published = (validUntil: typeof LATER): Change => ({
        kind: 'status-list-published',
        list: { id: LIST, publishedRevision: 1, document: '{}', validFrom: NOW, validUntil },
      });
      const seen = [await read()];
      for (const change of [revoked, published(NOW), published(LATER)]) {
        await store().commit([change]);
        seen.push(await read());
      }
      expect(new Set(seen).size).toBe(4);
    });

    it('stays the same when other data is written, so that kept answers are still given', async () => {
      await store().commit(SIGNED);
      const before = await store().readDataVersion(BADGE);
      await store().commit([{ kind: 'person-saved', person: person(BOB, { familyName: 'Autre' }) }]);
      expect(await store().readDataVersion(BADGE)).toEqual(before);
    });

    it('shows the writing of its own process even to requests that arrived together', async () => {
      await store().commit(SIGNED);
      const turn = {};
      const before = await store().readDataVersion(BADGE, turn);
      await store().commit(OF_THE_BADGE.slice(0, 1));
      expect((await store().readDataVersion(BADGE, turn)).own).not.toBe(before.own);
    });
  });
}
