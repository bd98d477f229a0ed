import { describe, expect, it } from 'vitest';
import type { Change } from '../../src/domain/change/change.ts';
import { type Instant, secondsAfter } from '../../src/domain/time/time.ts';
import type { StoreUnderTest } from './store-under-test.ts';
import { LATER, NOW } from './store-values.ts';

const BEFORE = '2026-11-24T09:00:00Z' as Instant;
const SOON = secondsAfter(NOW, 1800);
const added = (id: string, at = NOW): Change => ({
  kind: 'outbox-added',
  id,
  task: { kind: 'publish-status-list', listId: `list of ${id}` },
  at,
});
const lease = (now = NOW) => ({ by: 'x', now, until: LATER, limit: 5 });

/** The contract of the outbox. */
export function describeOutbox({ store }: StoreUnderTest): void {
  describe('the outbox', () => {
    const claimed = async (now?: Instant) => (await store().claimOutbox(lease(now))).map(({ id }) => id);

    it('gives a due task to one process at a time, the oldest first, and counts its attempts', async () => {
      await store().commit([added('t2'), added('t1', BEFORE), added('t3', SOON)]);
      expect(await store().claimOutbox(lease())).toEqual([
        {
          id: 't1',
          task: { kind: 'publish-status-list', listId: 'list of t1' },
          createdAt: BEFORE,
          attempts: 1,
        },
        {
          id: 't2',
          task: { kind: 'publish-status-list', listId: 'list of t2' },
          createdAt: NOW,
          attempts: 1,
        },
      ]);
      expect(await claimed()).toEqual([]);
      expect(await claimed(LATER)).toEqual(['t1', 't2', 't3']);
    });

    it('gives a task that was put off or claimed by a clock that was ahead', async () => {
      const ahead = secondsAfter(NOW, 3 * 86_400);
      await store().commit([added('t1', ahead), added('t2')]);
      const claim = { by: 'killed', now: ahead, until: secondsAfter(ahead, 15), limit: 5 };
      expect(await store().claimOutbox(claim)).toHaveLength(2);
      const until = secondsAfter(NOW, 15);
      expect(await store().claimOutbox({ ...lease(), until })).toHaveLength(2);
      expect(await store().claimOutbox({ ...lease(), until })).toEqual([]);
    });

    it('gives a postponed task again, and a finished task never', async () => {
      await store().commit([added('t1'), added('t2')]);
      await store().claimOutbox(lease());
      await store().commit([
        { kind: 'outbox-postponed', id: 't1', dueAt: SOON },
        { kind: 'outbox-done', id: 't2', at: NOW },
      ]);
      expect(await claimed()).toEqual([]);
      expect(await store().claimOutbox(lease(LATER))).toMatchObject([{ id: 't1', attempts: 2 }]);
    });

    it('accepts only once that a task is done, with its whole commit', async () => {
      await store().commit([added('t1')]);
      await store().commit([{ kind: 'outbox-done', id: 't1', at: NOW }]);
      await expect(
        store().commit([added('t2'), { kind: 'outbox-done', id: 't1', at: NOW }]),
      ).rejects.toMatchObject({
        code: 'store-conflict',
        params: { constraint: 'outbox_item_open' },
      });
      expect(await claimed()).toEqual([]);
    });

    it('counts the waiting and the overdue tasks, and deletes old finished ones', async () => {
      await store().commit([added('t1', BEFORE), added('t2'), added('t3', BEFORE)]);
      await store().commit([{ kind: 'outbox-done', id: 't3', at: BEFORE }]);
      expect(await store().countOutbox(NOW)).toEqual({ waiting: 2, overdue: 1 });
      await store().commit([{ kind: 'outbox-forgotten', doneBefore: NOW }]);
      expect(await store().countOutbox(NOW)).toEqual({ waiting: 2, overdue: 1 });
      await store().commit([added('t3')]);
      expect(await store().countOutbox(LATER)).toEqual({ waiting: 3, overdue: 3 });
    });
  });
}
