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

/** `/dane/campaigns/{id}/documents` and `/dane/confirmations/documents`: what was confirmed on documents, and on which. */
export function DocumentsPage({ view }: { view: DocumentsView }) {
  const frame = useFrame();
  const t = frame.t.dane.campaigns;
  return (
    <DaneLayout section="campaigns" title={view.title}>
      {view.confirmed.length === 0 ? (
        <p class="notice">{view.none}</p>
      ) : (
        <table class="table-cards">
          <thead>
            <tr>
              <th scope="col">{t.person}</th>
              <th scope="col">{t.school}</th>
              <th scope="col">{t.documents}</th>
              <th scope="col">{t.confirmedOn}</th>
            </tr>
          </thead>
          <tbody>
            {view.confirmed.map(({ person, personHref, school, documents, at }) => (
              <tr>
                <th scope="row">
                  <a href={personHref}>{person}</a>
                </th>
                <td data-label={t.school}>{school}</td>
                <td data-label={t.documents}>{documents}</td>
                <td data-label={t.confirmedOn}>{frame.t.day(at)}</td>
              </tr>
            ))}
          </tbody>
        </table>
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
