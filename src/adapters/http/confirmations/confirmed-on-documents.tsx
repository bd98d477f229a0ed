import { CardTable } from '../components/card-table.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import { Paging, pageOf, sliceOf } from '../components/pagination.tsx';
import { DaneLayout } from '../dane/layout.tsx';
import type { PageRequest } from '../routing/page-request.ts';
import { readNamesOf } from './requests-without-answer.tsx';

/** The page of the engagements that were confirmed on documents, with these documents, of all campaigns or of
 *  one. `back` leads to the page above it. */
export async function renderDocuments(
  request: PageRequest,
  texts: { title: string; none: string; back: { href: string; label: string } },
  campaignId?: string,
) {
  const t = request.t.campaigns;
  const { rows, last } = pageOf(
    await request.store.readDocumentaryConfirmations({
      ...sliceOf(request),
      ...(campaignId !== undefined && { campaignId }),
    }),
  );
  const { nameOf, schoolOf } = await readNamesOf(
    request,
    rows.map(({ engagement }) => engagement),
  );
  const next = last && new URLSearchParams({ after: last.engagement.reference });
  return (
    <DaneLayout section="campaigns" title={texts.title}>
      {rows.length === 0 ? (
        <EmptyState>{texts.none}</EmptyState>
      ) : (
        <CardTable
          rows={rows}
          columns={[
            {
              heading: t.person,
              cell: ({ engagement: { personId } }) => (
                <a href={`/dane/people/${personId}`}>{nameOf({ kind: 'person', personId })}</a>
              ),
              names: true,
            },
            { heading: t.school, cell: ({ engagement: { uai } }) => schoolOf(uai) ?? uai },
            { heading: t.documents, cell: ({ documents }) => documents },
            { heading: t.confirmedOn, cell: ({ at }) => request.t.day(at) },
          ]}
        />
      )}
      <Paging next={next && `${request.c.req.path}?${next}`} />
      <p>
        <a href={texts.back.href}>{texts.back.label}</a>
      </p>
    </DaneLayout>
  );
}
