import type { MissionCode, Role } from '../../../domain/engagement/mission.ts';
import type { MissionProposal, MissionProposalOutcome } from '../../../domain/engagement/mission-proposal.ts';
import type { PersonId } from '../../../domain/ids.ts';
import type { Instant, LocalDate } from '../../../domain/time/time.ts';
import type { Uai } from '../../../domain/uai.ts';
import { type Json, optional } from './columns.ts';

export interface MissionProposalTable {
  id: string;
  uai: Uai;
  person_id: PersonId;
  missions: Json;
  roles: Json;
  from_day: LocalDate;
  words: string | null;
  proposed_by: PersonId;
  proposed_at: Instant;
  outcome: MissionProposalOutcome | null;
  settled_at: Instant | null;
}

export function toMissionProposalRow(it: MissionProposal): MissionProposalTable {
  return {
    id: it.id,
    uai: it.uai,
    person_id: it.personId,
    missions: JSON.stringify(it.missions),
    roles: JSON.stringify(it.roles),
    from_day: it.from,
    words: it.words ?? null,
    proposed_by: it.by,
    proposed_at: it.at,
    outcome: it.settlement?.outcome ?? null,
    settled_at: it.settlement?.at ?? null,
  };
}

export function fromMissionProposalRow(row: MissionProposalTable): MissionProposal {
  const { outcome, settled_at: at } = row;
  return {
    id: row.id,
    uai: row.uai,
    personId: row.person_id,
    missions: JSON.parse(row.missions) as readonly MissionCode[],
    roles: JSON.parse(row.roles) as readonly Role[],
    from: row.from_day,
    ...optional('words', row.words),
    by: row.proposed_by,
    at: row.proposed_at,
    ...(outcome !== null && at !== null && { settlement: { outcome, at } }),
  };
}
