import type { MissionProposalChange } from '../../../domain/engagement/mission-proposal.ts';
import { toMissionProposalRow } from '../tables/mission-proposals.ts';
import { premise } from './premise.ts';
import type { Writers } from './writer.ts';

export const missionProposals = {
  'missions-proposed': ({ db }, { proposal }) => [
    db.insertInto('mission_proposal').values(toMissionProposalRow(proposal)).compile(),
  ],
  'mission-proposal-settled': (database, { id, settlement: { outcome, at } }) => {
    const { db } = database;
    const waiting = db
      .selectFrom('mission_proposal')
      .select('id')
      .where('id', '=', id)
      .where('outcome', 'is', null);
    return [
      // A proposal is open like a segment: of two settlements, the second one fails.
      premise(database, 'engagement-still-open', waiting),
      db.updateTable('mission_proposal').set({ outcome, settled_at: at }).where('id', '=', id).compile(),
    ];
  },
} satisfies Writers<MissionProposalChange>;
