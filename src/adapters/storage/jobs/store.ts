import { type ExpressionBuilder, sql } from 'kysely';
import type { JobReader } from '../../../application/store/service-readers.ts';
import { LONGEST_PAUSE_SECONDS, STUCK_SECONDS } from '../../../domain/job/failure.ts';
import {
  type Job,
  type JobChange,
  type JobCommand,
  type Lease,
  readsCurrentRecords,
} from '../../../domain/job/types.ts';
import { type Instant, secondsAfter } from '../../../domain/time/calendar.ts';
import { firstAhead } from '../../../domain/time/clock-skew.ts';
import { newKey, sweep, type Writers, withPrecondition } from '../commit/change-writer.ts';
import { precondition } from '../commit/precondition.ts';
import type { Database } from '../mapping/database.ts';
import { countRows, readAll, readColumn, readFirst } from '../mapping/queries.ts';
import { recordTable } from '../mapping/record-table.ts';
import type { Tables } from '../mapping/tables.ts';
import { claimBy, UNCLAIMED } from './lease-columns.ts';

const table = recordTable<Omit<Job, 'command'>>()('job', ['id'], {
  columns: [
    ...(['id', 'progress', 'done', 'total', 'madeBy', 'madeAt', 'startsAt', 'heldBy', 'finishedAt'] as const),
    ...(['failure', 'movedAt'] as const),
  ],
  json: ['progress'],
});

export function fromJobRow({ kind, command, ...row }: Tables['job']): Job {
  return { ...table.fromRow(row), command: { kind, ...(JSON.parse(command) as object) } as JobCommand };
}

export function makeJobReader({ db }: Database): JobReader {
  return {
    readJob: (id) => readFirst(table.select(db).where('id', '=', id), fromJobRow),
    readLatestJob: (kind) => {
      const jobs = table.select(db).where('kind', '=', kind);
      return readFirst(jobs.orderBy('made_at', 'desc').limit(1), fromJobRow);
    },
    readDueJobs: (now, limit) => {
      const jobs = db.selectFrom('job').select('id').where('finished_at', 'is', null);
      const due = jobs.where(waitsNoLonger(now));
      return readColumn(due.orderBy(lastMove).limit(limit), 'id');
    },
    readFailingJobs: (most) => {
      const jobs = table.select(db).where('finished_at', 'is', null).where('failure_at', 'is not', null);
      return readAll(jobs.orderBy('made_at').limit(most), fromJobRow);
    },
    countFailingJobs: (now) => countFailing(db, now),
    readUnfinishedJobs: (kind, most = MOST_SHOWN) => {
      const jobs = table.select(db).where('kind', '=', kind);
      return readAll(jobs.where('finished_at', 'is', null).orderBy('made_at').limit(most), fromJobRow);
    },
    readUnfinishedJobOf: (onceKey) => {
      const job = table.select(db).where('once_key', '=', onceKey);
      return readFirst(job.where('finished_at', 'is', null), fromJobRow);
    },
    readUntoldJobs: (madeBy) => {
      const untold = table.select(db).where('made_by', '=', madeBy);
      // Written as a literal: an engine uses a partial index only if it sees the condition itself.
      return readAll(untold.where('told', '=', sql.lit(0)).orderBy('made_at').limit(MOST_SHOWN), fromJobRow);
    },
  };
}

/** When the job last moved, or else was due. */
const lastMove = sql<Instant>`coalesce(moved_at, starts_at, made_at)`;

async function countFailing(db: Database['db'], now: Instant) {
  const unfinished = db.selectFrom('job').where('finished_at', 'is', null);
  const failing = unfinished.where('failure_at', 'is not', null);
  const due = unfinished
    .where(waitedEnough(now))
    .where((eb) => eb.or([eb('failure_at', 'is', null), eb('failure_retry_at', 'is not', null)]));
  return {
    failing: await countRows(failing),
    setAside: await countRows(failing.where('failure_retry_at', 'is', null)),
    stuck: await countRows(due.where(lastMove, '<', secondsAfter(now, -STUCK_SECONDS))),
  };
}

/** Whether a step of the job is due: it waits neither for its hour nor for another attempt. */
export function waitsNoLonger(now: Instant) {
  return (eb: ExpressionBuilder<Tables, 'job'>) =>
    eb.and([
      waitedEnough(now)(eb),
      eb.or([
        eb('failure_at', 'is', null),
        eb('failure_retry_at', '<=', now),
        eb('failure_retry_at', '>', firstAhead(secondsAfter(now, LONGEST_PAUSE_SECONDS))),
      ]),
    ]);
}

/** Whether the waiting time of the job is over, and no one holds it. A job that was begun while the clock was ahead
 *  has waited enough, unless its hour is a date of its own. */
function waitedEnough(now: Instant) {
  return (eb: ExpressionBuilder<Tables, 'job'>) =>
    eb.and([
      eb('held_by', 'is', null),
      eb.or([
        eb('starts_at', 'is', null),
        eb('starts_at', '<=', now),
        eb.and([eb('made_at', '>', firstAhead(now)), eb('kind', '!=', 'grant-due')]),
      ]),
    ]);
}

/** The most jobs under way that a page shows. */
const MOST_SHOWN = 10;

/** Writes jobs: their start, their early run, their withdrawal and their steps. */
export const jobs = {
  'job-begun': newKey(({ db }, { job, onceKey }) => {
    const { kind, ...command } = job.command;
    const text = JSON.stringify(command);
    return [table.insert(db, job, { kind, command: text, once_key: onceKey, told: 0, claim_count: 0 })];
  }),
  'job-started': withPrecondition(['choice-as-read'], (database, { id }) => {
    const waiting = unfinished(database, id).where('starts_at', 'is not', null);
    const started = database.db
      .updateTable('job')
      .set({ starts_at: null, held_by: null })
      .where('id', '=', id);
    return [precondition(database, 'choice-as-read', waiting), started.compile()];
  }),
  'job-held': withPrecondition(['choice-as-read'], (database, { asRead, heldBy }) => {
    const held = database.db.updateTable('job').set({ held_by: heldBy ?? null, ...UNCLAIMED });
    const still = asItWas(database, asRead)
      .where('starts_at', 'is not', null)
      .where('held_by', 'is not distinct from', asRead.heldBy ?? null);
    return [precondition(database, 'choice-as-read', still), held.where('id', '=', asRead.id).compile()];
  }),
  'job-taken-back': withPrecondition(['choice-as-read'], (database, { asRead, progress, at }) => {
    const still = asItWas(database, asRead);
    const stopped = database.db.updateTable('job').set({
      progress: JSON.stringify(progress),
      finished_at: at,
      ...UNCLAIMED,
    });
    return [precondition(database, 'choice-as-read', still), stopped.where('id', '=', asRead.id).compile()];
  }),
  'job-advanced': withPrecondition(['job-still-claimed'], (database, { job, claim: { by, count } }) => {
    const { id, progress, done, finishedAt, movedAt, command } = job;
    const held = stillHeld(database, id, { by, count });
    const advanced = database.db.updateTable('job').set({
      progress: JSON.stringify(progress),
      done,
      finished_at: finishedAt ?? null,
      ...table.columnsIn({ failure: undefined, movedAt }),
      ...claimBy(database, by),
      ...(readsCurrentRecords(command) && { once_key: null }),
    });
    return [precondition(database, 'job-still-claimed', held), advanced.where('id', '=', id).compile()];
  }),
  'job-failed': withPrecondition(['job-still-claimed'], (database, { id, lease, failure }) => {
    const held = stillHeld(database, id, lease);
    const failed = database.db.updateTable('job').set({ ...table.columnsIn({ failure }), ...UNCLAIMED });
    return [precondition(database, 'job-still-claimed', held), failed.where('id', '=', id).compile()];
  }),
  'job-retried': withPrecondition(['choice-as-read'], (database, { id, failure, at }) => {
    const still = unfinished(database, id)
      .where('failure_count', '=', failure.count)
      .where('failure_at', '=', failure.at);
    const retried = database.db.updateTable('job').set(table.columnsIn({ failure: undefined, movedAt: at }));
    return [precondition(database, 'choice-as-read', still), retried.where('id', '=', id).compile()];
  }),
  'jobs-told': sweep('jobs-told', ({ db, capabilities }, { ids }) => {
    const reported = db.updateTable('job').set({ told: 1 }).where('id', 'in', capabilities.listOf(ids));
    return [reported.where('finished_at', 'is not', null).compile()];
  }),
} satisfies Writers<JobChange>;

/** The job, where it has neither ended nor got further. */
function asItWas(database: Database, { id, done, progress }: Job) {
  return unfinished(database, id).where('done', '=', done).where('progress', '=', JSON.stringify(progress));
}

function stillHeld(database: Database, id: string, { by, count }: Lease) {
  return unfinished(database, id).where('claimed_by', '=', by).where('claim_count', '=', count);
}

function unfinished({ db }: Database, id: string) {
  return table.locate(db, { id }).where('finished_at', 'is', null);
}
