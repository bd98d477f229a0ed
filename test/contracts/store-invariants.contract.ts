import { describe, expect, it } from 'vitest';
import {
  ENGINE_INVARIANTS,
  STORED_INVARIANTS,
  type StoredInvariant,
} from '../../src/domain/integrity/invariant.ts';
import type { StoreUnderTest } from './store-under-test.ts';
import { LATER, NOW, SIGNED } from './store-values.ts';

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
  });
}
