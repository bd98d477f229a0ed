import { sql } from 'kysely';
import type {
  DerivedTable,
  FrozenRow,
  InvariantPageRange,
  InvariantReader,
  SignedRow,
  SignedTable,
} from '../../../application/store/invariant-reader.ts';
import type { SchoolYear } from '../../../domain/time/school-year.ts';
import type { Uai } from '../../../domain/uai.ts';
import { fromDigestsRow } from '../credentials/badge-log.ts';
import { readKeyPairs } from '../credentials/store.ts';
import { fromEngagementRow, toEngagementRow } from '../engagements/rows.ts';
import type { Database } from '../mapping/database.ts';
import { readAll, readColumn } from '../mapping/queries.ts';
import { foldText } from '../mapping/text-search.ts';

/** Rows for the invariants that are computed. */
export function makeInvariantRows(
  database: Database,
): Omit<InvariantReader, 'readContradictions' | 'countClockLeftovers'> {
  const { db, capabilities } = database;
  return {
    readSignedRows: (table, part) => readSignedRows(database, table, part),
    readFrozenRows: (table, part) => readFrozenRows(database, table, part),
    readDerivedRows: (table, part) => DERIVED[table](database, part),
    readMeasuredRows: (schoolYear, part) => readMeasuredRows(database, schoolYear, part),
    readLogged: async (documents) => {
      const among = capabilities.listOf(documents);
      const logged = db.selectFrom('log_entry').select(['document', 'jws']).where('document', 'in', among);
      const waiting = db.selectFrom('log_waiting').selectAll().where('document', 'in', among);
      return [...(await readAll(logged, fromDigestsRow)), ...(await readAll(waiting, fromDigestsRow))];
    },
    readUndigested: (ids) =>
      readColumn(db.selectFrom('log_unread').select('id').where('id', 'in', capabilities.listOf(ids)), 'id'),
    readKeyPairs: async () => {
      const records = db.selectFrom('badge_record').select('key_ids').distinct();
      return [...(await readKeyPairs(database)), ...(await readColumn(records, 'key_ids'))];
    },
    readAwardedVersions: () => db.selectFrom('award').select(['achievement', 'version']).distinct().execute(),
  };
}

/** Where the rows of each table are, and which of them are over. */
const SIGNED = {
  credential: sql`credential as it where it.erased_at is null`,
  badge_record: sql`badge_record as it
    join badge_record_entry as entry on entry.record_id = it.id where 1 = 1`,
} as const;
const IS_OVER = {
  credential: sql`it.revoked_at is not null or it.acceptance = 'declined'`,
  badge_record: sql`1 = 0`,
} as const;

async function readSignedRows(
  { db }: Database,
  table: SignedTable,
  { after = '', limit }: InvariantPageRange,
): Promise<readonly SignedRow[]> {
  const { rows } = await sql<Omit<SignedRow, 'isOver'> & { readonly over: number }>`
    select it.id as "id", document as "document", jws as "jws", key_ids as "keyIds",
      valid_from as "validFrom", subject_id as "subjectId", status_list_id as "statusListId",
      status_index as "statusIndex", case when ${IS_OVER[table]} then 1 else 0 end as over
    from ${SIGNED[table]} and it.id > ${after} order by it.id limit ${limit}`.execute(db);
  return rows.map(({ over, ...row }) => ({ ...row, isOver: over === 1 }));
}

async function readFrozenRows(
  { db }: Database,
  table: 'award' | 'paper',
  { after = '', limit }: InvariantPageRange,
): Promise<readonly FrozenRow[]> {
  const [facts, digest, more] =
    table === 'award'
      ? ['evaluation', 'facts_digest', ', achievement, version']
      : ['facts', `coalesce(facts_digest, '')`, ''];
  const { rows } = await sql<FrozenRow>`
    select id, ${sql.raw(facts ?? '')} as facts, ${sql.raw(digest ?? '')} as digest${sql.raw(more ?? '')} from ${sql.table(table)}
    where id > ${after} and ${sql.raw(facts ?? '')} <> '' order by id limit ${limit}`.execute(db);
  return rows;
}

type ReadDerived = (
  database: Database,
  part: InvariantPageRange,
) => Promise<readonly { readonly id: string; readonly isRight: boolean }[]>;

/** How the derived columns of each table follow from the others. */
const DERIVED: Readonly<Record<DerivedTable, ReadDerived>> = {
  person: folded('person', 'id', ['family_name', 'given_name']),
  establishment: folded('establishment', 'uai', ['name', 'commune']),
  campaign: folded('campaign', 'id', ['name']),
  engagement: async ({ db }, { after = '', limit }) => {
    const rows = db.selectFrom('engagement').selectAll().where('reference', '>', after);
    return readAll(rows.orderBy('reference').limit(limit), (row) => ({
      id: row.reference,
      isRight: toEngagementRow(fromEngagementRow(row)).holds_single_role === row.holds_single_role,
    }));
  },
};

/** The folded name of these columns together. */
function folded(table: string, key: string, columns: readonly string[]): ReadDerived {
  return async ({ db }, { after = '', limit }) => {
    const { rows } = await sql<Readonly<Record<string, string>>>`
      select * from ${sql.table(table)} where ${sql.ref(key)} > ${after}
      order by ${sql.ref(key)} limit ${limit}`.execute(db);
    return rows.map((row) => ({
      id: row[key] ?? '',
      isRight: foldText(columns.map((column) => row[column]).join(' ')) === row['folded_name'],
    }));
  };
}

/** The acts that change what a coverage is measured from. */
const MOVES_COVERAGE = sql<boolean>`(${sql.join(
  ['engagement', 'contest', 'authorisation', 'mission', 'file-', 'import', 'people', 'person', 'facts'].map(
    (beginning) => sql`action like ${`${beginning}%`}`,
  ),
  sql` or `,
)})`;

/** Where the audit has no such act since the measure, the records are those that were measured. */
async function readMeasuredRows(
  { db }: Database,
  schoolYear: SchoolYear,
  { after = '', limit }: InvariantPageRange,
): ReturnType<InvariantReader['readMeasuredRows']> {
  const rows = await db
    .selectFrom('establishment_coverage')
    .selectAll()
    .where('school_year', '=', schoolYear)
    .where('uai', '>', sql<Uai>`${after}`)
    .where(sql<boolean>`measured_at > coalesce((select max(at) from audit where ${MOVES_COVERAGE}), '')`)
    // An import that was cut short has no line of the audit.
    .where(sql<boolean>`measured_at > coalesce((select max(begun_at) from import_run), '')`)
    .orderBy('uai')
    .limit(limit)
    .execute();
  return rows.map(({ measured_at: measuredAt, families, school_year, carried_over, ...counts }) => ({
    measuredAt,
    coverage: {
      ...counts,
      ...(carried_over !== null && { carriedOver: carried_over }),
      schoolYear: school_year,
      families: [...families],
    },
  }));
}
