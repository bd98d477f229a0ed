import { sql } from 'kysely';
import type { ExportReader, ImportReader, SingleRoleClaim } from '../../application/store/file-readers.ts';
import type { PersonId } from '../../domain/ids.ts';
import type { Engagement } from '../../domain/records.ts';
import type { LocalDate } from '../../domain/time/time.ts';
import type { Uai } from '../../domain/uai.ts';
import { fromAuthorisationRow } from './authorisations.ts';
import { fromContributionRow } from './contributions.ts';
import type { Database } from './database.ts';
import { fromEngagementRow } from './engagement-rows.ts';
import { fromEstablishmentRow } from './establishments.ts';
import { fromAttendanceRow, fromEventRow } from './events.ts';
import { readPeople, readPeopleByEmail } from './people.ts';
import { fromReviewRow } from './reviews.ts';

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
  const rows = await db
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
    .where('holds_single_role', '=', sql.lit(1))
    .execute();
  return rows.map(fromEngagementRow);
}

/** Reads schools, the local authorities' authorisations there, and events. */
function makeSharedReads({ db, capabilities: { listOf } }: Database) {
  return {
    readEstablishments: async (uais: readonly Uai[]) => {
      const rows = await db
        .selectFrom('establishment')
        .selectAll()
        .where('uai', 'in', listOf(uais))
        .execute();
      return rows.map(fromEstablishmentRow);
    },
    readAuthorisations: async (uais: readonly Uai[]) => {
      const rows = await db
        .selectFrom('authorisation')
        .selectAll()
        .where('uai', 'in', listOf(uais))
        .execute();
      return rows.map(fromAuthorisationRow);
    },
    readEvents: async (codes: readonly string[]) => {
      const rows = await db.selectFrom('event').selectAll().where('code', 'in', listOf(codes)).execute();
      return rows.map(fromEventRow);
    },
  };
}

/** Reads the records of people. */
function makePersonalReads({ db, capabilities: { listOf } }: Database) {
  return {
    readEngagements: async (references: readonly string[]) => {
      const list = listOf(references);
      const rows = await db.selectFrom('engagement').selectAll().where('reference', 'in', list).execute();
      return rows.map(fromEngagementRow);
    },
    readAttendances: async (ids: readonly PersonId[]) => {
      const rows = await db
        .selectFrom('attendance')
        .selectAll()
        .where('person_id', 'in', listOf(ids))
        .execute();
      return rows.map(fromAttendanceRow);
    },
    readReviews: async (ids: readonly PersonId[]) => {
      const list = listOf(ids);
      const rows = await db
        .selectFrom('progress_review')
        .selectAll()
        .where('person_id', 'in', list)
        .execute();
      return rows.map(fromReviewRow);
    },
    readContributions: async (references: readonly string[]) => {
      const list = listOf(references);
      const rows = await db.selectFrom('contribution').selectAll().where('reference', 'in', list).execute();
      return rows.map(fromContributionRow);
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
    readEstablishmentSlice: async ({ after, limit }) => {
      const page = db.selectFrom('establishment').selectAll().orderBy('uai').limit(limit);
      const rows = await (after === undefined ? page : page.where('uai', '>', after)).execute();
      return rows.map(fromEstablishmentRow);
    },
    readEventSlice: async ({ after, limit }) => {
      const page = db.selectFrom('event').selectAll().orderBy('code').limit(limit);
      const rows = await (after === undefined ? page : page.where('code', '>', after)).execute();
      return rows.map(fromEventRow);
    },
    readEngagementSlice: async ({ after, limit }) => {
      const page = db.selectFrom('engagement').selectAll().orderBy('reference').limit(limit);
      const rows = await (after === undefined ? page : page.where('reference', '>', after)).execute();
      return rows.map(fromEngagementRow);
    },
    readContributionSlice: async ({ after, limit }) => {
      const page = db.selectFrom('contribution').selectAll().orderBy('reference').limit(limit);
      const rows = await (after === undefined ? page : page.where('reference', '>', after)).execute();
      return rows.map(fromContributionRow);
    },
  } satisfies Partial<ExportReader>;
}

/** Reads records whose key is several columns, compared as a tuple. */
function makeComposedKeyReads({ db }: Database) {
  return {
    readAuthorisationSlice: async ({ after, limit }) => {
      const key = ['uai', 'mission', 'local_authority', 'starts_on'] as const;
      const page = db
        .selectFrom('authorisation')
        .selectAll()
        .orderBy('uai')
        .orderBy('mission')
        .orderBy('local_authority')
        .orderBy('starts_on')
        .limit(limit);
      const rows = await (after === undefined
        ? page
        : page.where(({ eb, refTuple, tuple }) =>
            eb(
              refTuple(...key),
              '>',
              tuple(after.uai, after.mission, after.localAuthority, after.period.from),
            ),
          )
      ).execute();
      return rows.map(fromAuthorisationRow);
    },
    readAttendanceSlice: async ({ after, limit }) => {
      const key = ['person_id', 'event_code'] as const;
      const page = db
        .selectFrom('attendance')
        .selectAll()
        .orderBy('person_id')
        .orderBy('event_code')
        .limit(limit);
      const rows = await (after === undefined
        ? page
        : page.where(({ eb, refTuple, tuple }) =>
            eb(refTuple(...key), '>', tuple(after.personId, after.eventCode)),
          )
      ).execute();
      return rows.map(fromAttendanceRow);
    },
    readReviewSlice: async ({ after, limit }) => {
      const key = ['person_id', 'uai', 'held_on', 'kind'] as const;
      const page = db
        .selectFrom('progress_review')
        .selectAll()
        .orderBy('person_id')
        .orderBy('uai')
        .orderBy('held_on')
        .orderBy('kind')
        .limit(limit);
      const rows = await (after === undefined
        ? page
        : page.where(({ eb, refTuple, tuple }) =>
            eb(refTuple(...key), '>', tuple(after.personId, after.uai, after.on, after.kind)),
          )
      ).execute();
      return rows.map(fromReviewRow);
    },
  } satisfies Partial<ExportReader>;
}
