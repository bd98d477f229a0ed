import type { MissionProposalReader } from '../../../application/store/mission-proposal-reader.ts';
import type { MissionProposalChange } from '../../../domain/engagement/mission-proposal.ts';
import type { Database } from '../database.ts';
import { fromMissionProposalRow, toMissionProposalRow } from '../tables/mission-proposals.ts';
import { newKey, premised } from '../writing/guard.ts';
import { premise } from '../writing/premise.ts';
import type { Writers } from '../writing/writer.ts';

export function makeMissionProposalReader({ db }: Database): MissionProposalReader {
  const proposals = () => db.selectFrom('mission_proposal').selectAll();
  const newestFirst = () => proposals().orderBy('proposed_at', 'desc').orderBy('id', 'desc');
  return {
    readMissionProposal: async (id) => {
      const row = await proposals().where('id', '=', id).executeTakeFirst();
      return row && fromMissionProposalRow(row);
    },
    readMissionProposalsOf: async (personId) => {
      const rows = await newestFirst().where('person_id', '=', personId).execute();
      return rows.map(fromMissionProposalRow);
    },
    readMissionProposalsAt: async (uai) => {
      const rows = await newestFirst().where('uai', '=', uai).execute();
      return rows.map(fromMissionProposalRow);
    },
  };
}

export const missionProposals = {
  'missions-proposed': newKey(({ db }, { proposal }) => [
    db.insertInto('mission_proposal').values(toMissionProposalRow(proposal)).compile(),
  ]),
  'mission-proposal-settled': premised(
    ['engagement-still-open'],
    (database, { id, settlement: { outcome, at } }) => {
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
  ),
} satisfies Writers<MissionProposalChange>;
