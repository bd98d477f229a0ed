import type { ExportReader } from '../../../application/store/export-reader.ts';
import type { Database } from '../database.ts';
import { fromAuthorisationRow } from '../tables/authorisations.ts';
import { fromContributionRow } from '../tables/contributions.ts';
import { fromEngagementRow } from '../tables/engagements.ts';
import { fromEstablishmentRow } from '../tables/establishments.ts';
import { fromAttendanceRow, fromEventRow } from '../tables/events.ts';
import { fromReviewRow } from '../tables/reviews.ts';
import { readPeople } from './people.ts';

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
