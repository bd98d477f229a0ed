import { type RawBuilder, sql } from 'kysely';
import type { WorkLeases } from '../../../application/store/work-leases.ts';
import { LONGEST_WAIT_SECONDS, type OutboxItem, type OutboxTask } from '../../../domain/job/outbox.ts';
import type { Work } from '../../../domain/job/types.ts';
import { type Instant, secondsAfter } from '../../../domain/time/calendar.ts';
import { firstAhead } from '../../../domain/time/clock-skew.ts';
import { fromAwardRow } from '../awards/rows.ts';
import type { Database } from '../mapping/database.ts';
import { countRows } from '../mapping/queries.ts';
import type { Tables } from '../mapping/tables.ts';
import { claimBy, isFree, isUnfinished, renewLeases, UNCLAIMED } from './lease-columns.ts';
import { fromJobRow, waitsNoLonger } from './store.ts';

/** Each claim is one statement, which selects the rows, marks them and returns them. Where other transactions
 *  may lock rows, it skips those, so that processes do not wait for each other. */
export function makeLeases(database: Database): WorkLeases {
  const { db } = database;
  return {
    readClaims: (work) => readClaims(database, work),
    leaseUnsignedAwards: async (taking) => {
      const rows = await db
        .updateTable('award')
        .set(claimBy(database, taking.by))
        .where('id', 'in', freeAwards(database, taking))
        .returningAll()
        .execute();
      return rows.map(fromAwardRow).sort((one, other) => (one.id < other.id ? -1 : 1));
    },
    leaseOutbox: async (taking) => {
      const rows = await db
        .updateTable('outbox')
        .set((eb) => ({ ...claimBy(database, taking.by), attempts: eb('attempts', '+', 1) }))
        .where('id', 'in', dueItems(database, taking))
        .returningAll()
        .execute();
      return rows.sort((one, other) => (one.due_at < other.due_at ? -1 : 1)).map(fromOutboxRow);
    },
    leaseJob: (id, taking) => leaseJob(database, id, taking),
    renewLeases: async (work, by) => {
      const raised = await renewLeases(database, work, by).executeTakeFirstOrThrow();
      return Number(raised.numUpdatedRows);
    },
    releaseLeases: async (work, by) => {
      const released = db.updateTable(work).set(UNCLAIMED).where('claimed_by', '=', by);
      await released.where(isUnfinished(work)).execute();
    },
    countOutbox: (dueBefore) => countOutbox(database, dueBefore),
  };
}

async function readClaims({ db, capabilities: { leaseClock } }: Database, work: Work) {
  const age: RawBuilder<number | null> = leaseClock?.secondsSince(sql.ref('claimed_at')) ?? sql`null`;
  const claims = await db
    .selectFrom(work)
    .select(['claimed_by', 'claim_count', age.as('age')])
    .distinct()
    .where('claimed_by', 'is not', null)
    .where(isUnfinished(work))
    .execute();
  return claims.map(({ claimed_by: by, claim_count: count, age: seconds }) => ({
    by: by ?? '',
    count,
    ...(seconds !== null && { ageSeconds: Number(seconds) }),
  }));
}

async function leaseJob(
  database: Database,
  id: string,
  taking: Parameters<WorkLeases['leaseJob']>[1],
): ReturnType<WorkLeases['leaseJob']> {
  const { by, now } = taking;
  const row = await database.db
    .updateTable('job')
    .set(claimBy(database, by))
    .where('id', '=', id)
    .where('finished_at', 'is', null)
    .where(waitsNoLonger(now))
    .where((eb) => eb.or([isFree(database, taking)(eb), eb('claimed_by', '=', by)]))
    .returningAll()
    .executeTakeFirst();
  return row && { job: fromJobRow(row), claim: { by, count: row.claim_count } };
}

/** `signed` is written as a literal: an engine uses a partial index only if it sees the condition
 *  itself. */
function freeAwards(database: Database, taking: Parameters<WorkLeases['leaseUnsignedAwards']>[0]) {
  const { db, capabilities } = database;
  const { after, limit } = taking;
  return db
    .selectFrom('award')
    .select('id')
    .where('signed', '=', sql.lit(0))
    .where(isFree(database, taking))
    .$if(after !== undefined, (query) => query.where('id', '>', after as NonNullable<typeof after>))
    .orderBy('id')
    .limit(limit)
    .$if(capabilities.skipsLockedRows, (query) => query.forUpdate().skipLocked());
}

function dueItems(database: Database, taking: Parameters<WorkLeases['leaseOutbox']>[0]) {
  const { db, capabilities } = database;
  const { now, limit, kind } = taking;
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
    .where(isFree(database, taking))
    .orderBy('due_at')
    .orderBy('id')
    .limit(limit)
    .$if(capabilities.skipsLockedRows, (query) => query.forUpdate().skipLocked());
}

/** Since when a task waits: a mail that was put off to the morning waits from then on, and a task that failed twice
 *  waits since it was written. */
export const WAITS_SINCE = sql<Instant>`case when attempts > 1 then created_at else due_at end`;

async function countOutbox({ db }: Database, dueBefore: Instant) {
  const waiting = db.selectFrom('outbox').where('done_at', 'is', null);
  const overdue = waiting.where(WAITS_SINCE, '<', dueBefore);
  return { waiting: await countRows(waiting), overdue: await countRows(overdue) };
}

function fromOutboxRow(row: Tables['outbox']): OutboxItem {
  return {
    id: row.id,
    task: { kind: row.kind, ...(JSON.parse(row.payload) as object) } as OutboxTask,
    createdAt: row.created_at,
    attempts: row.attempts,
  };
}
