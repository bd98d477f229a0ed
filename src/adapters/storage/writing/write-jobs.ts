import type { CompiledQuery } from 'kysely';
import type { DecisionChange } from '../../../domain/change/decision-change.ts';
import type { Job } from '../../../domain/work/job.ts';
import type { Database } from '../database.ts';

type JobChange = Extract<DecisionChange, { kind: `job-${string}` }>;

/** Long work: begun, started before its time, taken back, and a step further. */
export function makeJobWriter({ db }: Database): (change: JobChange) => readonly CompiledQuery[] {
  return (change) => {
    switch (change.kind) {
      case 'job-begun':
        return [db.insertInto('job').values(toJobRow(change.job)).compile()];
      case 'job-started':
        return [db.updateTable('job').set({ starts_at: null }).where('id', '=', change.id).compile()];
      case 'job-taken-back': {
        const { id, progress } = change.job;
        const stopped = db.updateTable('job').set({
          progress: JSON.stringify(progress),
          finished_at: change.at,
          claimed_by: null,
          claimed_until: null,
        });
        return [stopped.where('id', '=', id).where('finished_at', 'is', null).compile()];
      }
      case 'job-advanced': {
        const { progress, done, finishedAt } = change.job;
        const advanced = db.updateTable('job').set({
          progress: JSON.stringify(progress),
          done,
          finished_at: finishedAt ?? null,
        });
        return [advanced.where('id', '=', change.job.id).where('claimed_by', '=', change.by).compile()];
      }
    }
  };
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
  };
}
