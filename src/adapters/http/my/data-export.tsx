import { inLanguage } from '../../../domain/engagement/mission.ts';
import { fullName } from '../../../domain/person/name.ts';
import type { Uai } from '../../../domain/uai.ts';
import { usePageContext } from '../layout/page-context.ts';
import type { PageRequest } from '../routing/page-request.ts';
import { type ExportContext, valueAsText } from './data-export-values.ts';
import { MyLayout } from './layout.tsx';

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

type Tables = Readonly<Record<string, readonly unknown[]>>;

/** Everything that is stored about the person signed in. */
export function exportSelf({ services, person, me }: PageRequest) {
  return services.exportPerson({ email: person.emails[0] ?? '', actor: me });
}

/** `/my/data/export`: the content of the JSON file, to read and print, with the names of schools and badges. */
export async function renderExport(request: PageRequest) {
  const { exportedAt, tables } = await exportSelf(request);
  const { t, person } = request;
  const words = await readExportContext(request, tables);
  const entries = Object.entries(tables);
  const named = ([table]: readonly [string, unknown]) => t.my.data.export.tables[table] ?? table;
  const empty = entries.filter(([, rows]) => rows.length === 0).map(named);
  const texts = t.my.data.export;
  return (
    <MyLayout page="data" title={texts.title} lede={texts.lede(fullName(person), t.moment(exportedAt))}>
      <p class="note no-print">{texts.print}</p>
      {entries
        .filter(([, rows]) => rows.length > 0)
        .map(([table, rows]) => (
          <Section
            title={named([table, rows])}
            rows={rows.map((row) => fieldsOf(row as Readonly<Record<string, unknown>>, table, words))}
          />
        ))}
      {empty.length > 0 && <p>{texts.nothingIn(empty)}</p>}
      <p class="note">{texts.forPrograms}</p>
    </MyLayout>
  );
}

async function readExportContext(
  { store, ports, wording, person, today }: PageRequest,
  tables: Tables,
): Promise<ExportContext> {
  const schools = await store.readSchoolsByUai(uaisOf(tables) as readonly Uai[]);
  const criteria = ports.catalogue.criteriaInForce(today);
  return {
    ...wording,
    personId: person.id,
    schoolName: (code) => schools.find(({ uai }) => uai === code)?.name,
    badgeName: (code) =>
      inLanguage(criteria.achievements.find((one) => one.code === code)?.name, wording.locale),
  };
}

function Section({ title, rows }: { title: string; rows: readonly ReturnType<typeof fieldsOf>[] }) {
  const t = usePageContext().t.my.data.export;
  return (
    <section>
      <h2>{title}</h2>
      {rows.length > 1 && <p class="note">{t.rows(rows.length)}</p>}
      {rows.map((fields, index) => (
        <>
          {rows.length > 1 && <h3>{t.row(index + 1)}</h3>}
          <dl class="facts-list export-row">
            {fields.map(({ label, value }) => (
              <>
                <dt>{label}</dt>
                <dd>{value}</dd>
              </>
            ))}
          </dl>
        </>
      ))}
    </section>
  );
}

/** UAIs anywhere in the tables, whose school names are looked up. */
function uaisOf(tables: Tables): readonly string[] {
  const rows = Object.values(tables).flat() as readonly Readonly<Record<string, unknown>>[];
  return [...new Set(rows.flatMap((row) => [row['uai'], row['head_of_uai']]))].filter(
    (uai): uai is string => typeof uai === 'string',
  );
}

function fieldsOf(row: Readonly<Record<string, unknown>>, table: string, words: ExportContext) {
  const { columns } = words.t.my.data.export;
  return Object.entries(row)
    .filter(([column]) => !FOR_PROGRAMS.has(column))
    .map(([column, value]) => ({
      label: columns[`${table}.${column}`] ?? columns[column] ?? column,
      value: valueAsText(value, { table, column }, words),
    }))
    .filter(({ value }) => value !== '');
}
