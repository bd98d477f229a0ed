import { type Amendment, amended, type BadgeDraft } from '../../../../domain/criteria/badge-change.ts';
import type { Criteria } from '../../../../domain/criteria/criteria.ts';
import type { Visit } from '../../shell/visit.ts';

/** The draft that the address names. */
export const readDraftOf = ({ store, param }: Visit): Promise<BadgeDraft | undefined> =>
  store.readBadgeDraft(param('id'));

export const newestOf = ({ ports }: Pick<Visit, 'ports'>) => ports.catalogue.versions().at(-1) as Criteria;

/** What adopting the draft would do to the criteria. */
export const amendmentOf = ({ badge }: Pick<BadgeDraft, 'badge'>): Amendment => ({
  figures: {},
  badges: [{ kind: 'put', badge }],
});

/** The version in which the badge of the draft would stand. */
export const criteriaWith = (visit: Pick<Visit, 'ports'>, draft: Pick<BadgeDraft, 'badge'>): Criteria =>
  amended(newestOf(visit), amendmentOf(draft));

/** The page of a draft. */
export const pathOf = ({ id }: Pick<BadgeDraft, 'id'>) => `/dane/badges/drafts/${id}`;
