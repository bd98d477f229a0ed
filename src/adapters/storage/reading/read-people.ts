import type { PersonId } from '../../../domain/ids.ts';
import type { Person } from '../../../domain/records.ts';
import { type Database, groupBy } from '../database.ts';
import { fromPersonRow } from '../tables/people.ts';

/** People by id, in the order of ids; unknown ids are left out. */
export async function readPeople(
  { db, capabilities }: Database,
  ids: readonly PersonId[],
): Promise<readonly Person[]> {
  if (ids.length === 0) return [];
  const list = capabilities.listOf(ids);
  const [rows, emails, profiles] = await Promise.all([
    db.selectFrom('person').selectAll().where('id', 'in', list).orderBy('id').execute(),
    db.selectFrom('person_email').selectAll().where('person_id', 'in', list).orderBy('position').execute(),
    db.selectFrom('person_profile').selectAll().where('person_id', 'in', list).execute(),
  ]);
  const emailsOf = groupBy(emails, (row) => row.person_id);
  const profilesOf = groupBy(profiles, (row) => row.person_id);
  return rows.map((row) =>
    fromPersonRow(
      row,
      (emailsOf.get(row.id) ?? []).map(({ address }) => address),
      (profilesOf.get(row.id) ?? []).map(({ profile }) => profile),
    ),
  );
}

/** People who have one of these addresses, now or earlier. */
export async function readPeopleByEmail(
  database: Database,
  emails: readonly string[],
): Promise<readonly Person[]> {
  if (emails.length === 0) return [];
  const rows = await database.db
    .selectFrom('person_email')
    .select('person_id')
    .distinct()
    .where('address', 'in', database.capabilities.listOf(emails))
    .execute();
  return readPeople(
    database,
    rows.map((row) => row.person_id),
  );
}
