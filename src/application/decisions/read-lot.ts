import type { Proposal, ProposalFilter } from '../../domain/award/proposal.ts';
import type { Store } from '../ports.ts';

/** A place in a lot: after which proposal, and in which of its two parts. */
export interface LotKey {
  readonly isClear: boolean;
  readonly id: string;
}

interface LotSlice {
  readonly after?: LotKey | undefined;
  readonly limit: number;
}

/** The proposals that a filter shows: first those to look at, then those without any caution. */
export async function readLot(
  store: Pick<Store, 'readProposals'>,
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
