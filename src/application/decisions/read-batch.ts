import { type Batch, LARGEST_BATCH, sumUpBatch } from '../../domain/award/batch.ts';
import {
  type Proposal,
  type ProposalFilter,
  parseProposalId,
  proposalKey,
} from '../../domain/award/proposal.ts';
import type { PersonId } from '../../domain/ids.ts';
import type { Job } from '../../domain/job/types.ts';
import { sha256Of } from '../digest.ts';
import type { Store } from '../ports.ts';
import type { Ports } from '../service-ports.ts';

/** Number of proposals read together. */
const PAGE_SIZE = 1000;

/** The proposals to decide on: those that were ticked, or all that match a filter. */
export type BatchChoice = { readonly ids: readonly string[] } | { readonly matching: ProposalFilter };

export interface ReadBatch extends Batch {
  /** Digest of the chosen proposals. Only the batch that was shown can thus be confirmed. */
  readonly digest: string;
  /** Number of proposals that are left out, because someone else's decision on them waits. */
  readonly underDecision: number;
  /** The decisions under way on some of the badges: others', whose badges are left out, and the agent's own. */
  readonly overlaps: readonly Overlap[];
}

/** The effects of an agent's decision, from the present records. Where more proposals match the filter than one
 *  decision may hold, only the first ones are taken. Of several proposals, those are left out on which someone
 *  else's decision waits; a single one is the agent's own choice. */
export const readBatch =
  ({ store }: Ports) =>
  async (choice: BatchChoice, actor: PersonId): Promise<ReadBatch> => {
    const [found, underWay] = await Promise.all([
      'ids' in choice ? readChosen(store, choice.ids) : readMatching(store, choice.matching),
      readDecisionsUnderWay(store),
    ]);
    const waiting = keysOfOthers(underWay, actor);
    const isOne = 'ids' in choice && choice.ids.length === 1;
    const proposals = isOne ? found : found.filter((one) => !waiting.has(proposalKey(one)));
    const batch = sumUpBatch(proposals);
    return {
      ...batch,
      digest: await sha256Of(batch.ids.join('\n')),
      underDecision: found.length - proposals.length,
      overlaps: overlapsOf(underWay, found),
    };
  };

async function readChosen(store: Store, ids: readonly string[]): Promise<readonly Proposal[]> {
  const found = await Promise.all([...new Set(ids)].map((id) => store.readProposal(id)));
  return found.filter((one) => one !== undefined);
}

async function readMatching(store: Store, filter: ProposalFilter): Promise<readonly Proposal[]> {
  const found: Proposal[] = [];
  for (;;) {
    const after = found.at(-1)?.id;
    const page = await store.readProposals({
      ...filter,
      limit: PAGE_SIZE,
      ...(after !== undefined && { after }),
    });
    found.push(...page);
    if (page.length < PAGE_SIZE || found.length >= LARGEST_BATCH) return found;
  }
}

/** A place in a lot: the last proposal read, and the part of the lot that contains it. */
export interface LotKey {
  readonly isClear: boolean;
  readonly id: string;
}

interface LotSlice {
  readonly after?: LotKey | undefined;
  readonly limit: number;
}

/** The proposals that match a filter by name: first those with a caution, then those without. */
export async function readLot(
  store: Store,
  filter: ProposalFilter,
  { after, limit }: LotSlice,
): Promise<readonly Proposal[]> {
  const from = after ? { after: after.id } : {};
  const cautious = after?.isClear
    ? []
    : await store.readProposalsByName({ ...filter, isClear: false, limit, ...from });
  const left = limit - cautious.length;
  if (left === 0) return cautious;
  const clear = await store.readProposalsByName({
    ...filter,
    isClear: true,
    limit: left,
    ...(after?.isClear && from),
  });
  return [...cautious, ...clear];
}

/** The most unfinished decisions that are read: more than agents begin in ten minutes. */
const MOST_DECISIONS = 1000;

type Reads = Store;

/** A decision that waits or is being carried out, with the keys of its badges. */
interface UnderWay {
  readonly job: Job;
  readonly keys: ReadonlySet<string>;
}

/** The badges on which a decision of someone else waits or is being carried out, by their key. They are left
 *  out of what others do to many badges at once. */
export async function readUnderDecision(store: Reads, actor: string): Promise<ReadonlySet<string>> {
  return keysOfOthers(await readDecisionsUnderWay(store), actor);
}

/** The number of proposals that match a filter and wait for a decision: no decision on them is under way. */
export async function countUndecided(store: Reads, filter: ProposalFilter): Promise<number> {
  const underWay = await readDecisionsUnderWay(store);
  const except = underWay.flatMap(({ job: { command } }) =>
    command.kind === 'decide-proposals' ? command.ids : [],
  );
  return store.countProposals({ ...filter, except });
}

/** The decisions that are not finished, the oldest first. */
async function readDecisionsUnderWay(store: Reads): Promise<readonly UnderWay[]> {
  const jobs = await store.readUnfinishedJobs('decide-proposals', MOST_DECISIONS);
  return jobs.flatMap((job) => {
    if (job.command.kind !== 'decide-proposals') return [];
    const subjects = job.command.ids.flatMap((id) => parseProposalId(id) ?? []);
    return [{ job, keys: new Set(subjects.map(proposalKey)) }];
  });
}

function keysOfOthers(underWay: readonly UnderWay[], actor: string): ReadonlySet<string> {
  const others = underWay.filter(({ job }) => job.madeBy !== actor);
  return new Set(others.flatMap(({ keys }) => [...keys]));
}

/** A decision under way, and the number of these proposals that it decides too. */
export interface Overlap {
  readonly job: Job;
  readonly common: number;
}

/** The decisions under way that decide on some of these proposals. */
function overlapsOf(underWay: readonly UnderWay[], proposals: readonly Proposal[]): readonly Overlap[] {
  const keys = proposals.map(proposalKey);
  return underWay
    .map(({ job, keys: own }) => ({ job, common: keys.filter((key) => own.has(key)).length }))
    .filter(({ common }) => common > 0);
}
