import { parseProposalId, proposalKey } from '../../domain/award/proposal.ts';
import type { Store } from '../ports.ts';

/** The most unfinished decisions that are read: more than agents begin in ten minutes. */
const MOST_DECISIONS = 1000;

/** The badges on which a decision of somebody else waits or is being carried out, by their key. They are left
 *  out of what others do to many badges at once. */
export async function readUnderDecision(
  store: Pick<Store, 'readUnfinishedJobs'>,
  actor: string,
): Promise<ReadonlySet<string>> {
  const jobs = await store.readUnfinishedJobs('decide-proposals', MOST_DECISIONS);
  const ids = jobs.flatMap(({ command, madeBy }) =>
    command.kind === 'decide-proposals' && madeBy !== actor ? command.ids : [],
  );
  const subjects = ids.flatMap((id) => parseProposalId(id) ?? []);
  return new Set(subjects.map(proposalKey));
}
