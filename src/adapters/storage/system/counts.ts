import { sql } from 'kysely';
import type { CountReader } from '../../../application/store/service-readers.ts';
import type { Instant } from '../../../domain/time/calendar.ts';
import { WAITS_SINCE } from '../jobs/leases.ts';
import type { Database } from '../mapping/database.ts';
import { countRows } from '../mapping/queries.ts';

export function makeCountReader({ db }: Database): CountReader {
  return {
    countRows: async () => ({
      people: await countRows(db.selectFrom('person')),
      engagements: await countRows(db.selectFrom('engagement')),
      establishments: await countRows(db.selectFrom('establishment')),
      credentials: await countRows(db.selectFrom('credential')),
    }),
    countRevoked: () => countRows(db.selectFrom('credential').where('revoked_at', 'is not', null)),
    readOldestTask: async (now) => {
      const oldest = db
        .selectFrom('outbox')
        .where('done_at', 'is', null)
        .where(WAITS_SINCE, '<=', now)
        .select(sql<Instant | null>`min(${WAITS_SINCE})`.as('oldest'));
      return (await oldest.executeTakeFirst())?.oldest ?? undefined;
    },
    // Without a condition, engines count in an index, and read no document.
    countIssued: () => countRows(db.selectFrom('credential')),
    countRecipients: async () => {
      const known = db
        .selectFrom('person_profile')
        .select('person_id')
        .where('profile', '=', 'rupn')
        .union(db.selectFrom('engagement').select('person_id'));
      const people = db.selectFrom(known.as('known')).select((eb) => eb.fn.countAll().as('count'));
      const schools = db.selectFrom('engagement').select((eb) => eb.fn.count('uai').distinct().as('count'));
      return (
        Number((await people.executeTakeFirstOrThrow()).count) +
        Number((await schools.executeTakeFirstOrThrow()).count)
      );
    },
  };
}
