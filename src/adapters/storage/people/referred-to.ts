import { type RawBuilder, sql } from 'kysely';
import type { ReferredKind } from '../../../application/store/file-readers.ts';
import { NO_PERSON } from '../../../domain/ids.ts';
import type { ImportedKind } from '../../../domain/upload/import-log.ts';
import type { Database } from '../mapping/database.ts';
import { readColumn } from '../mapping/queries.ts';
import type { Tables } from '../mapping/tables.ts';
import { PERSON_TABLES } from './person-tables.ts';
import type { PersonTable } from './person-treatments.ts';

type Reference = {
  readonly [T in keyof Tables]: readonly [table: T, column: keyof Tables[T] & string];
}[keyof Tables];

type NamedKind = Exclude<ReferredKind, 'review' | 'authorisation'>;

type NamedColumn = readonly [table: keyof Tables, column: string];

const ABOUT_PEOPLE = Object.keys(PERSON_TABLES) as PersonTable[];

/** Tables whose rows do not keep a person on record: the rows go with the person or are made again, imports write
 *  them, or they are looked at otherwise. */
const TABLES_WITHOUT_PERSON: readonly PersonTable[] = [
  ...(['person_email', 'person_profile', 'host_code', 'host_token', 'proposal'] as const),
  ...(['engagement', 'attendance', 'progress_review', 'contribution'] as const),
  ...(['identity', 'contest', 'engagement_request', 'declared_engagement'] as const),
];

/** Every other table that names a person does. */
function columnsNamingPerson(): readonly NamedColumn[] {
  const named = ABOUT_PEOPLE.map((table) => [table, PERSON_TABLES[table].by] as const);
  return named.filter(
    ([table, by]) => (by === 'person_id' || by === 'recipient_id') && !TABLES_WITHOUT_PERSON.includes(table),
  );
}

function columnsNamingSchool(): readonly NamedColumn[] {
  const keeping = ABOUT_PEOPLE.filter((table) => {
    const treatment = PERSON_TABLES[table];
    return 'school' in treatment && treatment.school === 'kept';
  });
  return keeping.map((table) => [table, 'uai'] as const);
}

/** The tables about schools and not about one person, and the badges of schools. */
const ABOUT_SCHOOLS: readonly Reference[] = [
  ['award', 'recipient_id'],
  ['school_meeting', 'uai'],
  ['school_project', 'uai'],
  ['establishment', 'successor'],
];

/** The columns that refer to a record of each kind from rows that no import writes, and that people make. The
 *  records that an import writes are looked for by themselves. */
export const REFERENCES: Readonly<Record<NamedKind, readonly NamedColumn[]>> = {
  person: columnsNamingPerson(),
  establishment: [...columnsNamingSchool(), ...ABOUT_SCHOOLS],
  event: [
    ['roll_call', 'event_code'],
    ['school_meeting', 'event_code'],
    ['event_invitation', 'event_code'],
    ['planned_wish', 'event_code'],
    ['training_wish', 'event_code'],
    ['event_details', 'event_code'],
  ] satisfies readonly Reference[],
  engagement: [
    ['engagement_proposal', 'engagement_reference'],
    ['declared_engagement', 'reference'],
    ['documentary_confirmation', 'engagement_reference'],
  ] satisfies readonly Reference[],
};

/** The columns that refer to a record from rows that imports write, with the kind of those rows. Such a row
 *  does not count where the same import is undone for it too. */
export const IMPORTED: Readonly<
  Record<'person' | 'establishment' | 'event', readonly (readonly [...Reference, ImportedKind])[]>
> = {
  person: [
    ['engagement', 'person_id', 'engagement'],
    ['attendance', 'person_id', 'attendance'],
    ['progress_review', 'person_id', 'review'],
    ['contribution', 'person_id', 'contribution'],
  ],
  establishment: [
    ['engagement', 'uai', 'engagement'],
    ['progress_review', 'uai', 'review'],
    ['authorisation', 'uai', 'authorisation'],
    ['event', 'uai', 'event'],
    ['person', 'head_of_uai', 'person'],
  ],
  event: [['attendance', 'event_code', 'attendance']],
};

const LINE_END = sql.lit('\n');
/** The keys as `keyOfImported` of the domain writes them. */
const KEYS: Readonly<Record<Exclude<ImportedKind, 'establishment'>, RawBuilder<string>>> = {
  person: sql`id`,
  event: sql`code`,
  engagement: sql`reference`,
  contribution: sql`reference`,
  attendance: sql`person_id || ${LINE_END} || event_code`,
  review: sql`person_id || ${LINE_END} || uai || ${LINE_END} || held_on || ${LINE_END} || kind`,
  authorisation: sql`uai || ${LINE_END} || mission || ${LINE_END} || local_authority || ${LINE_END} || starts_on`,
};

interface ReferenceQuery {
  readonly importId: string;
  readonly kind: ReferredKind;
  readonly keys: readonly string[];
}

/** The keys among these that other rows refer to, where those rows would stay after the import is undone. A
 *  contest that a file opened, and that has no answer and no decision, goes with its engagement. */
export async function readReferredTo(
  database: Database,
  requested: ReferenceQuery,
): Promise<readonly string[]> {
  const { kind, keys } = requested;
  const list = database.capabilities.listOf(keys);
  if (kind === 'review') return readWithNotes(database, list);
  if (kind === 'authorisation') return readWithProcedureSheet(database, list);
  const found = await Promise.all([
    ...REFERENCES[kind].map(([table, column]) => readNamed(database, { table, column, list })),
    kind === 'engagement'
      ? readContested(database, list)
      : readByImported(database, { ...requested, kind, list }),
  ]);
  return [...new Set(found.flat())];
}

type List = RawBuilder<string>;

async function readNamed(
  { db }: Database,
  { table, column, list }: { readonly table: keyof Tables; readonly column: string; readonly list: List },
): Promise<readonly string[]> {
  const rows = db
    .selectFrom(table)
    .select(sql<string>`${sql.ref(column)}`.as('key'))
    .distinct();
  return readColumn(rows.where(sql.ref(column), 'in', list), 'key');
}

async function readByImported(
  { db }: Database,
  { importId, kind, list }: ReferenceQuery & { readonly kind: keyof typeof IMPORTED; readonly list: List },
): Promise<readonly string[]> {
  const found = await Promise.all(
    IMPORTED[kind].map(async ([table, column, imported]) => {
      const undone = db
        .selectFrom('import_change')
        .select('record_key')
        .where('import_id', '=', importId)
        .where('import_change.kind', '=', imported)
        .where('verdict', 'in', ['undo', 'undone']);
      const key = KEYS[imported as keyof typeof KEYS];
      const rows = db
        .selectFrom(table)
        .select(sql<string>`${sql.ref(column)}`.as('key'))
        .distinct();
      const left = rows.where(sql.ref(column), 'in', list).where(key, 'not in', undone);
      return readColumn(left, 'key');
    }),
  );
  return found.flat();
}

async function readContested({ db }: Database, list: List): Promise<readonly string[]> {
  const contests = db.selectFrom('contest').select('engagement_reference as key');
  const uptime = contests
    .where('engagement_reference', 'in', list)
    .where((eb) =>
      eb.or([
        eb('opened_by', '<>', NO_PERSON.file),
        eb('answered_at', 'is not', null),
        eb('decided_at', 'is not', null),
      ]),
    );
  return readColumn(uptime, 'key');
}

/** Authorised actions that have a procedure sheet. */
async function readWithProcedureSheet({ db }: Database, list: List): Promise<readonly string[]> {
  const key = KEYS.authorisation;
  const sheets = db.selectFrom('procedure_sheet').select(key.as('key')).where(key, 'in', list);
  return readColumn(sheets, 'key');
}

/** Reviews whose text was written. */
async function readWithNotes({ db }: Database, list: List): Promise<readonly string[]> {
  const key = sql<string>`person_id || ${LINE_END} || uai || ${LINE_END} || held_on || ${LINE_END} || 'review'`;
  const notes = db.selectFrom('review_notes').select(key.as('key')).where(key, 'in', list);
  return readColumn(notes, 'key');
}
