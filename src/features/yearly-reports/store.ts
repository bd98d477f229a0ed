import { type SqlBool, sql } from 'kysely';
import { type Writers, withPrecondition } from '../../adapters/storage/commit/change-writer.ts';
import { precondition, preconditionOfNone } from '../../adapters/storage/commit/precondition.ts';
import { type InvariantChecks, notAhead } from '../../adapters/storage/invariants/check.ts';
import type { Database } from '../../adapters/storage/mapping/database.ts';
import { recordTable } from '../../adapters/storage/mapping/record-table.ts';
import type { YearlyReport, YearlyReportChange, YearlyReportReader } from './feature.ts';

const table = recordTable<YearlyReport>()('yearly_report', ['personId', 'uai', 'schoolYear'], {
  columns: [
    ...(['personId', 'uai', 'schoolYear', 'revision', 'answers', 'changedAt'] as const),
    ...(['handedInAt', 'receivedAt', 'receivedBy', 'factKnown'] as const),
  ],
  json: ['answers'],
  marks: ['factKnown'],
});

export function makeYearlyReportReader({ db }: Database): YearlyReportReader {
  const handedIn = () => table.select(db).where('handed_in_at', 'is not', null);
  return {
    readYearlyReport: (key) => table.find(db, key),
    readYearlyReportsOf: (personId) => {
      const own = table.select(db).where('person_id', '=', personId);
      return table.all(own.orderBy('school_year', 'desc').orderBy('uai'));
    },
    readYearlyReportsAt: (uai, year) =>
      table.all(handedIn().where('uai', '=', uai).where('school_year', '=', year).orderBy('person_id')),
    readYearlyReports: ({ year, departmentCode }, { after, limit }) => {
      const schools = db
        .selectFrom('establishment')
        .select('uai')
        .where('department_code', '=', departmentCode ?? '');
      const later = sql<SqlBool>`(person_id, uai) > (${after?.personId}, ${after?.uai})`;
      return table.all(
        handedIn()
          .where('school_year', '=', year)
          .$if(departmentCode !== undefined, (reports) => reports.where('uai', 'in', schools))
          .$if(after !== undefined, (reports) => reports.where(later))
          .orderBy('person_id')
          .orderBy('uai')
          .limit(limit),
      );
    },
  };
}

export const yearlyReportWriters = {
  'yearly-report-saved': withPrecondition(['choice-as-read'], (database, { report }) => {
    const { db } = database;
    const known = table.locate(db, report);
    if (report.revision === 1) {
      return [preconditionOfNone(database, 'choice-as-read', known), table.insert(db, report)];
    }
    return [
      precondition(database, 'choice-as-read', known.where('revision', '=', report.revision - 1)),
      table.update(db, report),
    ];
  }),
} satisfies Writers<YearlyReportChange>;

export const yearlyReportChecks = {
  'nothing-ahead': [notAhead('yearly_report', 'person_id', 'changed_at', 'handed_in_at', 'received_at')],
} satisfies InvariantChecks;
