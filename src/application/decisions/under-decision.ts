import { type Proposal, parseProposalId, proposalKey } from '../../domain/award/proposal.ts';
import type { Job } from '../../domain/job/job.ts';
import type { Store } from '../ports.ts';

/** The most unfinished decisions that are read: more than agents begin in ten minutes. */
const MOST_DECISIONS = 1000;

type Reads = Store;

/** A decision that waits or is being carried out, with the keys of its badges. */
interface UnderWay {
  readonly job: Job;
  readonly keys: ReadonlySet<string>;
}

/** The badges on which a decision of somebody else waits or is being carried out, by their key. They are left
 *  out of what others do to many badges at once. */
export async function readUnderDecision(store: Reads, actor: string): Promise<ReadonlySet<string>> {
  return keysOfOthers(await readDecisionsUnderWay(store), actor);
}

/** The decisions that are not finished, the oldest first. */
export async function readDecisionsUnderWay(store: Reads): Promise<readonly UnderWay[]> {
  const jobs = await store.readUnfinishedJobs('decide-proposals', MOST_DECISIONS);
  return jobs.flatMap((job) => {
    if (job.command.kind !== 'decide-proposals') return [];
    const subjects = job.command.ids.flatMap((id) => parseProposalId(id) ?? []);
    return [{ job, keys: new Set(subjects.map(proposalKey)) }];
  });
}

export function keysOfOthers(underWay: readonly UnderWay[], actor: string): ReadonlySet<string> {
  const others = underWay.filter(({ job }) => job.madeBy !== actor);
  return new Set(others.flatMap(({ keys }) => [...keys]));
}

/** A decision under way, and the number of these proposals that it decides too. */
export interface Overlap {
  readonly job: Job;
  readonly common: number;
}

/** The decisions under way that decide on some of these proposals. */
export function overlapsOf(
  underWay: readonly UnderWay[],
  proposals: readonly Proposal[],
): readonly Overlap[] {
  const keys = proposals.map(proposalKey);
  return underWay
    .map(({ job, keys: own }) => ({ job, common: keys.filter((key) => own.has(key)).length }))
    .filter(({ common }) => common > 0);
}
