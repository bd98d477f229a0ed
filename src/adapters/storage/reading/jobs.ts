import { type ExpressionBuilder, sql } from 'kysely';
import type { JobReader } from '../../../application/store/job-reader.ts';
import type { Job, JobCommand, JobProgress } from '../../../domain/job/job.ts';
import { firstAhead } from '../../../domain/time/dated-ahead.ts';
import type { Instant } from '../../../domain/time/time.ts';
import type { Database } from '../database.ts';
import { withoutNulls } from '../tables/columns.ts';
import type { JobTable } from '../tables/jobs.ts';
import type { Tables } from '../tables/tables.ts';

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
