import { describe, expect, it } from 'vitest';
import { audit, type StoredAuditEntry } from '../../src/domain/audit/entry.ts';
import type { Instant } from '../../src/domain/time/calendar.ts';
import { completeEntries } from '../support/audited.ts';
import type { StoreUnderTest } from './store-under-test.ts';
import { ADA, BOB, LATER, NOW } from './store-values.ts';

const action = (actor: string, subject: string, at = NOW) => audit('signed-in', { at, actor, subject });
const sealed = (lines: readonly StoredAuditEntry[], from = 0) =>
  ({
    kind: 'audit-sealed',
    lines: lines.map(({ id, digest = '' }, at) => ({ id, digest, position: from + at })),
    tiles: [{ level: 0, number: 0, width: from + lines.length, hashes: 'A'.repeat(from + lines.length) }],
  }) as const;

/** The contract of the audit: its lines, their places, and the searches of its page. */
export function describeAudit({ store }: StoreUnderTest): void {
  describe('the audit', () => {
    it('keeps a line as it was completed', async () => {
      const [change] = completeEntries([
        audit('signed-in', { at: NOW, actor: ADA, subject: ADA, details: { lines: 2 } }),
      ]);
      await store().commit(change ? [change] : []);
      const [line] = await store().readUnsealedEntries(10);
      expect(line).toEqual((change as { readonly entry: unknown }).entry);
    });

    it('gives each line its place once, and no place twice', async () => {
      await store().commit([action(ADA, ADA), action(BOB, BOB)]);
      const [first, second] = await store().readUnsealedEntries(10);
      if (!first || !second) throw new Error('both lines wait');
      await store().commit([sealed([first])]);
      expect(await store().readTreeSize('audit')).toBe(1);
      expect(await store().countUnsealedEntries()).toBe(1);
      await expect(store().commit([sealed([second])])).rejects.toMatchObject({ code: 'store-conflict' });
      await store().commit([sealed([first, second])]);
      expect((await store().readSealedEntries(0, 10)).map(({ id, position }) => [id, position])).toEqual([
        [first.id, 0],
        [second.id, 1],
      ]);
      expect(await store().readTreeSize('audit')).toBe(2);
      expect(await store().readTreeSize('badges')).toBe(0);
    });

    it('finds lines by who acts or is acted on, by act and by day, page by page', async () => {
      await store().commit([action(ADA, BOB), action(BOB, 'x'), action('cli', 'y', LATER)]);
      const found = async (query: Parameters<ReturnType<typeof store>['searchAudit']>[0]) =>
        (await store().searchAudit(query)).map(({ actor }) => actor);
      expect(await found({ limit: 10 })).toEqual(['cli', BOB, ADA]);
      expect(await found({ about: [BOB], limit: 10 })).toEqual([BOB, ADA]);
      expect(await found({ actions: ['signed-in'], from: LATER, limit: 10 })).toEqual(['cli']);
      expect(await found({ actions: ['file-imported'], limit: 10 })).toEqual([]);
      expect(await found({ until: LATER, limit: 10 })).toEqual([BOB, ADA]);
      const [last] = await store().searchAudit({ limit: 1 });
      expect(await found({ limit: 10, ...(last && { after: last }) })).toEqual([BOB, ADA]);
      expect((await store().readLastOf('signed-in'))?.actor).toBe('cli');
    });

    it('lets the lines before a place go, and keeps those that wait', async () => {
      await store().commit([action(ADA, ADA), action(BOB, BOB, LATER)]);
      await store().commit([sealed(await store().readUnsealedEntries(10)), action('cli', 'x')]);
      expect(await store().readFirstKept(LATER, LATER)).toBe(1);
      expect(await store().readFirstKept('2099-01-01T00:00:00Z' as Instant, LATER)).toBeUndefined();
      await store().commit([{ kind: 'audit-let-go', before: 1 }]);
      expect((await store().searchAudit({ limit: 10 })).map(({ actor }) => actor)).toEqual([BOB, 'cli']);
      expect(await store().readTreeSize('audit')).toBe(2);
    });
  });
}
