import type { CoverageState, MeasuredCoverage } from '../../domain/coverage/measure.ts';
import type { FamilyCode } from '../../domain/engagement/mission.ts';
import type { Engagement, School } from '../../domain/records.ts';
import type { SchoolScope } from '../../domain/school-search.ts';
import type { Instant, LocalDate } from '../../domain/time/calendar.ts';
import type { SchoolYear } from '../../domain/time/school-year.ts';
import type { Uai } from '../../domain/uai.ts';

/** The schools that are counted, and the school year. */
export interface CoverageContext {
  readonly scope: SchoolScope;
  readonly schoolYear: SchoolYear;
  /** A chosen day; absent for the last measure of the school year. */
  readonly on?: LocalDate;
}

/** A school year, or a chosen day of it. */
export type CoveragePeriod = Omit<CoverageContext, 'scope'>;

/** The schools of a département. The counts include only the schools measured in the school year. */
export interface DepartmentCoverage {
  /** Empty for schools that have no département in the files. */
  readonly code: string;
  readonly name: string;
  readonly schools: number;
  readonly measured: number;
  /** Number of measured schools whose figures were computed after the school year, from the records as they were
   *  then. 0 for a chosen day. */
  readonly computed: number;
  /** Number of measured schools in each state; their sum is `measured`. */
  readonly states: Readonly<Record<CoverageState, number>>;
  readonly requested: number;
  readonly contested: number;
  readonly clashes: number;
  /** The instant of the latest measure among these schools. */
  readonly measuredAt?: Instant;
  /** Number of schools that cover each family. */
  readonly families: ReadonlyMap<FamilyCode, number>;
}

/** A school with its last measured coverage. */
export interface SchoolCoverage {
  readonly establishment: School;
  /** Absent if the school was not measured in the school year. */
  readonly coverage?: MeasuredCoverage;
  readonly measuredAt?: Instant;
}

/** A search among the schools of the coverage. */
export interface CoverageSearch extends CoverageContext {
  readonly departmentCode?: string;
  /** A part of the school's name or commune, or its UAI. */
  readonly text?: string;
  /** Keeps only the schools in one state, or those with a clash. */
  readonly only?: CoverageState | 'clashes';
  readonly after?: { readonly commune: string; readonly uai: Uai };
  readonly limit: number;
}

/** Reads the last measured coverage of schools, and the records from which it is measured. */
export interface CoverageReader {
  /** Engagements at these schools on some day of the period. */
  readEngagementsAt(
    uais: readonly Uai[],
    period: { readonly from: LocalDate; readonly to: LocalDate },
  ): Promise<readonly Engagement[]>;
  /** The first day of the earliest engagement on record; undefined if there is none. */
  readFirstEngagementDay(): Promise<LocalDate | undefined>;
  /** Sorted by code. */
  readDepartmentCoverage(frame: CoverageContext): Promise<readonly DepartmentCoverage[]>;
  /** Sorted by commune, then UAI. */
  searchSchoolCoverage(search: CoverageSearch): Promise<readonly SchoolCoverage[]>;
}
