import { type Batch, LARGEST_BATCH, sumUpBatch } from '../../domain/award/batch.ts';
import { type Proposal, type ProposalFilter, proposalKey } from '../../domain/award/proposal.ts';
import type { PersonId } from '../../domain/ids.ts';
import { sha256Of } from '../digest.ts';
import type { Store } from '../ports.ts';
import type { Ports } from '../service-ports.ts';
import { keysOfOthers, type Overlap, overlapsOf, readDecisionsUnderWay } from './under-decision.ts';

/** Number of proposals read together. */
const PAGE_SIZE = 1000;

/** The proposals to decide on: those that were ticked, or all that match a filter. */
export type BatchChoice = { readonly ids: readonly string[] } | { readonly matching: ProposalFilter };

export interface ReadBatch extends Batch {
  /** Digest of the chosen proposals. Only the batch that was shown can thus be confirmed. */
  readonly digest: string;
  /** Number of proposals that are left out, because somebody else's decision on them waits. */
  readonly underDecision: number;
  /** The decisions under way on some of the badges: others', whose badges are left out, and the agent's own. */
  readonly overlaps: readonly Overlap[];
}

/** The effects of an agent's decision, from the present records. Where more proposals match the filter than one
 *  decision may hold, only the first ones are taken. Of several proposals, those are left out on which somebody
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
