import type { PeopleSearch, RegisterReader } from '../../../application/store/people-readers.ts';
import type { Person } from '../../../domain/records.ts';
import type { Database } from '../database.ts';
import { isPersonNamed } from './named.ts';
import { readPeople } from './read-people.ts';

/** The register as the DANE leafs through it. */
export function makeRegisterReader(database: Database): RegisterReader {
  const { db } = database;
  return {
    searchPeople: (search) => searchPeople(database, search),
    readAuditOf: async (subject, limit) => {
      const of = database.capabilities.listOf(typeof subject === 'string' ? [subject] : subject);
      const lines = db.selectFrom('audit').selectAll().where('subject', 'in', of);
      const rows = await lines.orderBy('at', 'desc').limit(limit).execute();
      return rows.map(({ at, actor, action, subject: about, details }) => ({
        at,
        actor,
        action,
        subject: about,
        ...(details !== null && { details: JSON.parse(details) as Record<string, string> }),
      }));
    },
  };
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
