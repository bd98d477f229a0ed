import { CardTable } from '../../shell/card-table.tsx';
import { useFrame } from '../../shell/use-frame.ts';
import { DaneLayout } from '../dane-layout.tsx';
import type { ConfirmedLine } from './silent-view.ts';

export interface DocumentsView {
  readonly title: string;
  readonly none: string;
  readonly confirmed: readonly ConfirmedLine[];
  readonly nextHref?: string;
  readonly back: { readonly href: string; readonly label: string };
}

/** `/dane/campaigns/{id}/documents` and `/dane/confirmations/documents`: the segments that were confirmed on
 *  documents, with these documents. */
export function DocumentsPage({ view }: { view: DocumentsView }) {
  const frame = useFrame();
  const t = frame.t.dane.campaigns;
  return (
    <DaneLayout section="campaigns" title={view.title}>
      {view.confirmed.length === 0 ? (
        <p class="notice">{view.none}</p>
      ) : (
        <CardTable
          rows={view.confirmed}
          columns={[
            {
              heading: t.person,
              cell: ({ person, personHref }) => <a href={personHref}>{person}</a>,
              names: true,
            },
            { heading: t.school, cell: ({ school }) => school },
            { heading: t.documents, cell: ({ documents }) => documents },
            { heading: t.confirmedOn, cell: ({ at }) => frame.t.day(at) },
          ]}
        />
      )}
      {view.nextHref && (
        <p>
          <a href={view.nextHref}>{frame.t.forms.next}</a>
        </p>
      )}
      <p>
        <a href={view.back.href}>{view.back.label}</a>
      </p>
    </DaneLayout>
  );
}
