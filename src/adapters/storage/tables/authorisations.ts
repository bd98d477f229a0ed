import type { MissionCode } from '../../../domain/engagement/mission.ts';
import type { Authorisation } from '../../../domain/records.ts';
import type { LocalDate } from '../../../domain/time/time.ts';
import type { Uai } from '../../../domain/uai.ts';
import { withoutNulls } from './columns.ts';

export interface AuthorisationTable {
  uai: Uai;
  mission: MissionCode;
  local_authority: string;
  starts_on: LocalDate;
  ends_on: LocalDate | null;
  convention: string | null;
}

export function toAuthorisationRow(it: Authorisation): AuthorisationTable {
  return {
    uai: it.uai,
    mission: it.mission,
    local_authority: it.localAuthority,
    starts_on: it.period.from,
    ends_on: it.period.to ?? null,
    convention: it.convention ?? null,
  };
}

export function fromAuthorisationRow(row: AuthorisationTable): Authorisation {
  return withoutNulls({
    uai: row.uai,
    mission: row.mission,
    localAuthority: row.local_authority,
    period: withoutNulls({ from: row.starts_on, to: row.ends_on }),
    convention: row.convention,
  });
}
