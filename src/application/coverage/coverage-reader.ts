import type { EstablishmentCoverage } from '../../domain/engagement/measure-coverage.ts';
import type { FamilyCode } from '../../domain/engagement/mission.ts';
import type { SchoolScope } from '../../domain/engagement/school-scope.ts';
import type { Engagement, Establishment } from '../../domain/records.ts';
import type { SchoolYear } from '../../domain/time/school-year.ts';
import type { Instant, LocalDate } from '../../domain/time/time.ts';
import type { Uai } from '../../domain/uai.ts';

/** The schools that are counted, in the school year that is looked at. */
export interface CoverageFrame {
  readonly scope: SchoolScope;
  readonly schoolYear: SchoolYear;
}

/** A département's schools; what is counted of them is counted of those measured in the school year. */
export interface DepartmentCoverage {
  /** Empty where the files named none. */
  readonly code: string;
  readonly name: string;
  readonly schools: number;
  readonly measured: number;
  readonly withoutRupn: number;
  readonly requested: number;
  readonly contested: number;
  readonly clashes: number;
  /** The last measure of one of these schools. */
  readonly measuredAt?: Instant;
  /** How many schools cover each family. */
  readonly families: Readonly<Record<FamilyCode, number>>;
}

export interface SchoolCoverage {
  readonly establishment: Establishment;
  /** Absent: not measured in the school year. */
  readonly coverage?: EstablishmentCoverage;
  readonly measuredAt?: Instant;
}

export interface CoverageSearch extends CoverageFrame {
  readonly departmentCode?: string;
  /** Part of a name, of a commune, or a UAI. */
  readonly text?: string;
  /** Only those that nobody serves, or those with a clash. */
  readonly only?: 'without-rupn' | 'clashes';
  readonly after?: { readonly commune: string; readonly uai: Uai };
  readonly limit: number;
}

/** What schools cover, as it was measured last, and what it is measured from. */
export interface CoverageReader {
  /** Segments at these schools on some day of the period. */
  readEngagementsAt(
    uais: readonly Uai[],
    period: { readonly from: LocalDate; readonly to: LocalDate },
  ): Promise<readonly Engagement[]>;
  /** By code. */
  readDepartmentCoverage(frame: CoverageFrame): Promise<readonly DepartmentCoverage[]>;
  /** By commune, then UAI. */
  searchSchoolCoverage(search: CoverageSearch): Promise<readonly SchoolCoverage[]>;
}
