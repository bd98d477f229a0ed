import { type Batch, LARGEST_BATCH, sumUpBatch } from '../../domain/award/batch.ts';
import type { Proposal, ProposalFilter } from '../../domain/award/proposal.ts';
import { sha256Of } from '../digest.ts';
import type { Store } from '../ports.ts';

/** Proposals read at once. */
const PAGE_SIZE = 1000;

/** Which proposals are to be decided: those that were ticked, or all that a filter shows. */
export type BatchChoice = { readonly ids: readonly string[] } | { readonly matching: ProposalFilter };

export interface ReadBatch extends Batch {
  /** Tells one choice of proposals from another: what is confirmed must be what was shown. */
  readonly digest: string;
}

/** What a decision would do, as things stand; of a filter that shows more than one decision takes, the first so many. */
export const readBatch =
  ({ store }: { readonly store: Pick<Store, 'readProposals' | 'readProposal'> }) =>
  async (choice: BatchChoice): Promise<ReadBatch> => {
    const proposals =
      'ids' in choice ? await readChosen(store, choice.ids) : await readMatching(store, choice.matching);
    const batch = sumUpBatch(proposals);
    return { ...batch, digest: await sha256Of(batch.ids.join('\n')) };
  };

async function readChosen(
  store: Pick<Store, 'readProposal'>,
  ids: readonly string[],
): Promise<readonly Proposal[]> {
  const found = await Promise.all([...new Set(ids)].map((id) => store.readProposal(id)));
  return found.filter((one) => one !== undefined);
}

async function readMatching(
  store: Pick<Store, 'readProposals'>,
  filter: ProposalFilter,
): Promise<readonly Proposal[]> {
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
