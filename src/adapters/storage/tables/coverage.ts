import type { EstablishmentCoverage } from '../../../domain/coverage/measure-coverage.ts';
import { FAMILY_CODES } from '../../../domain/engagement/mission.ts';
import type { Instant, LocalDate } from '../../../domain/time/time.ts';
import type { Uai } from '../../../domain/uai.ts';

export interface EstablishmentCoverageTable {
  uai: Uai;
  school_year: number;
  rupn: number;
  requested: number;
  contested: number;
  clashes: number;
  families: string;
  measured_at: Instant;
}

/** The coverage of a chosen day. */
export interface CoverageOnDayTable extends EstablishmentCoverageTable {
  on_day: LocalDate;
}

export function toCoverageRow(it: EstablishmentCoverage, at: Instant): EstablishmentCoverageTable {
  return {
    uai: it.uai,
    school_year: it.schoolYear,
    rupn: it.rupn,
    requested: it.requested,
    contested: it.contested,
    clashes: it.clashes,
    families: it.families.join(''),
    measured_at: at,
  };
}

export function fromCoverageRow(row: Omit<EstablishmentCoverageTable, 'measured_at'>): EstablishmentCoverage {
  return {
    uai: row.uai,
    schoolYear: row.school_year,
    rupn: row.rupn,
    requested: row.requested,
    contested: row.contested,
    clashes: row.clashes,
    families: FAMILY_CODES.filter((code) => row.families.includes(code)),
  };
}
