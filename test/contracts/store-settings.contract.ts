import { beforeEach, describe, expect, it } from 'vitest';
import type { StoreUnderTest } from './store-under-test.ts';
import { ADA, event, FIXTURE, LATER, NOW } from './store-values.ts';

/** The contract of settings and of the lists that they name. */
export function describeSettings({ store }: StoreUnderTest): void {
  describe('settings', () => {
    beforeEach(async () => {
      await store().commit([...FIXTURE, { kind: 'event-saved', event: event('F1') }]);
    });

    it('replace only the value that was read', async () => {
      const set = (value: string, asRead?: string) =>
        ({ kind: 'setting-changed', name: 'words', value, asRead, at: NOW, by: ADA }) as const;
      const isRead = (value: string) => ({ kind: 'setting-as-read', name: 'words', value }) as const;
      expect(await store().readSettings()).toEqual(new Map());
      await store().commit([set('1'), set('2', '1')]);
      for (const late of [set('3'), set('3', '1'), isRead('1')]) {
        await expect(store().commit([late])).rejects.toMatchObject({ code: 'store-conflict' });
      }
      await store().commit([isRead('2')]);
      expect(await store().readSettings()).toEqual(new Map([['words', '2']]));
    });

    it('keep each list of trusted issuers as it was last read', async () => {
      const issuers = [{ id: 'did:key:z1', name: 'Rectorat voisin', url: 'https://voisin.example' }];
      const list = (source: string, name: string) => ({ source, name, readAt: NOW, issuers });
      const read = (one: object) => ({ kind: 'trusted-list-read', list: one }) as never;
      expect(await store().readTrustedLists()).toEqual([]);
      const dated = { ...list('b.json', 'B'), validUntil: '2027-01-01T00:00:00Z' };
      await store().commit([read(list('a.json', 'A')), read(dated)]);
      await store().commit([read({ ...list('a.json', 'A, de nouveau'), readAt: LATER, issuers: [] })]);
      expect(await store().readTrustedLists()).toEqual([
        { source: 'a.json', name: 'A, de nouveau', readAt: LATER, issuers: [] },
        dated,
      ]);
    });
  });
}
