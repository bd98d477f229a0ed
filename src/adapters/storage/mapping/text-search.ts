import { type Expression, type RawBuilder, type SqlBool, sql } from 'kysely';
import { composed } from '../../../domain/text/strings.ts';
import type { Database } from './database.ts';

/** Accented letters of French names, each with its plain letter. */
const ACCENTED: readonly (readonly [string, string])[] = [
  ['àâäáãåÀÂÄÁÃÅ', 'a'],
  ['çÇ', 'c'],
  ['éèêëÉÈÊË', 'e'],
  ['îïíìÎÏÍÌ', 'i'],
  ['ñÑ', 'n'],
  ['ôöóòõÔÖÓÒÕ', 'o'],
  ['ùûüúÙÛÜÚ', 'u'],
  ['ÿŸ', 'y'],
  ['œŒ', 'oe'],
  ['’', "'"],
];

const PLAIN = new Map(ACCENTED.flatMap(([letters, plain]) => [...letters].map((one) => [one, plain])));
const ANY_ACCENTED = new RegExp(`[${[...PLAIN.keys()].join('')}]`, 'g');

/** A text in lower case and without accents, as the columns of folded names hold it. */
export function foldText(text: string): string {
  return composed(text)
    .replace(ANY_ACCENTED, (letter) => PLAIN.get(letter) ?? letter)
    .toLowerCase()
    .trim();
}

/** Further words of a search are ignored, because every engine limits the parts of one query. */
const MAX_SEARCH_TERMS = 6;

/** Whether a row of `person` matches: every word is part of a first name, a last name or an address, whatever
 *  the accents, the case and the order. It must stand in the outermost query, because D1 adds up the depths
 *  of nested ones. */
export function isPersonNamed({ db }: Database, text: string): Expression<SqlBool> {
  const name = sql.ref<string>('person.folded_name');
  return every(text, (word) => {
    const addressed = db
      .selectFrom('person_email')
      .select('person_id')
      .where(({ ref }) => holds(ref('address'), word));
    return sql<SqlBool>`(${holds(name, word)} or ${sql.ref('person.id')} in ${addressed})`;
  });
}

/** Whether every word is a part of the person's name or address, or of the school's name or commune. The rows of
 *  both stand in the outermost query. */
export function isPersonOrSchoolNamed({ db }: Database, text: string): Expression<SqlBool> {
  const [name, school] = [
    sql.ref<string>('person.folded_name'),
    sql.ref<string>('establishment.folded_name'),
  ];
  return every(text, (word) => {
    const addressed = db
      .selectFrom('person_email')
      .select('person_id')
      .where(({ ref }) => holds(ref('address'), word));
    return sql<SqlBool>`(${holds(name, word)} or ${holds(school, word)} or ${sql.ref('person.id')} in ${addressed})`;
  });
}

/** Whether a row of `establishment` matches in the same way, by its name and commune. */
export function isSchoolNamed(text: string): Expression<SqlBool> {
  const name = sql.ref<string>('establishment.folded_name');
  return every(text, (word) => holds(name, word));
}

function every(text: string, isSo: (word: string) => Expression<SqlBool>): Expression<SqlBool> {
  const texts = foldText(text).split(/\s+/).filter(Boolean).slice(0, MAX_SEARCH_TERMS);
  return texts.length === 0 ? sql<SqlBool>`1 = 1` : sql<SqlBool>`(${sql.join(texts.map(isSo), sql` and `)})`;
}

function holds(text: Expression<string>, word: string): Expression<SqlBool> {
  const pattern = `%${escapeLike(word)}%`;
  return sql<SqlBool>`${text} like ${pattern} escape '\\'`;
}

/** Whether one of the columns contains the text. Engines fold accented capitals differently, so the text is
 *  searched as typed, with a capital, and in its folded form. */
export function holdsText(
  columns: readonly string[],
  text: string,
  { inCapitals = false } = {},
): RawBuilder<SqlBool> {
  const escaped = escapeLike(text);
  const [first = '', ...rest] = [...escaped];
  const capitals = inCapitals ? [escaped.toUpperCase()] : [];
  const forms = [...new Set([escaped, first.toUpperCase() + rest.join(''), ...capitals])];
  const found = columns.flatMap((column) => [
    sql<SqlBool>`lower(${sql.ref(column)}) like ${`%${escaped.toLowerCase()}%`} escape '\\'`,
    ...forms.map((form) => sql<SqlBool>`${sql.ref(column)} like ${`%${form}%`} escape '\\'`),
  ]);
  return sql<SqlBool>`(${sql.join(found, sql` or `)})`;
}

function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, (sign) => `\\${sign}`);
}
