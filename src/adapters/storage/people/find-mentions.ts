import { type Expression, type SqlBool, sql } from 'kysely';
import type { ErasedNames } from '../../../domain/person/erased-names.ts';
import type { Mention } from '../../../domain/person/mentions.ts';
import type { Database } from '../mapping/database.ts';
import { FREE_TEXTS, type FreeText } from './free-texts.ts';

/** Characters between two words of a text that is kept as JSON. */
const TERM_SEPARATORS = [
  '\n',
  '\r',
  '-',
  '‐',
  '’',
  "'",
  '"',
  '.',
  ',',
  ';',
  ':',
  '!',
  '?',
  '(',
  ')',
  '«',
  '»',
  '/',
  '\\',
];

/** The texts about others that contain these names, at most `limit` of each table. It looks at every row, and serves the
 *  page of one erasure. */
export async function findMentions(
  { db }: Database,
  names: ErasedNames,
  limit: number,
): Promise<readonly Mention[]> {
  const found: Mention[] = [];
  for (const text of FREE_TEXTS) {
    const { table, place, columns } = text;
    const isNamed = sql.join(
      columns.map((column) => containsNames(sql.ref(`${table}.${column}`), names)),
      sql` or `,
    );
    const query = sql<{ id: string | null }>`
      select distinct ${placeOf(text)} as id from ${sql.table(table)} where ${isNamed} order by 1 limit ${limit}`;
    const { rows } = await query.execute(db);
    // A school's paper is deleted with the person, so it has no place here.
    found.push(...rows.flatMap(({ id }) => (id === null ? [] : [{ table, place, id }])));
  }
  return found;
}

/** The id of the record on whose page the text is edited. */
function placeOf({ table, by, via }: FreeText): Expression<unknown> {
  if (by === undefined) return sql.lit('');
  const own = sql.ref(`${table}.${by}`);
  if (via === 'engagement') return sql`(select person_id from engagement where reference = ${own})`;
  return via === 'award' ? sql`(select recipient_id from award where id = ${own})` : own;
}

/** Whether a text contains one of these addresses, or a family name as words of their own. */
export function containsNames(column: Expression<unknown>, names: ErasedNames): Expression<SqlBool> {
  const plain = TERM_SEPARATORS.reduce<Expression<unknown>>(
    (text, sign) => sql`replace(${text}, ${sql.lit(sign)}, ' ')`,
    sql`lower(${column})`,
  );
  const found = [
    ...names.emails.map((email) => holds(sql`lower(${column})`, email)),
    ...names.familyNames.map((family) => holds(sql`(' ' || ${plain} || ' ')`, ` ${family} `)),
  ];
  return found.length === 0 ? sql<SqlBool>`1 = 0` : sql<SqlBool>`(${sql.join(found, sql` or `)})`;
}

/** Whether one text is a part of the other, in words that every engine knows. D1 takes no long pattern. */
export function holds(text: Expression<unknown>, part: string): Expression<SqlBool> {
  return sql<SqlBool>`replace(${text}, ${part}, '') <> ${text}`;
}
