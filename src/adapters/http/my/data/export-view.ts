import { type ExportWords, valueInWords } from './export-values.ts';

/** Columns with numbers, digests and signed bytes, which are only in the JSON file, for programs. */
const FOR_PROGRAMS: ReadonlySet<string> = new Set([
  'id',
  'person_id',
  'owner_id',
  'recipient_id',
  'recipient_kind',
  'position',
  'sequence',
  'revision',
  'segment_key',
  'folded_name',
  'holds_single_role',
  'issuer',
  'subject',
  'subject_id',
  'subject_ids',
  'message_id',
  'award_id',
  'campaign_id',
  'claimed_by',
  'claim_count',
  'claimed_at',
  'evaluation',
  'facts',
  'facts_digest',
  'document',
  'jws',
  'key_ids',
  'salt',
  'status_list_id',
  'status_index',
  'client_id',
  'grant_id',
  'badge_key',
  'content',
  'characters',
  'picture',
]);

export interface ExportSection {
  readonly title: string;
  readonly rows: readonly (readonly { readonly label: string; readonly value: string }[])[];
}

export type ExportView = ReturnType<typeof exportView>;

type Tables = Readonly<Record<string, readonly unknown[]>>;

/** Everything stored about a person, in words, with named tables and columns. */
export function exportView(
  exported: { readonly name: string; readonly exportedAt: string; readonly tables: Tables },
  words: ExportWords,
) {
  const { tables: names } = words.t.my.data.export;
  const entries = Object.entries(exported.tables);
  return {
    name: exported.name,
    exportedAt: exported.exportedAt,
    sections: entries
      .filter(([, rows]) => rows.length > 0)
      .map(([table, rows]) => ({
        title: names[table] ?? table,
        rows: rows.map((row) => fieldsOf(row as Readonly<Record<string, unknown>>, table, words)),
      })),
    /** Names of the empty tables. */
    empty: entries.filter(([, rows]) => rows.length === 0).map(([table]) => names[table] ?? table),
  };
}

/** UAIs anywhere in the tables, whose school names are looked up. */
export function uaisOf(tables: Tables): readonly string[] {
  const rows = Object.values(tables).flat() as readonly Readonly<Record<string, unknown>>[];
  return [...new Set(rows.flatMap((row) => [row['uai'], row['head_of_uai']]))].filter(
    (uai): uai is string => typeof uai === 'string',
  );
}

function fieldsOf(row: Readonly<Record<string, unknown>>, table: string, words: ExportWords) {
  const { columns } = words.t.my.data.export;
  return Object.entries(row)
    .filter(([column]) => !FOR_PROGRAMS.has(column))
    .map(([column, value]) => ({
      label: columns[`${table}.${column}`] ?? columns[column] ?? column,
      value: valueInWords(value, { table, column }, words),
    }))
    .filter(({ value }) => value !== '');
}
