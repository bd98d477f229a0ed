import {
  type AmendedBadge,
  type Amendment,
  amended,
  type BadgeDraft,
  putOf,
} from '../../../../domain/criteria/badge-change.ts';
import type { Criteria } from '../../../../domain/criteria/definition.ts';
import type { PageRequest } from '../../routing/page-request.ts';

/** The draft that the address names. */
export const readDraftOf = ({ store, param }: PageRequest): Promise<BadgeDraft | undefined> =>
  store.readBadgeDraft(param('id'));

/** What adopting the draft would do to the criteria. */
export const amendmentOf = (draft: AmendedBadge): Amendment => ({ figures: {}, badges: [putOf(draft)] });

/** The version in which the badge of the draft would stand. */
export const criteriaWith = ({ ports }: Pick<PageRequest, 'ports'>, draft: AmendedBadge): Criteria =>
  amended(ports.catalogue.newest(), amendmentOf(draft));

/** The page of a draft. */
export const pathOf = ({ id }: Pick<BadgeDraft, 'id'>) => `/dane/badges/drafts/${id}`;
