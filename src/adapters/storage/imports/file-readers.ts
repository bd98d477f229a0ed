import { sql } from 'kysely';
import type {
  ExportReader,
  ImportReader,
  SingleRoleHolding,
} from '../../../application/store/file-readers.ts';
import type { PersonId } from '../../../domain/ids.ts';
import type { Engagement } from '../../../domain/records.ts';
import type { LocalDate } from '../../../domain/time/calendar.ts';
import type { Uai } from '../../../domain/uai.ts';
import { contributionTable } from '../activities/contributions.ts';
import { attendanceTable, eventTable } from '../activities/events.ts';
import { reviewTable } from '../activities/reviews.ts';
import { authorisationTable } from '../engagements/authorisations.ts';
import { fromEngagementRow } from '../engagements/rows.ts';
import type { Database } from '../mapping/database.ts';
import { readAll, sliceBy } from '../mapping/queries.ts';
import { readNamesakes, readPeople, readPeopleByEmail } from '../people/store.ts';
import { schoolTable } from '../schools/store.ts';

/** The end of an open period, as a text that can be compared. */
const LAST_DAY = '9999-12-31';

/** The reads of an import: one query for each kind of record, whatever the number of keys. */
export function makeImportReader(database: Database): ImportReader {
  return {
    readPeopleByEmail: (emails) => readPeopleByEmail(database, emails),
    readNamesakes: (names) => readNamesakes(database, names),
    readSingleRoleEngagements: (claims) => readSingleRoleEngagements(database, claims),
    ...makeSharedReads(database),
    ...makePersonalReads(database),
  };
}

async function readSingleRoleEngagements(
  { db, capabilities }: Database,
  claims: readonly SingleRoleHolding[],
): Promise<readonly Engagement[]> {
  const wanted = claims.map(({ uai, period }) => ({ uai, from: period.from, to: period.to ?? LAST_DAY }));
  return readAll(
    db
      .selectFrom('engagement')
      .innerJoin(capabilities.objectsOf(wanted).as('claim'), (join) =>
        join
          .onRef('engagement.uai', '=', sql`claim.value ->> 'uai'`)
          .onRef('engagement.starts_on', '<=', sql`claim.value ->> 'to'`)
          .on((on) =>
            on.or([
              on('engagement.ends_on', 'is', null),
              on('engagement.ends_on', '>=', sql<LocalDate>`claim.value ->> 'from'`),
            ]),
          ),
      )
      .selectAll('engagement')
      .distinct()
      // Written as a literal: an engine uses a partial index only if it sees the condition itself.
      .where('holds_single_role', '=', sql.lit(1)),
    fromEngagementRow,
  );
}

function makeSharedReads({ db, capabilities: { listOf } }: Database) {
  return {
    readSchoolsByUai: (uais: readonly Uai[]) =>
      schoolTable.all(schoolTable.select(db).where('uai', 'in', listOf(uais))),
    readAuthorisations: (uais: readonly Uai[]) =>
      authorisationTable.all(authorisationTable.select(db).where('uai', 'in', listOf(uais))),
    readEvents: (codes: readonly string[]) =>
      eventTable.all(eventTable.select(db).where('code', 'in', listOf(codes))),
  };
}

function makePersonalReads({ db, capabilities: { listOf } }: Database) {
  return {
    readEngagements: (references: readonly string[]) =>
      readAll(
        db.selectFrom('engagement').selectAll().where('reference', 'in', listOf(references)),
        fromEngagementRow,
      ),
    readEngagementsOf: (ids: readonly PersonId[]) =>
      readAll(
        db.selectFrom('engagement').selectAll().where('person_id', 'in', listOf(ids)),
        fromEngagementRow,
      ),
    readAttendances: (ids: readonly PersonId[]) =>
      attendanceTable.all(attendanceTable.select(db).where('person_id', 'in', listOf(ids))),
    readReviews: (ids: readonly PersonId[]) =>
      reviewTable.all(reviewTable.select(db).where('person_id', 'in', listOf(ids))),
    readContributions: (references: readonly string[]) =>
      contributionTable.all(contributionTable.select(db).where('reference', 'in', listOf(references))),
  };
}

/** The reads of an export: one query for each page, found by the primary key. */
export function makeExportReader(database: Database): ExportReader {
  const { db } = database;
  return {
    readSchoolPage: (slice) => schoolTable.all(sliceBy(schoolTable.select(db), 'uai', slice)),
    readEventSlice: (slice) => eventTable.all(sliceBy(eventTable.select(db), 'code', slice)),
    readPersonSlice: async (slice) => {
      const ids = await sliceBy(db.selectFrom('person').select('id'), 'id', slice).execute();
      return readPeople(
        database,
        ids.map(({ id }) => id),
      );
    },
    readEngagementSlice: (slice) =>
      readAll(sliceBy(db.selectFrom('engagement').selectAll(), 'reference', slice), fromEngagementRow),
    readContributionSlice: (slice) =>
      contributionTable.all(sliceBy(contributionTable.select(db), 'reference', slice)),
    readAuthorisationSlice: (slice) => authorisationTable.slice(db, slice),
    readAttendanceSlice: (slice) => attendanceTable.slice(db, slice),
    readReviewSlice: (slice) => reviewTable.slice(db, slice),
  };
}
