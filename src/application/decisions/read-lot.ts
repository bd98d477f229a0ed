import type { Proposal, ProposalFilter } from '../../domain/award/proposal.ts';
import type { Store } from '../ports.ts';

/** A place in a lot: the last proposal read, and the part of the lot that contains it. */
export interface LotKey {
  readonly isClear: boolean;
  readonly id: string;
}

interface LotSlice {
  readonly after?: LotKey | undefined;
  readonly limit: number;
}

/** The proposals that match a filter: first those with a caution, then those without. */
export async function readLot(
  store: Store,
  filter: ProposalFilter,
  { after, limit }: LotSlice,
): Promise<readonly Proposal[]> {
  const from = after ? { after: after.id } : {};
  const cautious = after?.isClear
    ? []
    : await store.readProposals({ ...filter, isClear: false, limit, ...from });
  const left = limit - cautious.length;
  if (left === 0) return cautious;
  const clear = await store.readProposals({
    ...filter,
    isClear: true,
    limit: left,
    ...(after?.isClear && from),
  });
  return [...cautious, ...clear];
}
