import type { PersonId } from '../../domain/ids.ts';
import type { SchoolScope } from '../../domain/school-search.ts';
import type { Slice } from '../../domain/tables/keyset-page.ts';
import type { LocalDate } from '../../domain/time/calendar.ts';
import type { SchoolYear } from '../../domain/time/school-year.ts';
import type { Uai } from '../../domain/uai.ts';

/** What may be open in a school year: schools without anybody; engagements to renew; people engaged in the year
 *  without a review or a self-report in it; schools with someone and without a meeting in the year; schools
 *  without a known principal. */
export const NEW_YEAR_LISTS = ['nobody', 'to-renew', 'no-review', 'no-meeting', 'no-head'] as const;
export type NewYearList = (typeof NEW_YEAR_LISTS)[number];

/** The counted schools, the school year, and today, which lies in it. */
export interface NewYearContext {
  readonly scope: SchoolScope;
  readonly year: SchoolYear;
  readonly on: LocalDate;
}

export type NewYearSearch = NewYearContext & Slice<string>;

/** A line of one of the lists: a school, or a person with the schools. */
export interface NewYearRow {
  /** The UAI, the reference of the engagement, or the id of the person. */
  readonly key: string;
  readonly personId?: PersonId;
  readonly uais: readonly Uai[];
  /** The first day of an engagement to renew, and the day of its last confirmation. */
  readonly since?: LocalDate;
  readonly confirmedOn?: LocalDate;
}

export interface NewYearReader {
  countNewYear(list: NewYearList, frame: NewYearContext): Promise<number>;
  /** By the name of the school or of the person; `after` is the key of the last line before. */
  readNewYear(list: NewYearList, search: NewYearSearch): Promise<readonly NewYearRow[]>;
}
