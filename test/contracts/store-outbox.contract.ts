import { describe, expect, it } from 'vitest';
import type { Change } from '../../src/domain/change/union.ts';
import { type Instant, secondsAfter } from '../../src/domain/time/calendar.ts';
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
const taking = (now = NOW, by = 'x') => ({ by, ended: [], now, limit: 5 });
const done = (id: string, by = 'x'): Change => ({ kind: 'outbox-done', id, by, at: NOW });

/** The contract of the outbox. */
export function describeOutbox({ store }: StoreUnderTest): void {
  describe('the outbox', () => {
    const claimed = async (now?: Instant) => (await store().leaseOutbox(taking(now))).map(({ id }) => id);

    it('gives a due task to one process at a time, the oldest first, and counts its attempts', async () => {
      await store().commit([added('t2'), added('t1', BEFORE), added('t3', SOON)]);
      expect(await store().leaseOutbox(taking())).toEqual([
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
      expect(await claimed(LATER)).toEqual(['t3']);
    });

    it('gives a task whose claim has ended, and none whose claim was raised since', async () => {
      await store().commit([added('t1'), added('t2')]);
      await store().leaseOutbox({ ...taking(NOW, 'killed'), limit: 1 });
      const before = await store().readClaims('outbox');
      expect(before).toMatchObject([{ by: 'killed', count: 1 }]);
      expect(await store().renewLeases('outbox', 'killed')).toBe(1);
      expect(await store().leaseOutbox({ ...taking(), ended: before })).toMatchObject([{ id: 't2' }]);
      const ended = (await store().readClaims('outbox')).filter(({ by }) => by === 'killed');
      expect(await store().leaseOutbox({ ...taking(), ended })).toMatchObject([{ id: 't1' }]);
      expect(await store().renewLeases('outbox', 'killed')).toBe(0);
    });

    it('gives a task that was put off by a clock that was ahead', async () => {
      await store().commit([added('t1', secondsAfter(NOW, 3 * 86_400)), added('t2')]);
      expect(await store().leaseOutbox(taking())).toHaveLength(2);
    });

    it('gives a postponed task again, and a finished task never', async () => {
      await store().commit([added('t1'), added('t2')]);
      await store().leaseOutbox(taking());
      await store().commit([{ kind: 'outbox-postponed', id: 't1', by: 'x', dueAt: SOON }, done('t2')]);
      expect(await claimed()).toEqual([]);
      expect(await store().leaseOutbox(taking(LATER))).toMatchObject([{ id: 't1', attempts: 2 }]);
    });

    it('accepts only once that a task is done, with its whole commit', async () => {
      await store().commit([added('t1')]);
      await store().leaseOutbox(taking());
      await store().commit([done('t1')]);
      await expect(store().commit([added('t2'), done('t1')])).rejects.toMatchObject({
        code: 'store-conflict',
        params: { constraint: 'outbox_item_open' },
      });
      expect(await claimed()).toEqual([]);
    });

    it('refuses the whole commit of a process that has lost its claim, and raises those it has', async () => {
      await store().commit([added('t1'), added('t2')]);
      await store().leaseOutbox(taking());
      const [claim] = await store().readClaims('outbox');
      await store().leaseOutbox({ ...taking(NOW, 'y'), limit: 1, ended: claim ? [claim] : [] });
      const late: readonly Change[] = [
        done('t1'),
        { kind: 'outbox-postponed', id: 't1', by: 'x', dueAt: SOON },
      ];
      for (const change of late) {
        await expect(store().commit([added('t3'), change])).rejects.toMatchObject({
          params: { constraint: 'outbox_item_open' },
        });
      }
      expect(await claimed()).toEqual([]);
      await store().commit([done('t1', 'y')]);
      await store().commit([done('t2')]);
    });

    it('does not count a deferred task as overdue before its hour, and leaves the instant of its writing', async () => {
      await store().commit([added('t1', BEFORE)]);
      await store().leaseOutbox(taking());
      await store().commit([{ kind: 'outbox-deferred', id: 't1', by: 'x', until: SOON }]);
      expect(await store().countOutbox(NOW)).toEqual({ waiting: 1, overdue: 0 });
      expect(await store().readOldestTask(NOW)).toBeUndefined();
      expect(await store().countOutbox(LATER)).toEqual({ waiting: 1, overdue: 1 });
      expect(await store().readOldestTask(LATER)).toBe(SOON);
      expect(await store().leaseOutbox(taking(LATER))).toMatchObject([{ createdAt: BEFORE }]);
    });

    it('counts the waiting and the overdue tasks, and deletes old finished ones', async () => {
      await store().commit([added('t1', BEFORE), added('t2'), added('t3', BEFORE)]);
      await store().leaseOutbox(taking());
      await store().commit([{ kind: 'outbox-done', id: 't3', by: 'x', at: BEFORE }]);
      expect(await store().countOutbox(NOW)).toEqual({ waiting: 2, overdue: 1 });
      expect(await store().readOldestTask(NOW)).toBe(BEFORE);
      expect(await store().readOldestTask('2000-01-01T00:00:00Z' as never)).toBeUndefined();
      await store().commit([{ kind: 'outbox-forgotten', doneBefore: NOW }]);
      expect(await store().countOutbox(NOW)).toEqual({ waiting: 2, overdue: 1 });
      await store().commit([added('t3')]);
      expect(await store().countOutbox(LATER)).toEqual({ waiting: 3, overdue: 3 });
    });
  });
}
