import { sql } from 'kysely';
import type { SchoolReader } from '../../../application/store/people-readers.ts';
import type { Confirmation } from '../../../domain/records.ts';
import type { Database } from '../database.ts';
import { fromContestRow } from '../tables/contests.ts';
import { fromEngagementRow } from '../tables/engagements.ts';
import { fromMeansRow } from '../tables/means.ts';
import { fromPaperRow } from '../tables/papers.ts';
import { fromPlannedReviewRow, fromReviewNotesRow } from '../tables/reviews.ts';

/** What the principal's space and contests rest on. */
export function makeSchoolReader(database: Database): SchoolReader {
  return { ...makeSpaceReads(database), ...makeContestReads(database) };
}

function makeSpaceReads({ db, capabilities }: Database) {
  return {
    readRequestsSince: async (references) => {
      const list = capabilities.listOf(references);
      const noted = db.selectFrom('engagement_request').select(['reference', 'since']);
      const asked = db
        .selectFrom('confirmation_request')
        .select(['engagement_reference as reference', 'requested_at as since']);
      const rows = await db
        .selectFrom(noted.unionAll(asked).as('known'))
        .select((eb) => ['reference', eb.fn.min('since').as('since')])
        .where('reference', 'in', list)
        .groupBy('reference')
        .execute();
      return rows.map(({ reference, since }) => ({ reference, since }));
    },
    readPlannedReviews: async (uai, schoolYear) => {
      const planned = db.selectFrom('planned_review').selectAll().where('uai', '=', uai);
      const rows = await planned.where('school_year', '=', schoolYear).orderBy('planned_on').execute();
      return rows.map(fromPlannedReviewRow);
    },
    readWrittenReviews: async (uai) => {
      const notes = db.selectFrom('review_notes').selectAll().where('uai', '=', uai);
      return (await notes.orderBy('held_on', 'desc').execute()).map(fromReviewNotesRow);
    },
    readMeans: async (uai) => {
      const means = db.selectFrom('means').selectAll().where('uai', '=', uai);
      return (await means.orderBy('since', 'desc').orderBy('person_id').execute()).map(fromMeansRow);
    },
    readPaper: async (id) => {
      const row = await db.selectFrom('paper').selectAll().where('id', '=', id).executeTakeFirst();
      return row && fromPaperRow(row);
    },
    readPapers: async (uai, limit) => {
      const papers = db.selectFrom('paper').selectAll().where('uai', '=', uai);
      const rows = await papers.orderBy('made_at', 'desc').orderBy('id').limit(limit).execute();
      return rows.map(fromPaperRow);
    },
    readPapersAbout: async (personId, limit) => {
      const papers = db.selectFrom('paper').selectAll().where('person_id', '=', personId);
      const rows = await papers.orderBy('made_at', 'desc').orderBy('id').limit(limit).execute();
      return rows.map(fromPaperRow);
    },
  } satisfies Partial<SchoolReader>;
}

function makeContestReads({ db }: Database) {
  const contests = () => db.selectFrom('contest').selectAll('contest');
  return {
    readContest: async (id) => {
      const row = await contests().where('id', '=', id).executeTakeFirst();
      return row && fromContestRow(row);
    },
    readContestsOfEstablishment: async (uai) => {
      const rows = await contests().where('uai', '=', uai).orderBy('opened_at', 'desc').execute();
      return rows.map(fromContestRow);
    },
    readContestsOfPerson: async (personId) => {
      const rows = await contests().where('person_id', '=', personId).orderBy('opened_at', 'desc').execute();
      return rows.map(fromContestRow);
    },
    readContests: async ({ after, limit }, open) => {
      const rows = await contests()
        .$if(open, (query) => query.where('decided_at', 'is', null).where('withdrawn_at', 'is', null))
        .$if(!open, (query) =>
          query.where((eb) => eb.or([eb('decided_at', 'is not', null), eb('withdrawn_at', 'is not', null)])),
        )
        .$if(after !== undefined, (query) => query.where('id', '>', after as string))
        .orderBy('id')
        .limit(limit)
        .execute();
      return rows.map(fromContestRow);
    },
    readUnopenedContests: async (limit) => {
      const known = db.selectFrom('contest').select('engagement_reference').where('withdrawn_at', 'is', null);
      const rows = await db
        .selectFrom('engagement')
        .selectAll()
        .where('confirmation', '=', CONTESTED)
        // What was decided in the service has its contest, or was cut off a segment that has one.
        .where('decided_by', 'is', null)
        .where('reference', 'not in', known)
        .orderBy('reference')
        .limit(limit)
        .execute();
      return rows.map(fromEngagementRow);
    },
    readObsoleteContests: async (limit) => {
      const rows = await contests()
        .innerJoin('engagement', 'engagement.reference', 'contest.engagement_reference')
        .select('contest.id')
        .where('decided_at', 'is', null)
        .where('withdrawn_at', 'is', null)
        .where('confirmation', '<>', CONTESTED)
        .orderBy('contest.id')
        .limit(limit)
        .execute();
      return rows.map(({ id }) => id);
    },
  } satisfies Partial<SchoolReader>;
}

/** A literal: an engine takes a partial index only where it sees the condition itself. */
const CONTESTED = sql.lit<Confirmation>('contested');
