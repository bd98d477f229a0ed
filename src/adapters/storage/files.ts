import { sql } from 'kysely';
import type { ExportReader, ImportReader, SingleRoleClaim } from '../../application/store/file-readers.ts';
import type { PersonId } from '../../domain/ids.ts';
import type { Engagement } from '../../domain/records.ts';
import type { LocalDate } from '../../domain/time/time.ts';
import type { Uai } from '../../domain/uai.ts';
import { authorisationTable } from './authorisations.ts';
import { contributionTable } from './contributions.ts';
import type { Database } from './database.ts';
import { fromEngagementRow } from './engagement-rows.ts';
import { establishmentTable } from './establishments.ts';
import { attendanceTable, eventTable } from './events.ts';
import { readPeople, readPeopleByEmail } from './people.ts';
import { readAll } from './queries.ts';
import { reviewTable } from './reviews.ts';

/** The end of an open period, as a text that can be compared. */
const LAST_DAY = '9999-12-31';

/** The reads of an import: one query for each kind of record, whatever the number of keys. */
export function makeImportReader(database: Database): ImportReader {
  return {
    readPeopleByEmail: (emails) => readPeopleByEmail(database, emails),
    readSingleRoleSegments: (claims) => readSingleRoleSegments(database, claims),
    ...makeSharedReads(database),
    ...makePersonalReads(database),
  };
}

async function readSingleRoleSegments(
  { db, capabilities }: Database,
  claims: readonly SingleRoleClaim[],
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
      // Written as a literal: an engine uses a partial index only where it sees the condition itself.
      .where('holds_single_role', '=', sql.lit(1)),
    fromEngagementRow,
  );
}

/** Reads schools, the local authorities' authorisations there, and events. */
function makeSharedReads({ db, capabilities: { listOf } }: Database) {
  return {
    readEstablishments: (uais: readonly Uai[]) =>
      establishmentTable.all(db.selectFrom('establishment').selectAll().where('uai', 'in', listOf(uais))),
    readAuthorisations: (uais: readonly Uai[]) =>
      authorisationTable.all(db.selectFrom('authorisation').selectAll().where('uai', 'in', listOf(uais))),
    readEvents: (codes: readonly string[]) =>
      eventTable.all(db.selectFrom('event').selectAll().where('code', 'in', listOf(codes))),
  };
}

/** Reads the records of people. */
function makePersonalReads({ db, capabilities: { listOf } }: Database) {
  return {
    readEngagements: (references: readonly string[]) => {
      const list = listOf(references);
      return readAll(
        db.selectFrom('engagement').selectAll().where('reference', 'in', list),
        fromEngagementRow,
      );
    },
    readAttendances: (ids: readonly PersonId[]) =>
      attendanceTable.all(db.selectFrom('attendance').selectAll().where('person_id', 'in', listOf(ids))),
    readReviews: (ids: readonly PersonId[]) => {
      const list = listOf(ids);
      return reviewTable.all(db.selectFrom('progress_review').selectAll().where('person_id', 'in', list));
    },
    readContributions: (references: readonly string[]) => {
      const list = listOf(references);
      return contributionTable.all(db.selectFrom('contribution').selectAll().where('reference', 'in', list));
    },
  };
}

/** The reads of an export: one query for each page, found by the primary key. */
export function makeExportReader(database: Database): ExportReader {
  return {
    ...makeSimpleKeyReads(database),
    ...makeComposedKeyReads(database),
    readPersonSlice: async ({ after, limit }) => {
      const page = database.db.selectFrom('person').select('id').orderBy('id').limit(limit);
      const rows = await (after === undefined ? page : page.where('id', '>', after)).execute();
      return readPeople(
        database,
        rows.map(({ id }) => id),
      );
    },
  };
}

/** Reads records whose key is one column. */
function makeSimpleKeyReads({ db }: Database) {
  return {
    readEstablishmentSlice: ({ after, limit }) => {
      const page = db.selectFrom('establishment').selectAll().orderBy('uai').limit(limit);
      return establishmentTable.all(after === undefined ? page : page.where('uai', '>', after));
    },
    readEventSlice: ({ after, limit }) => {
      const page = db.selectFrom('event').selectAll().orderBy('code').limit(limit);
      return eventTable.all(after === undefined ? page : page.where('code', '>', after));
    },
    readEngagementSlice: ({ after, limit }) => {
      const page = db.selectFrom('engagement').selectAll().orderBy('reference').limit(limit);
      return readAll(after === undefined ? page : page.where('reference', '>', after), fromEngagementRow);
    },
    readContributionSlice: ({ after, limit }) => {
      const page = db.selectFrom('contribution').selectAll().orderBy('reference').limit(limit);
      return contributionTable.all(after === undefined ? page : page.where('reference', '>', after));
    },
  } satisfies Partial<ExportReader>;
}

/** Reads records whose key is several columns, compared as a tuple. */
function makeComposedKeyReads({ db }: Database) {
  return {
    readAuthorisationSlice: ({ after, limit }) => {
      const key = ['uai', 'mission', 'local_authority', 'starts_on'] as const;
      const page = db
        .selectFrom('authorisation')
        .selectAll()
        .orderBy('uai')
        .orderBy('mission')
        .orderBy('local_authority')
        .orderBy('starts_on')
        .limit(limit);
      return authorisationTable.all(
        after === undefined
          ? page
          : page.where(({ eb, refTuple, tuple }) =>
              eb(
                refTuple(...key),
                '>',
                tuple(after.uai, after.mission, after.localAuthority, after.period.from),
              ),
            ),
      );
    },
    readAttendanceSlice: ({ after, limit }) => {
      const key = ['person_id', 'event_code'] as const;
      const page = db
        .selectFrom('attendance')
        .selectAll()
        .orderBy('person_id')
        .orderBy('event_code')
        .limit(limit);
      return attendanceTable.all(
        after === undefined
          ? page
          : page.where(({ eb, refTuple, tuple }) =>
              eb(refTuple(...key), '>', tuple(after.personId, after.eventCode)),
            ),
      );
    },
    readReviewSlice: ({ after, limit }) => {
      const key = ['person_id', 'uai', 'held_on', 'kind'] as const;
      const page = db
        .selectFrom('progress_review')
        .selectAll()
        .orderBy('person_id')
        .orderBy('uai')
        .orderBy('held_on')
        .orderBy('kind')
        .limit(limit);
      return reviewTable.all(
        after === undefined
          ? page
          : page.where(({ eb, refTuple, tuple }) =>
              eb(refTuple(...key), '>', tuple(after.personId, after.uai, after.on, after.kind)),
            ),
      );
    },
  } satisfies Partial<ExportReader>;
}
