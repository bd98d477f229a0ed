import { type Job, type JobChange, looksAtPresent } from '../../../domain/job/job.ts';
import { claimBy, UNCLAIMED } from '../claimed.ts';
import type { Database } from '../database.ts';
import { asStored, newKey, premised } from './guard.ts';
import { premise } from './premise.ts';
import type { Writers } from './writer.ts';

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
