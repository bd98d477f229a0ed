import { beforeEach, describe, expect, it } from 'vitest';
import { REGISTER_FILES, type RegisterRow } from '../../src/application/store/file-readers.ts';
import { audit } from '../../src/domain/audit/entry.ts';
import type { AwardId } from '../../src/domain/ids.ts';
import type { StoreUnderTest } from './store-under-test.ts';
import { award, awardId, event, FIXTURE, NOW } from './store-values.ts';

/** The contract of the register: all records and awards. */
export function describeRegister({ store }: StoreUnderTest): void {
  describe('the register', () => {
    beforeEach(async () => {
      await store().commit([...FIXTURE, { kind: 'event-saved', event: event('F1') }]);
    });

    it('reads all other records page by page, each row once', async () => {
      const entry = { at: NOW, actor: 'somebody', subject: 'it' };
      const details = [{ turn: 1 }, undefined, { turn: 2 }];
      await store().commit(
        details.map((one) => audit('settings-changed', { ...entry, ...(one && { details: one }) })),
      );
      for (const file of REGISTER_FILES) {
        const all = await store().readRegisterSlice(file, { limit: 100 });
        const leafed: RegisterRow[] = [];
        for (let after: RegisterRow | undefined; ; after = leafed.at(-1)) {
          const page = await store().readRegisterSlice(file, { limit: 1, ...(after && { after }) });
          if (page.length === 0) break;
          leafed.push(...page);
        }
        expect(leafed, file).toEqual(all);
      }
      const changed = await store().readRegisterSlice('journal', { limit: 100 });
      expect(changed.filter(({ action }) => action === 'settings-changed')).toHaveLength(3);
    });

    it('reads the register of awards page by page', async () => {
      await store().commit([
        { kind: 'award-granted', award: award('a1') },
        { kind: 'award-granted', award: award('a2', { achievement: 'RUPN-CONF' }) },
      ]);
      const ids = async (after?: AwardId) =>
        (await store().readAwardSlice({ limit: 1, ...(after && { after }) })).map((it) => it.award.id);
      expect(await ids()).toEqual([awardId('a1')]);
      expect(await ids(awardId('a1'))).toEqual([awardId('a2')]);
      expect(await ids(awardId('a2'))).toEqual([]);
    });
  });
}
