import { newKey, type Writers, withPrecondition } from '../../adapters/storage/commit/change-writer.ts';
import { precondition } from '../../adapters/storage/commit/precondition.ts';
import { type InvariantChecks, notAhead } from '../../adapters/storage/invariants/check.ts';
import type { Database } from '../../adapters/storage/mapping/database.ts';
import { recordTable } from '../../adapters/storage/mapping/record-table.ts';
import type {
  MissionInvitation,
  MissionProposal,
  MissionProposalChange,
  MissionProposalReader,
} from './feature.ts';

const table = recordTable<MissionProposal>()('mission_proposal', ['id'], {
  columns: [
    ...(['id', 'uai', 'personId', 'missions', 'roles', 'from', 'to', 'carriedInto', 'sharing'] as const),
    ...(['words', 'by', 'at', 'settlement'] as const),
  ],
  json: ['missions', 'roles', 'sharing'],
});

const invitationTable = recordTable<MissionInvitation>()('mission_invitation', ['id'], {
  columns: ['id', 'uai', 'email', 'missions', 'roles', 'from', 'words', 'by', 'at'],
  json: ['missions', 'roles'],
});

export function makeMissionProposalReader({ db, capabilities }: Database): MissionProposalReader {
  const invitations = () => invitationTable.select(db).orderBy('proposed_at', 'desc').orderBy('id', 'desc');
  const newestFirst = () => table.select(db).orderBy('proposed_at', 'desc').orderBy('id', 'desc');
  return {
    readMissionProposal: (id) => table.find(db, { id }),
    readMissionProposalsOf: (personId) => table.all(newestFirst().where('person_id', '=', personId)),
    readMissionProposalsAt: (uai) => table.all(newestFirst().where('uai', '=', uai)),
    readMissionInvitation: (id) => invitationTable.find(db, { id }),
    readMissionInvitationsAt: (uai) => invitationTable.all(invitations().where('uai', '=', uai)),
    readMissionInvitationsTo: (emails) =>
      invitationTable.all(invitations().where('email', 'in', capabilities.listOf(emails))),
  };
}

export const missionProposalWriters = {
  'missions-proposed': newKey(({ db }, { proposal }) => [table.insert(db, proposal)]),
  'mission-proposal-settled': withPrecondition(['engagement-still-open'], (database, { id, settlement }) => {
    const { db } = database;
    const waiting = table.locate(db, { id });
    return [
      // A proposal is open like an engagement: of two settlements, the second one fails.
      precondition(database, 'engagement-still-open', waiting.where('outcome', 'is', null)),
      db.updateTable('mission_proposal').set(table.columnsIn({ settlement })).where('id', '=', id).compile(),
    ];
  }),
  'mission-invitation-sent': newKey(({ db }, { invitation }) => [invitationTable.insert(db, invitation)]),
  'mission-invitation-settled': withPrecondition(['choice-as-read'], (database, { id }) => [
    precondition(database, 'choice-as-read', invitationTable.locate(database.db, { id })),
    invitationTable.remove(database.db, { id }),
  ]),
} satisfies Writers<MissionProposalChange>;

export const missionProposalChecks = {
  'nothing-ahead': [notAhead('mission_proposal', 'id', 'proposed_at', 'settled_at')],
} satisfies InvariantChecks;
