import { type SqlBool, sql } from 'kysely';
import type { PeopleSearch, RegisterReader } from '../../../application/store/people-readers.ts';
import type { PersonId } from '../../../domain/ids.ts';
import type { Person } from '../../../domain/records.ts';
import type { Uai } from '../../../domain/uai.ts';
import type { Database } from '../database.ts';
import { readPeople } from './read-people.ts';

/** The register as the DANE leafs through it. */
export function makeRegisterReader(database: Database): RegisterReader {
  const { db } = database;
  return {
    searchPeople: (search) => searchPeople(database, search),
    readAuditOf: async (subject, limit) => {
      const lines = db.selectFrom('audit').selectAll().where('subject', '=', subject);
      const rows = await lines.orderBy('at', 'desc').limit(limit).execute();
      return rows.map(({ at, actor, action, details }) => ({
        at,
        actor,
        action,
        subject,
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
    .$if(after !== undefined, (query) =>
      query.where((eb) =>
        eb.or([
          eb('family_name', '>', after?.familyName ?? ''),
          eb.and([
            eb('family_name', '=', after?.familyName ?? ''),
            eb('id', '>', after?.id ?? ('' as PersonId)),
          ]),
        ]),
      ),
    )
    .$if(text !== undefined, (query) => query.where(named(text ?? '')))
    .$if(profile !== undefined, (query) =>
      query.where((eb) =>
        eb(
          'id',
          'in',
          db
            .selectFrom('person_profile')
            .select('person_id')
            .where('profile', '=', profile ?? 'rupn'),
        ),
      ),
    )
    .$if(uai !== undefined, (query) =>
      query.where((eb) =>
        eb.or([
          eb('head_of_uai', '=', uai ?? ('' as Uai)),
          eb(
            'id',
            'in',
            db
              .selectFrom('engagement')
              .select('person_id')
              .where('uai', '=', uai ?? ('' as Uai)),
          ),
        ]),
      ),
    )
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

/** Names or addresses that hold the text. Engines fold accented capitals differently: the text is looked for as typed,
 *  and with a capital, beside the folded form. */
function named(text: string) {
  const escaped = text.replace(/[\\%_]/g, (sign) => `\\${sign}`);
  const [first = '', ...rest] = [...escaped];
  const forms = [...new Set([escaped, first.toUpperCase() + rest.join(''), escaped.toUpperCase()])];
  const like = (column: string, form: string) =>
    sql<SqlBool>`${sql.ref(column)} like ${`%${form}%`} escape '\\'`;
  const folded = (column: string) =>
    sql<SqlBool>`lower(${sql.ref(column)}) like ${`%${escaped.toLowerCase()}%`} escape '\\'`;
  const names = ['family_name', 'given_name'].flatMap((column) => [
    folded(column),
    ...forms.map((form) => like(column, form)),
  ]);
  const addressed = sql<SqlBool>`id in (select person_id from person_email where address like ${`%${escaped.toLowerCase()}%`} escape '\\')`;
  return sql<SqlBool>`(${sql.join([...names, addressed], sql` or `)})`;
}
