import type { MissionProposalReader } from '../../application/store/engagement-readers.ts';
import type { MissionCode, Role } from '../../domain/engagement/mission.ts';
import type { MissionProposal, MissionProposalChange } from '../../domain/engagement/mission-proposal.ts';
import type { MissionSharing } from '../../domain/engagement/mission-sharing.ts';
import { withoutNulls } from './columns.ts';
import type { Database } from './database.ts';
import { premise } from './premise.ts';
import type { MissionProposalTable } from './tables.ts';
import { newKey, premised, type Writers } from './writer.ts';

export function toMissionProposalRow(it: MissionProposal): MissionProposalTable {
  return {
    id: it.id,
    uai: it.uai,
    person_id: it.personId,
    missions: JSON.stringify(it.missions),
    roles: JSON.stringify(it.roles),
    from_day: it.from,
    to_day: it.to ?? null,
    sharing: it.sharing ? JSON.stringify(it.sharing) : null,
    carried_into: it.carriedInto ?? null,
    words: it.words ?? null,
    proposed_by: it.by,
    proposed_at: it.at,
    outcome: it.settlement?.outcome ?? null,
    settled_at: it.settlement?.at ?? null,
  };
}

export function fromMissionProposalRow(row: MissionProposalTable): MissionProposal {
  const { outcome, settled_at: at } = row;
  return withoutNulls({
    id: row.id,
    uai: row.uai,
    personId: row.person_id,
    missions: JSON.parse(row.missions) as readonly MissionCode[],
    roles: JSON.parse(row.roles) as readonly Role[],
    from: row.from_day,
    to: row.to_day,
    carriedInto: row.carried_into,
    ...(row.sharing !== null && { sharing: JSON.parse(row.sharing) as readonly MissionSharing[] }),
    words: row.words,
    by: row.proposed_by,
    at: row.proposed_at,
    ...(outcome !== null && at !== null && { settlement: { outcome, at } }),
  });
}

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
