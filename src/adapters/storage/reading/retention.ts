import { sql } from 'kysely';
import type { RetentionReader } from '../../../application/store/retention-reader.ts';
import type { PersonId } from '../../../domain/ids.ts';
import type { LocalDate } from '../../../domain/time/time.ts';
import type { Database } from '../database.ts';

/** The person of the outer query. */
const PERSON = sql.ref<PersonId>('person.id');

export function makeRetentionReader(database: Database): RetentionReader {
  return {
    readPeopleWithOldFacts: async (before, limit) => {
      const people = withOldFacts(database, before).select('person.id').orderBy('person.id').limit(limit);
      return (await people.execute()).map(({ id }) => id);
    },
    countPeopleWithOldFacts: async (before) => {
      const people = withOldFacts(database, before).select((eb) => eb.fn.countAll().as('count'));
      return Number((await people.executeTakeFirstOrThrow()).count);
    },
  };
}

function withOldFacts({ db }: Database, before: LocalDate) {
  const engagements = db.selectFrom('engagement').select('reference').where('person_id', '=', PERSON);
  const attended = db
    .selectFrom('attendance')
    .innerJoin('event', 'event.code', 'attendance.event_code')
    .select('event.code')
    .where('attendance.person_id', '=', PERSON);
  const reviews = db.selectFrom('progress_review').select('uai').where('person_id', '=', PERSON);
  const contributions = db.selectFrom('contribution').select('reference').where('person_id', '=', PERSON);
  return (
    db
      .selectFrom('person')
      // Nearly everybody has a recent engagement, so this condition comes first and usually decides alone.
      .where((eb) =>
        eb.and([
          eb.not(
            eb.exists(
              engagements.where((one) => one.or([one('ends_on', 'is', null), one('ends_on', '>=', before)])),
            ),
          ),
          eb.not(eb.exists(attended.where('event.starts_on', '>=', before))),
          eb.not(eb.exists(reviews.where('held_on', '>=', before))),
          eb.not(eb.exists(contributions.where('dated_on', '>=', before))),
        ]),
      )
      .where((eb) =>
        eb.or([eb.exists(engagements), eb.exists(attended), eb.exists(reviews), eb.exists(contributions)]),
      )
  );
}
