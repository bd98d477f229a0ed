import type { PersonId } from '../../../domain/ids.ts';
import type { Job } from '../../../domain/job/job.ts';
import { beginJob } from '../../jobs/begin-job.ts';
import type { Ports } from '../../service-ports.ts';

export interface BeginUndo {
  readonly importId: string;
  /** `look` changes nothing. `undo` undoes the records that the last look found possible. */
  readonly act: 'look' | 'undo';
  readonly actor: string;
}

/** Begins the look at an import, or its undoing. An undoing that is running or was interrupted is continued
 *  instead: a new look at this point could not distinguish its own changes from those of others. */
export const beginUndo =
  (ports: Ports) =>
  async ({ importId, act, actor }: BeginUndo): Promise<Job> => {
    const underway = await readUndoing(ports.store, importId);
    const kind = act === 'look' ? 'check-import' : 'undo-import';
    return underway ?? beginJob(ports)({ kind, importId }, actor as PersonId);
  };

/** The undoing of this import that has not ended, if there is one. */
export async function readUndoing(store: Ports['store'], importId: string): Promise<Job | undefined> {
  const unfinished = await store.readUnfinishedJobs('undo-import');
  return unfinished.find(({ command }) => 'importId' in command && command.importId === importId);
}
