import type { Job, JobChange } from '../../../domain/job/job.ts';
import type { Writers } from './writer.ts';

/** Writes jobs: their start, their early run, their withdrawal and their steps. */
export const jobs = {
  'job-begun': ({ db }, { job }) => [db.insertInto('job').values(toJobRow(job)).compile()],
  'job-started': ({ db }, { id }) => [
    db.updateTable('job').set({ starts_at: null }).where('id', '=', id).compile(),
  ],
  'job-taken-back': ({ db }, { job: { id, progress }, at }) => {
    const stopped = db.updateTable('job').set({
      progress: JSON.stringify(progress),
      finished_at: at,
      claimed_by: null,
      claimed_until: null,
    });
    return [stopped.where('id', '=', id).where('finished_at', 'is', null).compile()];
  },
  'job-advanced': ({ db }, { job: { id, progress, done, finishedAt }, by }) => {
    const advanced = db.updateTable('job').set({
      progress: JSON.stringify(progress),
      done,
      finished_at: finishedAt ?? null,
    });
    return [advanced.where('id', '=', id).where('claimed_by', '=', by).compile()];
  },
  'jobs-told': ({ db, capabilities }, { ids }) => {
    const told = db.updateTable('job').set({ told: 1 }).where('id', 'in', capabilities.listOf(ids));
    return [told.where('finished_at', 'is not', null).compile()];
  },
} satisfies Writers<JobChange>;

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
  };
}
