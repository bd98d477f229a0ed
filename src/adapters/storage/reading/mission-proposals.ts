import type { MissionProposalReader } from '../../../application/store/mission-proposal-reader.ts';
import type { Database } from '../database.ts';
import { fromMissionProposalRow } from '../tables/mission-proposals.ts';

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
