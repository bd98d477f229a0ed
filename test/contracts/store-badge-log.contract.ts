import { describe, expect, it } from 'vitest';
import type { LogEntry, SignedDigests } from '../../src/domain/badge-log/entries.ts';
import { newDigests } from '../support/new-digests.ts';
import type { StoreUnderTest } from './store-under-test.ts';
import { awardId, credential, SIGNED } from './store-values.ts';

const entriesOf = (waiting: readonly SignedDigests[], from = 0): readonly LogEntry[] =>
  waiting.map((digests, at) => ({ position: from + at, digests }));
const extended = (entries: readonly LogEntry[]) =>
  ({ kind: 'badge-log-extended', entries, tiles: [] }) as const;

/** The contract of the log of signed documents. */
export function describeBadgeLog({ store }: StoreUnderTest): void {
  describe('the log of signed documents', () => {
    it('receives the digests in the commit that stores the document, or neither', async () => {
      await store().commit(SIGNED);
      const [first] = await store().readWaitingDigests(10);
      const digests = newDigests();
      const issued = (over: Parameters<typeof credential>[1]) =>
        ({ kind: 'credential-issued', credential: credential('c2', over), digests }) as const;
      // The place in the list is taken.
      await expect(store().commit([issued({ awardId: awardId('a2') })])).rejects.toMatchObject({
        code: 'store-conflict',
      });
      expect(await store().readWaitingDigests(10)).toEqual([first]);
      const { choice } = credential('c1');
      const again = newDigests();
      const reissued = credential('c1', { revision: 2 });
      await store().commit([
        { kind: 'credential-reissued', credential: reissued, digests: again, asRead: { choice } },
      ]);
      expect(new Set(await store().readWaitingDigests(10))).toEqual(new Set([first, again]));
    });

    it('receives the same bytes once', async () => {
      await store().commit(SIGNED);
      const [digests = newDigests()] = await store().readWaitingDigests(10);
      const { choice } = credential('c1');
      const reissued = credential('c1', { revision: 2 });
      await store().commit([
        { kind: 'credential-reissued', credential: reissued, digests, asRead: { choice } },
      ]);
      expect(await store().readWaitingDigests(10)).toEqual([digests]);
    });

    it('gives each its place once, and finds it by either digest', async () => {
      await store().commit(SIGNED);
      const waiting = await store().readWaitingDigests(10);
      expect(waiting).toHaveLength(1);
      const [{ document, jws } = newDigests()] = waiting;
      expect(await store().readLogEntryOf(document)).toBeUndefined();
      await store().commit([extended(entriesOf(waiting))]);
      const entry = { position: 0, digests: waiting[0] };
      expect(await store().readLogEntryOf(document)).toEqual(entry);
      expect(await store().readLogEntryOf(jws ?? '')).toEqual(entry);
      expect(await store().readLogEntries(0, 10)).toEqual([entry]);
      expect(await store().readLogSize()).toBe(1);
      expect(await store().readWaitingDigests(10)).toEqual([]);
      await expect(store().commit([extended(entriesOf([newDigests()]))])).rejects.toMatchObject({
        code: 'store-conflict',
      });
    });

    it('holds a document that has no other form', async () => {
      const { document } = newDigests();
      const alone = { document } as SignedDigests;
      await store().commit([extended(entriesOf([newDigests(), alone]))]);
      expect(await store().readLogEntryOf(document)).toEqual({ position: 1, digests: alone });
    });

    it('enters what was read of older documents once, though two processes read it', async () => {
      const digests = newDigests();
      const read = { kind: 'badge-log-read', read: [{ id: 'c1', digests }, { id: 'erased' }] } as const;
      await store().commit([read]);
      await store().commit([read]);
      expect(await store().readWaitingDigests(10)).toEqual([digests]);
      expect(await store().readUnreadForms(10)).toEqual([]);
    });
  });
}
