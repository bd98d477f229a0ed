import type { PageFrame } from '../../pages/page-frame.ts';
import { MyLayout } from '../my-layout.tsx';

interface ExportView {
  readonly name: string;
  readonly exportedAt: string;
  readonly tables: Readonly<Record<string, readonly unknown[]>>;
}

/** Longest text shown as it is: a signed badge is folded. */
const LONGEST_SHOWN = 300;

/** `/my/data/export`: the same as the JSON file, to be read and printed. */
export function ExportPage({ frame, view }: { frame: PageFrame; view: ExportView }) {
  const t = frame.t.my.data.export;
  return (
    <MyLayout
      frame={frame}
      page="data"
      title={t.title}
      lede={t.lede(view.name, frame.t.moment(view.exportedAt))}
    >
      <p class="note no-print">{t.print}</p>
      {Object.entries(view.tables).map(([table, rows]) => (
        <section>
          <h2>{t.tables[table] ?? table}</h2>
          {rows.length === 0 ? <p>{t.nothing}</p> : <p class="note">{t.rows(rows.length)}</p>}
          {rows.map((row, index) => (
            <Row frame={frame} row={row as Readonly<Record<string, unknown>>} index={index + 1} />
          ))}
        </section>
      ))}
    </MyLayout>
  );
}

function Row({
  frame,
  row,
  index,
}: {
  frame: PageFrame;
  row: Readonly<Record<string, unknown>>;
  index: number;
}) {
  return (
    <>
      <h3>{frame.t.my.data.export.row(index)}</h3>
      <dl class="facts-list export-row">
        {Object.entries(row).map(([column, value]) => (
          <>
            <dt>{frame.t.my.data.export.columns[column] ?? column}</dt>
            <dd>
              <Value frame={frame} value={value} />
            </dd>
          </>
        ))}
      </dl>
    </>
  );
}

function Value({ frame, value }: { frame: PageFrame; value: unknown }) {
  const t = frame.t.my.data.export;
  if (value === null || value === undefined || value === '') return <span class="note">{t.empty}</span>;
  const text = toText(value);
  if (text.length <= LONGEST_SHOWN) return <>{text}</>;
  return (
    <details>
      <summary>{text.slice(0, 60)}…</summary>
      <p class="long-value">{text}</p>
    </details>
  );
}

/** A list of texts as its items; anything else as it is stored. */
function toText(value: unknown): string {
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
  if (!/^\["[\w-]+"(,"[\w-]+")*\]$/.test(text)) return text;
  return (JSON.parse(text) as readonly string[]).join(', ');
}
