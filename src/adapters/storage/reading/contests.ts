import { sql } from 'kysely';
import type { ContestReader } from '../../../application/store/contest-reader.ts';
import type { Confirmation } from '../../../domain/records.ts';
import type { Database } from '../database.ts';
import { fromContestRow } from '../tables/contests.ts';
import { fromEngagementRow } from '../tables/engagements.ts';

export function makeContestReader({ db }: Database): ContestReader {
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
        // A segment that was contested in the service has its contest, or was cut off a segment that has one.
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
  };
}

/** Written as a literal: an engine uses a partial index only where it sees the condition itself. */
const CONTESTED = sql.lit<Confirmation>('contested');
