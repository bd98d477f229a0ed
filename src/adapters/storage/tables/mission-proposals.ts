import type { MissionCode, Role } from '../../../domain/engagement/mission.ts';
import type { MissionProposal, MissionProposalOutcome } from '../../../domain/engagement/mission-proposal.ts';
import type { MissionSharing } from '../../../domain/engagement/mission-sharing.ts';
import type { PersonId } from '../../../domain/ids.ts';
import type { Instant, LocalDate } from '../../../domain/time/time.ts';
import type { Uai } from '../../../domain/uai.ts';
import { type Json, withoutNulls } from './columns.ts';

export interface MissionProposalTable {
  id: string;
  uai: Uai;
  person_id: PersonId;
  missions: Json;
  roles: Json;
  from_day: LocalDate;
  to_day: LocalDate | null;
  sharing: Json | null;
  carried_into: number | null;
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
