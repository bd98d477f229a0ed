import { type ExpressionBuilder, sql } from 'kysely';
import type { Lease, WorkClaims } from '../../application/store/work-claims.ts';
import { LONGEST_WAIT_SECONDS, type OutboxItem, type OutboxTask } from '../../domain/outbox.ts';
import { firstAhead } from '../../domain/time/dated-ahead.ts';
import { type Instant, secondsAfter } from '../../domain/time/time.ts';
import type { Database } from './database.ts';
import { fromAwardRow } from './tables/awards.ts';
import type { OutboxTable } from './tables/outbox.ts';
import type { Tables } from './tables/tables.ts';

/** Each claim is one statement, which selects the rows, marks them and returns them. Where other transactions
 *  may lock rows, it skips those, so that processes do not wait for each other. */
export function makeClaims(database: Database): WorkClaims {
  const { db } = database;
  return {
    claimUnsignedAwards: async (lease) => {
      const rows = await db
        .updateTable('award')
        .set({ claimed_by: lease.by, claimed_until: lease.until })
        .where('id', 'in', freeAwards(database, lease))
        .returningAll()
        .execute();
      return rows.map(fromAwardRow).sort((one, other) => (one.id < other.id ? -1 : 1));
    },
    claimOutbox: async (lease) => {
      const rows = await db
        .updateTable('outbox')
        .set((eb) => ({
          claimed_by: lease.by,
          claimed_until: lease.until,
          attempts: eb('attempts', '+', 1),
        }))
        .where('id', 'in', dueItems(database, lease))
        .returningAll()
        .execute();
      return rows.sort((one, other) => (one.due_at < other.due_at ? -1 : 1)).map(fromOutboxRow);
    },
    countOutbox: (writtenBefore) => countOutbox(database, writtenBefore),
  };
}

type Claimed = Pick<Tables['award'], 'claimed_until'>;

/** Whether nobody's claim on the row is valid. A claim that ends later than any claim of now can end was made
 *  while the clock was ahead, and has no effect. */
export function unclaimed({ now, until }: Pick<Lease, 'now' | 'until'>) {
  return <DB, T extends keyof DB>(eb: ExpressionBuilder<DB, T>) => {
    const claim = eb as unknown as ExpressionBuilder<{ row: Claimed }, 'row'>;
    return claim.or([
      claim('claimed_until', 'is', null),
      claim('claimed_until', '<=', now),
      claim('claimed_until', '>', firstAhead(until)),
    ]);
  };
}

/** `signed` is written as a literal: an engine uses a partial index only where it sees the condition
 *  itself. */
function freeAwards({ db, capabilities }: Database, lease: Parameters<WorkClaims['claimUnsignedAwards']>[0]) {
  const { after, limit } = lease;
  return db
    .selectFrom('award')
    .select('id')
    .where('signed', '=', sql.lit(0))
    .where(unclaimed(lease))
    .$if(after !== undefined, (query) => query.where('id', '>', after as NonNullable<typeof after>))
    .orderBy('id')
    .limit(limit)
    .$if(capabilities.skipsLockedRows, (query) => query.forUpdate().skipLocked());
}

function dueItems({ db, capabilities }: Database, lease: Parameters<WorkClaims['claimOutbox']>[0]) {
  const { now, limit, kind } = lease;
  return db
    .selectFrom('outbox')
    .select('id')
    .where('done_at', 'is', null)
    .where((eb) =>
      eb.or([
        eb('due_at', '<=', now),
        eb('due_at', '>', firstAhead(secondsAfter(now, LONGEST_WAIT_SECONDS))),
      ]),
    )
    .$if(kind !== undefined, (query) => query.where('kind', '=', kind as NonNullable<typeof kind>))
    .where(unclaimed(lease))
    .orderBy('due_at')
    .orderBy('id')
    .limit(limit)
    .$if(capabilities.skipsLockedRows, (query) => query.forUpdate().skipLocked());
}

async function countOutbox({ db }: Database, writtenBefore: Instant) {
  const waiting = db
    .selectFrom('outbox')
    .select((eb) => eb.fn.countAll().as('count'))
    .where('done_at', 'is', null);
  const all = await waiting.executeTakeFirstOrThrow();
  const overdue = await waiting.where('created_at', '<', writtenBefore).executeTakeFirstOrThrow();
  return { waiting: Number(all.count), overdue: Number(overdue.count) };
}

function fromOutboxRow(row: OutboxTable): OutboxItem {
  return {
    id: row.id,
    task: { kind: row.kind, ...(JSON.parse(row.payload) as object) } as OutboxTask,
    createdAt: row.created_at,
    attempts: row.attempts,
  };
}
