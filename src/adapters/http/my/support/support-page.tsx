import { CardTable } from '../../shell/card-table.tsx';
import { useFrame } from '../../shell/use-frame.ts';
import { SupportState } from '../../support/state-word.tsx';
import type { SupportLine } from '../../support/support-view.ts';
import { MyLayout } from '../my-layout.tsx';

/** `/my/support`: the person's requests to the DANE, the newest first. */
export function SupportPage({ lines }: { lines: readonly SupportLine[] }) {
  const t = useFrame().t.support;
  return (
    <MyLayout page="support" title={t.title} lede={t.lede}>
      <p>
        <a class="button" href="/my/support/new">
          {t.ask}
        </a>
      </p>
      <h2>{t.list}</h2>
      {lines.length === 0 ? (
        <p>{t.none}</p>
      ) : (
        <CardTable
          rows={lines}
          caption={t.list}
          columns={[
            {
              heading: t.columns.title,
              cell: ({ id, title }) => <a href={`/my/support/${id}`}>{title}</a>,
              names: true,
            },
            { heading: t.columns.kind, cell: ({ kind }) => kind },
            { heading: t.columns.school, cell: ({ school }) => school },
            { heading: t.columns.since, cell: ({ since }) => since },
            { heading: t.columns.state, cell: (line) => <SupportState line={line} /> },
          ]}
        />
      )}
    </MyLayout>
  );
}
