import { sql } from 'kysely';
import type { ImportReader, SingleRoleClaim } from '../../../application/store/import-reader.ts';
import type { PersonId } from '../../../domain/ids.ts';
import type { Engagement } from '../../../domain/records.ts';
import type { LocalDate } from '../../../domain/time/time.ts';
import type { Uai } from '../../../domain/uai.ts';
import type { Database } from '../database.ts';
import { fromAuthorisationRow } from '../tables/authorisations.ts';
import { fromContributionRow } from '../tables/contributions.ts';
import { fromEngagementRow } from '../tables/engagements.ts';
import { fromEstablishmentRow } from '../tables/establishments.ts';
import { fromAttendanceRow, fromEventRow } from '../tables/events.ts';
import { fromReviewRow } from '../tables/reviews.ts';
import { readPeopleByEmail } from './people.ts';

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
