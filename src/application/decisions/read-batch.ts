import { type Batch, LARGEST_BATCH, sumUpBatch } from '../../domain/award/batch.ts';
import type { Proposal, ProposalFilter } from '../../domain/award/proposal.ts';
import { sha256Of } from '../digest.ts';
import type { Store } from '../ports.ts';

/** Number of proposals read together. */
const PAGE_SIZE = 1000;

/** The proposals to decide on: those that were ticked, or all that match a filter. */
export type BatchChoice = { readonly ids: readonly string[] } | { readonly matching: ProposalFilter };

export interface ReadBatch extends Batch {
  /** Digest of the chosen proposals. Only the batch that was shown can thus be confirmed. */
  readonly digest: string;
}

/** The effects of a decision, from the present records. Where more proposals match the filter than one
 *  decision may hold, only the first ones are taken. */
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
