import { useFrame } from '../../shell/use-frame.ts';
import { MyLayout } from '../my-layout.tsx';
import type { ExportSection, ExportView } from './export-view.ts';

/** `/my/data/export`: the content of the JSON file, to read and print. */
export function ExportPage({ view }: { view: ExportView }) {
  const frame = useFrame();
  const t = frame.t.my.data.export;
  return (
    <MyLayout page="data" title={t.title} lede={t.lede(view.name, frame.t.moment(view.exportedAt))}>
      <p class="note no-print">{t.print}</p>
      {view.sections.map((section) => (
        <Section section={section} />
      ))}
      {view.empty.length > 0 && <p>{t.nothingIn(view.empty)}</p>}
      <p class="note">{t.forPrograms}</p>
    </MyLayout>
  );
}

function Section({ section: { title, rows } }: { section: ExportSection }) {
  const t = useFrame().t.my.data.export;
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
