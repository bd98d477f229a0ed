import type { PeopleSearch, PersonReader } from '../../../application/store/person-reader.ts';
import type { Slice } from '../../../application/store/slice.ts';
import type { PersonId } from '../../../domain/ids.ts';
import type { Person } from '../../../domain/records.ts';
import type { Database } from '../database.ts';
import { groupBy } from '../database.ts';
import { fromPersonRow } from '../tables/people.ts';
import { exportPerson } from './export-person.ts';
import { isPersonNamed } from './named.ts';
import { readPersonRecords } from './records.ts';

export function makePersonReader(database: Database): PersonReader {
  return {
    readPeople: (ids) => readPeople(database, ids),
    readCurrentAddresses: (ids) => readCurrentAddresses(database, ids),
    searchPeople: (search) => searchPeople(database, search),
    readRupnIds: (slice) => readRupnIds(database, slice),
    readPersonRecords: (ids) => readPersonRecords(database, ids),
    exportPerson: (id) => exportPerson(database, id),
  };
}

/** Each half reads its own index and stops at the limit. A union without limits would read everyone for every
 *  page. */
async function readRupnIds(
  { db }: Database,
  { after, limit }: Slice<PersonId>,
): Promise<readonly PersonId[]> {
  const listed = db
    .selectFrom('person_profile')
    .select('person_id')
    .where('profile', '=', 'rupn')
    .$if(after !== undefined, (query) => query.where('person_id', '>', after as PersonId))
    .orderBy('person_id')
    .limit(limit);
  const engaged = db
    .selectFrom('engagement')
    .select('person_id')
    .distinct()
    .$if(after !== undefined, (query) => query.where('person_id', '>', after as PersonId))
    .orderBy('person_id')
    .limit(limit);
  const rows = await db
    .selectFrom(listed.as('listed'))
    .select('person_id')
    .union(db.selectFrom(engaged.as('engaged')).select('person_id'))
    .orderBy('person_id')
    .limit(limit)
    .execute();
  return rows.map((row) => row.person_id);
}

async function searchPeople(
  database: Database,
  { text, profile, uai, after, limit }: PeopleSearch,
): Promise<readonly Person[]> {
  const { db } = database;
  const rows = await db
    .selectFrom('person')
    .select(['id', 'family_name'])
    .$call((query) => {
      if (!after) return query;
      const { familyName, id } = after;
      return query.where((eb) =>
        eb.or([
          eb('family_name', '>', familyName),
          eb.and([eb('family_name', '=', familyName), eb('id', '>', id)]),
        ]),
      );
    })
    .$call((query) => (text === undefined ? query : query.where(isPersonNamed(database, text))))
    .$call((query) => {
      if (!profile) return query;
      const holders = db.selectFrom('person_profile').select('person_id').where('profile', '=', profile);
      return query.where('id', 'in', holders);
    })
    .$call((query) => {
      if (!uai) return query;
      const engaged = db.selectFrom('engagement').select('person_id').where('uai', '=', uai);
      return query.where((eb) => eb.or([eb('head_of_uai', '=', uai), eb('id', 'in', engaged)]));
    })
    .orderBy('family_name')
    .orderBy('id')
    .limit(limit)
    .execute();
  const people = await readPeople(
    database,
    rows.map(({ id }) => id),
  );
  const byId = new Map(people.map((person) => [person.id, person]));
  return rows.flatMap(({ id }) => byId.get(id) ?? []);
}

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

async function readCurrentAddresses(
  { db, capabilities }: Database,
  ids: readonly PersonId[],
): Promise<ReadonlyMap<PersonId, string>> {
  const rows = await db
    .selectFrom('person_email')
    .select(['person_id', 'address'])
    .where('person_id', 'in', capabilities.listOf(ids))
    .where('position', '=', 0)
    .execute();
  return new Map(rows.map((row) => [row.person_id, row.address]));
}

/** People who have, or had, one of these addresses. */
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
