import { CardTable } from '../components/card-table.tsx';
import { Empty } from '../components/empty-state.tsx';
import { Paging, pageOf, sliceOf } from '../components/pagination.tsx';
import { DaneLayout } from '../dane/layout.tsx';
import type { Visit } from '../routing/page-request.ts';
import { readNamesOf } from './requests-without-answer.tsx';

/** The page of the segments that were confirmed on documents, with these documents, of all campaigns or of
 *  one. `back` leads to the page above it. */
export async function drawDocuments(
  visit: Visit,
  texts: { title: string; none: string; back: { href: string; label: string } },
  campaignId?: string,
) {
  const t = visit.t.dane.campaigns;
  const { rows, last } = pageOf(
    await visit.store.readDocumentaryConfirmations({
      ...sliceOf(visit),
      ...(campaignId !== undefined && { campaignId }),
    }),
  );
  const { nameOf, schoolOf } = await readNamesOf(
    visit,
    rows.map(({ engagement }) => engagement),
  );
  const next = last && new URLSearchParams({ after: last.engagement.reference });
  return (
    <DaneLayout section="campaigns" title={texts.title}>
      {rows.length === 0 ? (
        <Empty>{texts.none}</Empty>
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
            { heading: t.confirmedOn, cell: ({ at }) => visit.t.day(at) },
          ]}
        />
      )}
      <Paging next={next && `${visit.c.req.path}?${next}`} />
      <p>
        <a href={texts.back.href}>{texts.back.label}</a>
      </p>
    </DaneLayout>
  );
}
