import type { CountReader } from '../../application/store/service-readers.ts';
import type { Database } from './database.ts';
import { countRows } from './queries.ts';

export function makeCountReader({ db }: Database): CountReader {
  return {
    countRows: async () => ({
      people: await countRows(db.selectFrom('person')),
      engagements: await countRows(db.selectFrom('engagement')),
      establishments: await countRows(db.selectFrom('establishment')),
      credentials: await countRows(db.selectFrom('credential')),
    }),
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
