import { sql } from 'kysely';
import type { WorkClaims } from '../../application/store/work-claims.ts';
import type { OutboxItem, OutboxTask } from '../../domain/outbox.ts';
import type { Instant } from '../../domain/time/time.ts';
import type { Database } from './database.ts';
import { fromAwardRow } from './tables/awards.ts';
import type { OutboxTable } from './tables/outbox.ts';

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

/** `signed` is written as a literal: an engine uses a partial index only where it sees the condition
 *  itself. */
function freeAwards({ db, capabilities }: Database, lease: Parameters<WorkClaims['claimUnsignedAwards']>[0]) {
  const { after, now, limit } = lease;
  return db
    .selectFrom('award')
    .select('id')
    .where('signed', '=', sql.lit(0))
    .where((eb) => eb.or([eb('claimed_until', 'is', null), eb('claimed_until', '<=', now)]))
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
    .where('due_at', '<=', now)
    .$if(kind !== undefined, (query) => query.where('kind', '=', kind as NonNullable<typeof kind>))
    .where((eb) => eb.or([eb('claimed_until', 'is', null), eb('claimed_until', '<=', now)]))
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
