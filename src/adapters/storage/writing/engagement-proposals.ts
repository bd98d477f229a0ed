import type { EngagementProposalChange } from '../../../domain/engagement/engagement-proposal.ts';
import { toEngagementProposalRow } from '../tables/engagement-proposals.ts';
import { newKey, premised } from './guard.ts';
import { premise } from './premise.ts';
import type { Writers } from './writer.ts';

export const engagementProposals = {
  'engagement-change-proposed': newKey(({ db }, { proposal }) => [
    db.insertInto('engagement_proposal').values(toEngagementProposalRow(proposal)).compile(),
  ]),
  'engagement-change-settled': premised(
    ['engagement-still-open'],
    (database, { id, settlement: { outcome, by, at, reason } }) => {
      const { db } = database;
      const waiting = db
        .selectFrom('engagement_proposal')
        .select('id')
        .where('id', '=', id)
        .where('outcome', 'is', null);
      const settled = { outcome, settled_by: by, settled_at: at, settled_reason: reason ?? null };
      return [
        // A proposal is open like the segment that it is about: of two settlements, the second one fails.
        premise(database, 'engagement-still-open', waiting),
        db.updateTable('engagement_proposal').set(settled).where('id', '=', id).compile(),
      ];
    },
  ),
} satisfies Writers<EngagementProposalChange>;
