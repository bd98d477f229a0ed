import { type Expression, type SqlBool, sql } from 'kysely';
import type { ErasedNames } from '../../../domain/erased-names.ts';
import type { PersonId } from '../../../domain/ids.ts';
import type { Database } from '../database.ts';
import { awardsOf } from '../tables/person-tables.ts';
import type { Queries } from './writer.ts';

interface Erased {
  readonly personId: PersonId;
  readonly names: ErasedNames;
}

/** Characters between two words of a text that is kept as JSON. */
const BETWEEN_WORDS = ['-', '‐', '’', "'", '"', '.', ',', ';', ':', '!', '?', '(', ')', '«', '»', '/', '\\'];

/** Removes what people typed about this person where it stands beside the records: in the audit, in forms and
 *  files that wait, and in the commands of jobs that ended. It stands before the records are deleted, because it
 *  looks at them. */
export function forgetMentions(database: Database, { personId, names }: Erased): Queries {
  const { db } = database;
  const own = awardsOf(db, personId);
  const credentials = db.selectFrom('credential').select('id').where('award_id', 'in', own);
  const requests = db.selectFrom('data_request').select('id').where('person_id', '=', personId);
  const mentions = (column: string) => mentionsPerson(column, { personId, names });
  return [
    // An act on the person keeps its day, author and kind. What was typed with it goes.
    db
      .updateTable('audit')
      .set({ details: null })
      .where('details', 'is not', null)
      .where((eb) =>
        eb.or([
          eb('subject', '=', personId as string),
          eb('subject', 'in', own),
          eb('subject', 'in', credentials),
          eb('subject', 'in', requests),
          mentions('details'),
        ]),
      )
      .compile(),
    db
      .deleteFrom('typed_form')
      .where((eb) => eb.or([mentions('fields'), mentions('path'), mentions('back')]))
      .compile(),
    db.deleteFrom('job').where('finished_at', 'is not', null).where(mentions('command')).compile(),
    // The bytes of files cannot be searched, and importing them would bring the person back.
    db.deleteFrom('upload_part').compile(),
    db.deleteFrom('upload_line').compile(),
    db.deleteFrom('upload').compile(),
  ];
}

/** Whether a text holds the person's id, an address, or the family name as words of their own. */
function mentionsPerson(name: string, { personId, names }: Erased): Expression<SqlBool> {
  const column = sql.ref(name);
  const plain = BETWEEN_WORDS.reduce(
    (text, sign) => sql`replace(${text}, ${sql.lit(sign)}, ' ')`,
    sql`lower(${column})`,
  );
  const found = [
    holds(column, personId),
    ...names.emails.map((email) => holds(sql`lower(${column})`, email)),
    ...names.familyNames.map((family) => holds(sql`(' ' || ${plain} || ' ')`, ` ${family} `)),
  ];
  return sql<SqlBool>`(${sql.join(found, sql` or `)})`;
}

/** Whether one text is a part of the other, in words that every engine knows. D1 takes no long pattern. */
function holds(text: Expression<unknown>, part: string): Expression<SqlBool> {
  return sql<SqlBool>`replace(${text}, ${part}, '') <> ${text}`;
}
