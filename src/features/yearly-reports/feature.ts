import type { Bilingual, FamilyCode } from '../../domain/engagement/mission.ts';
import { declare } from '../../domain/features/declaration.ts';
import type { PersonId } from '../../domain/ids.ts';
import type { Slice } from '../../domain/tables/keyset-page.ts';
import type { RowOf } from '../../domain/tables/row-types.ts';
import { OWN } from '../../domain/tables/treatments.ts';
import type { Instant } from '../../domain/time/calendar.ts';
import type { SchoolYear } from '../../domain/time/school-year.ts';
import type { Uai } from '../../domain/uai.ts';
import { yearlyReportErrors } from './feature-errors.ts';

/** What was answered to a question, with the words in which it was asked: an office may change its questions. */
export interface ReportAnswer {
  readonly question: string;
  /** Of a question that is answered family by family. */
  readonly family?: FamilyCode;
  readonly asked: Bilingual;
  /** True if each line is a training wished. */
  readonly wishes?: true;
  readonly text: string;
}

/** The written report of a RUPN on their missions at one school in one school year (docs/rules.md, Yearly
 *  reports). Only its author reads a draft. */
export interface YearlyReport {
  readonly personId: PersonId;
  readonly uai: Uai;
  readonly schoolYear: SchoolYear;
  /** Counts the changes from 1. */
  readonly revision: number;
  /** Without those that were left empty. */
  readonly answers: readonly ReportAnswer[];
  readonly changedAt: Instant;
  /** Absent for a draft. */
  readonly handedInAt?: Instant;
  /** When the DANE acknowledged it, which makes it count as the year's self-report. */
  readonly receivedAt?: Instant;
  readonly receivedBy?: PersonId;
  /** True if the self-report of that day was recorded before: it then stays when the report is taken back. */
  readonly factKnown?: boolean;
}

/** Changes to yearly reports. */
export type YearlyReportChange = {
  readonly kind: 'yearly-report-saved';
  readonly report: YearlyReport;
};

/** The key of a yearly report. */
export type ReportKey = Pick<YearlyReport, 'personId' | 'uai' | 'schoolYear'>;

/** A search among the yearly reports that were handed in. */
export interface ReportSearch {
  readonly year: SchoolYear;
  readonly departmentCode?: string | undefined;
}

/** Reads yearly reports. Drafts are read by their author only. */
export interface YearlyReportReader {
  readYearlyReport(key: ReportKey): Promise<YearlyReport | undefined>;
  /** Drafts too, the latest year first. */
  readYearlyReportsOf(personId: PersonId): Promise<readonly YearlyReport[]>;
  /** Those that were handed in, sorted by person. */
  readYearlyReportsAt(uai: Uai, year: SchoolYear): Promise<readonly YearlyReport[]>;
  /** Sorted by person, then school. */
  readYearlyReports(
    search: ReportSearch,
    slice: Slice<Pick<YearlyReport, 'personId' | 'uai'>>,
  ): Promise<readonly YearlyReport[]>;
}

/** The rows of its tables, exactly as the migrations make them. */
export interface YearlyReportsTables {
  yearly_report: RowOf<YearlyReport>;
}

/** What the other layers read of this feature. */
export const feature = declare<YearlyReportsTables, YearlyReportChange, YearlyReportReader>()({
  group: 'engagements',
  history: ['yearly-report-handed-in', 'yearly-report-taken-back', 'yearly-report-received'],
  errors: yearlyReportErrors,
  menu: {
    my: { report: { under: 'engagement', after: 'engagements', path: '/my/yearly-report' } },
    dane: { reports: { under: 'files', after: 'wishes', path: '/dane/yearly-reports' } },
  },
  people: {
    yearly_report: {
      ...OWN,
      exportedAfter: 'review_notes',
      merge: { unless: ['uai', 'school_year'] },
      register: 'nothing',
      school: 'kept',
      ends: { with: 'facts', dated: { schoolYear: 'school_year' }, after: 'review-notes-forgotten' },
    },
  },
});
