import { type Expression, type RawBuilder, type SqlBool, sql } from 'kysely';
import type { PersonId } from '../../../domain/ids.ts';
import type { Uai } from '../../../domain/uai.ts';

/** Lists stand in the order of names, and a page begins after a row of the one before. The name of that row is read
 *  again, so that an address holds only its id. Where the row is gone, the list begins again. */

/** Whether the row of `person` comes after this person. */
export function isNamedAfter(id: PersonId): Expression<SqlBool> {
  return isAfter(
    ['person.folded_name', 'person.id'],
    [sql`(select it.folded_name from person it where it.id = ${id})`, id],
  );
}

/** Whether the row of `establishment` comes after this school. */
export function isSchoolNamedAfter(uai: Uai): Expression<SqlBool> {
  return isAfter(
    ['establishment.folded_name', 'establishment.uai'],
    [sql`(select it.folded_name from establishment it where it.uai = ${uai})`, uai],
  );
}

/** Whether name and key of the row come after a name, which may be that of no row, and a key. */
export function isAfter(
  [name, key]: readonly [string | RawBuilder<unknown>, string],
  [afterName, afterKey]: readonly [RawBuilder<unknown>, string],
): Expression<SqlBool> {
  const own = typeof name === 'string' ? sql.ref(name) : name;
  const last = sql`coalesce(${afterName}, '')`;
  return sql<SqlBool>`(${own} > ${last} or (${own} = ${last} and ${sql.ref(key)} > ${afterKey}))`;
}
