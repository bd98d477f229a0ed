import { type ExpressionBuilder, sql } from 'kysely';
import type { JobReader } from '../../application/store/service-readers.ts';
import {
  type Job,
  type JobChange,
  type JobCommand,
  type JobProgress,
  looksAtPresent,
} from '../../domain/job/job.ts';
import { firstAhead } from '../../domain/time/dated-ahead.ts';
import type { Instant } from '../../domain/time/time.ts';
import { claimBy, UNCLAIMED } from './claimed.ts';
import { withoutNulls } from './columns.ts';
import type { Database } from './database.ts';
import { premise } from './premise.ts';
import type { JobTable, Tables } from './tables.ts';
import { asStored, newKey, premised, type Writers } from './writer.ts';

/** Reads jobs. */
export function makeJobReader({ db }: Database): JobReader {
  return {
    readJob: async (id) => {
      const row = await db.selectFrom('job').selectAll().where('id', '=', id).executeTakeFirst();
      return row && fromJobRow(row);
    },
    readLatestJob: async (kind) => {
      const jobs = db.selectFrom('job').selectAll().where('kind', '=', kind);
      const row = await jobs.orderBy('made_at', 'desc').limit(1).executeTakeFirst();
      return row && fromJobRow(row);
    },
    readDueJobs: async (now, limit) => {
      const jobs = db.selectFrom('job').select('id').where('finished_at', 'is', null);
      const due = jobs.where(waitsNoLonger(now));
      return (await due.orderBy('made_at').limit(limit).execute()).map(({ id }) => id);
    },
    readUnfinishedJobs: async (kind, most = MOST_SHOWN) => {
      const jobs = db.selectFrom('job').selectAll().where('kind', '=', kind);
      const rows = await jobs.where('finished_at', 'is', null).orderBy('made_at').limit(most).execute();
      return rows.map(fromJobRow);
    },
    readUnfinishedJobOf: async (onceKey) => {
      const job = db.selectFrom('job').selectAll().where('once_key', '=', onceKey);
      const row = await job.where('finished_at', 'is', null).executeTakeFirst();
      return row && fromJobRow(row);
    },
    readUntoldJobs: async (madeBy) => {
      const untold = db.selectFrom('job').selectAll().where('made_by', '=', madeBy);
      // Written as a literal: an engine uses a partial index only where it sees the condition itself.
      const rows = await untold.where('told', '=', sql.lit(0)).orderBy('made_at').limit(MOST_SHOWN).execute();
      return rows.map(fromJobRow);
    },
  };
}

/** Whether the waiting time of the job is over. A job that was begun while the clock was ahead has waited
 *  enough. */
export function waitsNoLonger(now: Instant) {
  return (eb: ExpressionBuilder<Tables, 'job'>) =>
    eb.or([eb('starts_at', 'is', null), eb('starts_at', '<=', now), eb('made_at', '>', firstAhead(now))]);
}

/** The most jobs under way that a page shows. */
const MOST_SHOWN = 10;

export function fromJobRow(row: JobTable): Job {
  return withoutNulls({
    id: row.id,
    command: { kind: row.kind, ...(JSON.parse(row.command) as object) } as JobCommand,
    progress: JSON.parse(row.progress) as JobProgress,
    done: row.done,
    total: row.total,
    madeBy: row.made_by,
    madeAt: row.made_at,
    startsAt: row.starts_at,
    finishedAt: row.finished_at,
  });
}

/** Writes jobs: their start, their early run, their withdrawal and their steps. */
export const jobs = {
  'job-begun': newKey(({ db }, { job, onceKey }) => [
    db
      .insertInto('job')
      .values({ ...toJobRow(job), once_key: onceKey })
      .compile(),
  ]),
  'job-started': premised(['choice-as-read'], (database, { id }) => {
    const waiting = unfinished(database, id).where('starts_at', 'is not', null);
    const started = database.db.updateTable('job').set({ starts_at: null }).where('id', '=', id);
    return [premise(database, 'choice-as-read', waiting), started.compile()];
  }),
  'job-taken-back': premised(['choice-as-read'], (database, { asRead, progress, at }) => {
    const still = unfinished(database, asRead.id)
      .where('done', '=', asRead.done)
      .where('progress', '=', JSON.stringify(asRead.progress));
    const stopped = database.db.updateTable('job').set({
      progress: JSON.stringify(progress),
      finished_at: at,
      ...UNCLAIMED,
    });
    return [premise(database, 'choice-as-read', still), stopped.where('id', '=', asRead.id).compile()];
  }),
  'job-advanced': premised(['job-still-claimed'], (database, { job, claim: { by, count } }) => {
    const { id, progress, done, finishedAt, command } = job;
    const held = unfinished(database, id).where('claimed_by', '=', by).where('claim_count', '=', count);
    const advanced = database.db.updateTable('job').set({
      progress: JSON.stringify(progress),
      done,
      finished_at: finishedAt ?? null,
      ...claimBy(database, by),
      ...(looksAtPresent(command) && { once_key: null }),
    });
    return [premise(database, 'job-still-claimed', held), advanced.where('id', '=', id).compile()];
  }),
  'jobs-told': asStored(({ db, capabilities }, { ids }) => {
    const told = db.updateTable('job').set({ told: 1 }).where('id', 'in', capabilities.listOf(ids));
    return [told.where('finished_at', 'is not', null).compile()];
  }),
} satisfies Writers<JobChange>;

function unfinished({ db }: Database, id: string) {
  return db.selectFrom('job').select('id').where('id', '=', id).where('finished_at', 'is', null);
}

function toJobRow(it: Job) {
  const { kind, ...command } = it.command;
  return {
    id: it.id,
    kind,
    command: JSON.stringify(command),
    progress: JSON.stringify(it.progress),
    done: it.done,
    total: it.total,
    made_by: it.madeBy,
    made_at: it.madeAt,
    starts_at: it.startsAt ?? null,
    told: 0 as const,
    claim_count: 0,
  };
}
