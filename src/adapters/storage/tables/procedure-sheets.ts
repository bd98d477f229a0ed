import type { MissionCode } from '../../../domain/engagement/mission.ts';
import type { ProcedureSheet } from '../../../domain/engagement/procedure-sheet.ts';
import type { PersonId } from '../../../domain/ids.ts';
import type { Instant, LocalDate } from '../../../domain/time/time.ts';
import type { Uai } from '../../../domain/uai.ts';

export interface ProcedureSheetTable {
  id: string;
  uai: Uai;
  mission: MissionCode;
  local_authority: string;
  starts_on: LocalDate;
  url: string | null;
  size_bytes: number | null;
  parts: number;
  kept_by: PersonId;
  kept_at: Instant;
}

export interface ProcedurePartTable {
  sheet_id: string;
  position: number;
  content: string;
}

export function toProcedureSheetRow({
  id,
  action,
  content,
  keptBy,
  keptAt,
}: ProcedureSheet): ProcedureSheetTable {
  return {
    id,
    uai: action.uai,
    mission: action.mission,
    local_authority: action.localAuthority,
    starts_on: action.period.from,
    url: content.kind === 'link' ? content.url : null,
    size_bytes: content.kind === 'file' ? content.sizeBytes : null,
    parts: content.kind === 'file' ? content.parts : 0,
    kept_by: keptBy,
    kept_at: keptAt,
  };
}

export function fromProcedureSheetRow(row: ProcedureSheetTable): ProcedureSheet {
  return {
    id: row.id,
    action: {
      uai: row.uai,
      mission: row.mission,
      localAuthority: row.local_authority,
      period: { from: row.starts_on },
    },
    content:
      row.url === null
        ? { kind: 'file', sizeBytes: row.size_bytes ?? 0, parts: row.parts }
        : { kind: 'link', url: row.url },
    keptBy: row.kept_by,
    keptAt: row.kept_at,
  };
}
