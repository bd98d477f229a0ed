import type { Subject } from '../../../domain/access/may.ts';
import { DomainError } from '../../../domain/errors.ts';
import { schoolYearLabel } from '../../../domain/time/school-year.ts';
import { CardTable } from '../components/card-table.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import type { AppDeps } from '../env.ts';
import { MyLayout } from '../my/layout.tsx';
import { definePages } from '../routing/define-pages.tsx';
import type { PageRequest } from '../routing/page-request.ts';
import { answerPaper, PAPER_FILE, PaperLinks, readPaperOf } from './downloads.tsx';

const NEWEST = 100;

/** `/my/papers`: the papers about the person, with the facts of the day when they were made. */
export const myPaperPages = (deps: AppDeps) =>
  definePages(deps, 'my')
    .page('/my/papers', 'keep-own-record', drawPapers)
    .page(`/my/papers/${PAPER_FILE}`, { may: 'keep-own-record', of: personOfPaper }, drawPaper);

async function personOfPaper(request: PageRequest): Promise<Subject | undefined> {
  const personId = (await readPaperOf(request))?.paper.personId;
  return personId && { kind: 'person', personId };
}

async function drawPaper(request: PageRequest) {
  const found = await readPaperOf(request);
  if (!found) throw new DomainError('not-found');
  return answerPaper(request, found.paper, found.part);
}

/** The papers that principals made about the person, to read and print. */
async function drawPapers({ store, me, t: texts }: PageRequest) {
  const t = texts.my.documents;
  const { papers: columns, schoolYear: yearHeading } = texts.school;
  const papers = await store.readPapersAbout(me, NEWEST);
  return (
    <MyLayout page="documents" title={t.title} lede={t.lede}>
      {papers.length === 0 ? (
        <EmptyState>{t.none}</EmptyState>
      ) : (
        <CardTable
          rows={papers}
          columns={[
            { heading: columns.kind, cell: ({ kind }) => columns.kinds[kind].name, names: true },
            { heading: t.school, cell: ({ facts }) => facts.establishment.name },
            { heading: yearHeading, cell: ({ schoolYear }) => schoolYearLabel(schoolYear) },
            { heading: columns.madeOn, cell: ({ madeAt }) => texts.moment(madeAt) },
            {
              heading: columns.open,
              cell: (paper) => (
                <PaperLinks base="/my/papers" paper={paper} about={paper.facts.establishment.name} />
              ),
            },
          ]}
        />
      )}
    </MyLayout>
  );
}
