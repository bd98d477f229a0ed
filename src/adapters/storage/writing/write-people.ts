import type { CompiledQuery } from 'kysely';
import type { Person } from '../../../domain/records.ts';
import type { Database } from '../database.ts';
import { toPersonRow } from '../tables/rows.ts';
import { excluded } from './excluded.ts';

/** People all different, in a handful of statements: a second save of the same person replaces all of the first. */
export function savePeople(
  { db, capabilities }: Database,
  people: readonly Person[],
): readonly CompiledQuery[] {
  const rows = people.map(toPersonRow);
  const emails = people.flatMap(({ id, emails }) =>
    emails.map((address, position) => ({ address, person_id: id, position })),
  );
  const profiles = people.flatMap(({ id, profiles }) =>
    profiles.map((profile) => ({ person_id: id, profile })),
  );
  const ids = capabilities.listOf(people.map(({ id }) => id));
  return [
    ...rows.map(({ id, ...rest }) =>
      db
        .insertInto('person')
        .values({ id, ...rest })
        .onConflict((on) => on.column('id').doUpdateSet(excluded(rest)))
        .compile(),
    ),
    db.deleteFrom('person_email').where('person_id', 'in', ids).compile(),
    ...emails.map((row) => db.insertInto('person_email').values(row).compile()),
    db.deleteFrom('person_profile').where('person_id', 'in', ids).compile(),
    ...profiles.map((row) => db.insertInto('person_profile').values(row).compile()),
  ];
}
