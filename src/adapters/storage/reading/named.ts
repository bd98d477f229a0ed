import { type Expression, type SqlBool, sql } from 'kysely';
import type { Database } from '../database.ts';
import { folded, foldText } from './folded.ts';

/** Words looked for at once: nobody types more, and every engine bounds what one query is given. */
const MOST_WORDS = 8;

/** Ids of the people of whom every word is part of a first name, a last name or an address, whatever the accents, the
 *  case and the order. */
export function idsOfNamed({ db }: Database, text: string) {
  return db
    .selectFrom('person')
    .select('person.id')
    .where((eb) => {
      const name = folded(sql<string>`${eb.ref('family_name')} || ' ' || ${eb.ref('given_name')}`);
      return eb.and(
        wordsOf(text).map((word) => {
          const addresses = db.selectFrom('person_email').select('person_id');
          const addressed = addresses.where((inner) => holds(inner.ref('address'), word));
          return eb.or([holds(name, word), eb('person.id', 'in', addressed)]);
        }),
      );
    });
}

/** UAIs of the schools of whose name and commune every word is part. */
export function uaisOfNamed({ db }: Database, text: string) {
  return db
    .selectFrom('establishment')
    .select('establishment.uai')
    .where((eb) => {
      const name = folded(sql<string>`${eb.ref('name')} || ' ' || ${eb.ref('commune')}`);
      return eb.and(wordsOf(text).map((word) => holds(name, word)));
    });
}

function wordsOf(text: string): readonly string[] {
  return foldText(text).split(/\s+/).filter(Boolean).slice(0, MOST_WORDS);
}

function holds(text: Expression<string>, word: string) {
  const pattern = `%${word.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
  return sql<SqlBool>`${text} like ${pattern} escape '\\'`;
}
