import type { PersonName } from '../../../application/store/file-readers.ts';
import type { PeopleSearch, PersonReader } from '../../../application/store/people-readers.ts';
import type { PersonId } from '../../../domain/ids.ts';
import { type Person, type PersonChange, PROFILES } from '../../../domain/records.ts';
import type { Slice } from '../../../domain/tables/keyset-page.ts';
import type { Uai } from '../../../domain/uai.ts';
import { beside, type Queries, type Writers, withPrecondition } from '../commit/change-writer.ts';
import { precondition } from '../commit/precondition.ts';
import { type Database, groupBy } from '../mapping/database.ts';
import { insertEach } from '../mapping/insert.ts';
import { isNamedAfter } from '../mapping/keyset-by-name.ts';
import { readColumn, sliceBy } from '../mapping/queries.ts';
import { recordTable } from '../mapping/record-table.ts';
import { foldText, isPersonNamed } from '../mapping/text-search.ts';
import { erasePerson } from './erase-person.ts';
import { exportPerson } from './export-person.ts';
import { findMentions } from './find-mentions.ts';
import { mergePeople } from './merge.ts';
import { readPersonRecords } from './person-records.ts';

export const personTable = recordTable<Omit<Person, 'emails' | 'profiles'>>()('person', ['id'], {
  columns: ['id', 'givenName', 'familyName', 'headOf'],
  derived: (person) => ({ folded_name: foldedName(person) }),
});

export function makePersonReader(database: Database): PersonReader {
  return {
    readPeople: (ids) => readPeople(database, ids),
    readCurrentAddresses: (ids) => readCurrentAddresses(database, ids),
    searchPeople: (search) => searchPeople(database, search),
    readLatestSchools: (ids) => readLatestSchools(database, ids),
    readRupnIds: (slice) => readRupnIds(database, slice),
    readPersonRecords: (ids) => readPersonRecords(database, ids),
    exportPerson: (id) => exportPerson(database, id),
    findMentions: (names, limit) => findMentions(database, names, limit),
  };
}

/** Each half reads its own index and stops at the limit. A union without limits would read everyone for every
 *  page. */
async function readRupnIds({ db }: Database, slice: Slice<PersonId>): Promise<readonly PersonId[]> {
  const profiles = db.selectFrom('person_profile').select('person_id').where('profile', '=', 'rupn');
  const listed = sliceBy(profiles, 'person_id', slice);
  const engaged = sliceBy(db.selectFrom('engagement').select('person_id').distinct(), 'person_id', slice);
  return readColumn(
    db
      .selectFrom(listed.as('listed'))
      .select('person_id')
      .union(db.selectFrom(engaged.as('engaged')).select('person_id'))
      .orderBy('person_id')
      .limit(slice.limit),
    'person_id',
  );
}

async function searchPeople(
  database: Database,
  { text, profile, uai, after, limit }: PeopleSearch,
): Promise<readonly Person[]> {
  const { db } = database;
  const rows = await db
    .selectFrom('person')
    .select('id')
    .$call((query) => (after === undefined ? query : query.where(isNamedAfter(after))))
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
    .orderBy('folded_name')
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

async function readLatestSchools(
  { db, capabilities }: Database,
  ids: readonly PersonId[],
): Promise<ReadonlyMap<PersonId, Uai>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('engagement')
    .select(['person_id', 'uai'])
    .where('person_id', 'in', capabilities.listOf([...new Set(ids)]))
    .orderBy('starts_on')
    .orderBy('reference')
    .execute();
  return new Map(rows.map((row) => [row.person_id, row.uai]));
}

/** People by id, in the order of ids; unknown ids are left out. */
export async function readPeople(
  { db, capabilities }: Database,
  ids: readonly PersonId[],
): Promise<readonly Person[]> {
  if (ids.length === 0) return [];
  const list = capabilities.listOf(ids);
  const [people, emails, profiles] = await Promise.all([
    personTable.all(personTable.select(db).where('id', 'in', list).orderBy('id')),
    db.selectFrom('person_email').selectAll().where('person_id', 'in', list).orderBy('position').execute(),
    db.selectFrom('person_profile').selectAll().where('person_id', 'in', list).execute(),
  ]);
  const emailsOf = groupBy(emails, (row) => row.person_id);
  const profilesOf = groupBy(profiles, (row) => row.person_id);
  return people.map((person) => {
    const own = (profilesOf.get(person.id) ?? []).map(({ profile }) => profile);
    const { headOf, ...named } = person;
    return {
      ...named,
      emails: (emailsOf.get(person.id) ?? []).map(({ address }) => address),
      profiles: PROFILES.filter((profile) => own.includes(profile)),
      ...(headOf !== undefined && { headOf }),
    };
  });
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

/** The most namesakes that one question gives: a file may have thousands of lines with one name. */
const MOST_NAMESAKES = 200;

/** People with one of these names. */
export async function readNamesakes(
  database: Database,
  names: readonly PersonName[],
): Promise<readonly Person[]> {
  if (names.length === 0) return [];
  const { db, capabilities } = database;
  const folded = capabilities.listOf([...new Set(names.map(foldedName))]);
  const query = db.selectFrom('person').select('id').where('folded_name', 'in', folded);
  return readPeople(database, await readColumn(query.orderBy('id').limit(MOST_NAMESAKES), 'id'));
}

/** The form in which names are compared. */
export function foldedName({ familyName, givenName }: PersonName): string {
  return foldText(`${familyName} ${givenName}`);
}

export const people = {
  'person-saved': beside(['records-as-read'], {
    writeRun: (database, run) =>
      savePeople(
        database,
        run.map(({ person }) => person),
      ),
    keyOf: ({ person }) => person.id,
  }),
  'dane-agent-leaves': withPrecondition(['dane-agent-left'], (database, { personId }) =>
    requireOneAgent(database, personId),
  ),
  'people-merged': beside(['records-as-read'], mergePeople),
  'person-erased': withPrecondition(['choice-as-read'], erasePerson),
} satisfies Writers<PersonChange>;

/** Saves people with different ids, in a few statements. A second save of the same person replaces the first
 *  entirely. */
function savePeople({ db, capabilities }: Database, people: readonly Person[]): Queries {
  const emails = people.flatMap(({ id, emails }) =>
    emails.map((address, position) => ({ address, person_id: id, position })),
  );
  const profiles = people.flatMap(({ id, profiles }) =>
    profiles.map((profile) => ({ person_id: id, profile })),
  );
  const ids = capabilities.listOf(people.map(({ id }) => id));
  return [
    ...personTable.saveAll(db, people),
    db.deleteFrom('person_email').where('person_id', 'in', ids).compile(),
    ...insertEach(emails, (row) => db.insertInto('person_email').values(row)),
    db.deleteFrom('person_profile').where('person_id', 'in', ids).compile(),
    ...insertEach(profiles, (row) => db.insertInto('person_profile').values(row)),
  ];
}

/** Two agents may remove the profile from each other at once. So each commit first writes the rows of all
 *  agents: the second commit waits for the first, and then its precondition fails. */
function requireOneAgent(database: Database, leaving: PersonId): Queries {
  const { db } = database;
  const agents = db.updateTable('person_profile').set({ profile: 'dane' }).where('profile', '=', 'dane');
  const others = db
    .selectFrom('person_profile')
    .select('person_id')
    .where('profile', '=', 'dane')
    .where('person_id', '<>', leaving);
  return [agents.compile(), precondition(database, 'dane-agent-left', others)];
}
