import { describe, expect, it } from 'vitest';
import type { LogCheckpoint } from '../../src/domain/badge-log/entries.ts';
import {
  ENGINE_INVARIANTS,
  STORED_INVARIANTS,
  type StoredInvariant,
} from '../../src/domain/integrity/invariant.ts';
import type { Instant } from '../../src/domain/time/calendar.ts';
import type { StoreUnderTest } from './store-under-test.ts';
import { day, LATER, NOW, SIGNED } from './store-values.ts';

/** The contract of the queries that look for contradictions. */
export function describeInvariants({ store }: StoreUnderTest): void {
  const look = (invariant: StoredInvariant, after?: string, limit = 100) =>
    store().readContradictions(invariant, { limit, now: LATER, ...(after !== undefined && { after }) });

  describe('contradictions', () => {
    it.each(STORED_INVARIANTS)('are not found in an empty database: %s', async (invariant) => {
      let next: string | undefined;
      do {
        const part = await look(invariant, next);
        expect(part).toMatchObject({ looked: 0, count: 0, found: [] });
        next = part.next;
      } while (next !== undefined);
    });

    it.each(ENGINE_INVARIANTS)('are not seen by the engine: %s', async (invariant) => {
      expect(await store().checkEngine(invariant)).toMatchObject({ count: 0, found: [] });
    });

    it('are kept with the step that found them', async () => {
      const answer = {
        ...({ invariant: 'act-audited', looked: 3, count: 1, begunAt: NOW, lookedAt: LATER } as const),
        found: [{ subject: 'award 1', detail: { member: 'id' } }],
      };
      await store().commit([{ kind: 'invariant-looked', answer: { ...answer, failure: 'unavailable' } }]);
      await store().commit([{ kind: 'invariant-looked', answer }]);
      expect(await store().readInvariantAnswers()).toEqual([answer]);
    });

    it('are found part by part, and named by table and key', async () => {
      await store().commit(SIGNED);
      const whole = await look('act-audited');
      expect(whole).toMatchObject({ looked: 1, count: 1 });
      expect(whole.found[0]?.subject).toMatch(/^award /);
      const one = await look('act-audited', undefined, 1);
      expect(one).toMatchObject({ looked: 1, count: 1 });
      expect((await look('act-audited', one.next, 1)).looked).toBe(0);
    });

    it('of a wrong clock are cleared, and a signed state is marked only once a later one replaces it', async () => {
      const misdated = {
        day: day('2033-01-14'),
        size: 3,
        note: 'x',
        signedAt: '2033-01-14T23:20:00Z' as Instant,
      };
      const signed = (checkpoint: LogCheckpoint) =>
        ({ kind: 'checkpoint-signed', log: 'badges', checkpoint }) as const;
      const cleared = { kind: 'clock-leftovers-cleared', at: NOW } as const;
      await store().commit([signed(misdated), { kind: 'day-lived', day: day('2033-01-14') }, cleared]);
      expect(await store().countClockLeftovers(NOW)).toEqual([{ table: 'log_checkpoint', rows: 1 }]);
      expect(await store().readWrongClockCheckpoints('badges')).toEqual([]);
      const today = { day: day(NOW.slice(0, 10)), size: 3, note: 'y', signedAt: NOW };
      await store().commit([signed(today), cleared]);
      expect(await store().countClockLeftovers(NOW)).toEqual([]);
      expect(await store().readWrongClockCheckpoints('badges')).toEqual([misdated]);
      expect(await store().readLogCheckpoints('badges', 5, day('9999-12-31'))).toEqual([today]);
    });
  });
}
