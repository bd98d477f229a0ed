import type { Subject } from '../../../domain/access/may.ts';
import { DomainError } from '../../../domain/errors.ts';
import { schoolYearLabel } from '../../../domain/time/school-year.ts';
import { CardTable } from '../components/card-table.tsx';
import { Empty } from '../components/empty-state.tsx';
import type { AppDeps } from '../env.ts';
import { MyLayout } from '../my/layout.tsx';
import { pagesOf } from '../routing/define-pages.tsx';
import type { Visit } from '../routing/page-request.ts';
import { answerPaper, PAPER_FILE, PaperLinks, readPaperOf } from './responses.tsx';

const NEWEST = 100;

/** `/my/papers`: the papers about the person, with the facts of the day when they were made. */
export const myPaperPages = (deps: AppDeps) =>
  pagesOf(deps, 'my')
    .page('/my/papers', 'keep-own-record', drawPapers)
    .page(`/my/papers/${PAPER_FILE}`, { may: 'keep-own-record', of: personOfPaper }, drawPaper);

async function personOfPaper(visit: Visit): Promise<Subject | undefined> {
  const personId = (await readPaperOf(visit))?.paper.personId;
  return personId && { kind: 'person', personId };
}

async function drawPaper(visit: Visit) {
  const found = await readPaperOf(visit);
  if (!found) throw new DomainError('not-found');
  return answerPaper(visit, found.paper, found.part);
}

/** The papers that principals made about the person, to read and print. */
async function drawPapers({ store, me, t: words }: Visit) {
  const t = words.my.documents;
  const { papers: columns, schoolYear: yearHeading } = words.school;
  const papers = await store.readPapersAbout(me, NEWEST);
  return (
    <MyLayout page="documents" title={t.title} lede={t.lede}>
      {papers.length === 0 ? (
        <Empty>{t.none}</Empty>
      ) : (
        <CardTable
          rows={papers}
          columns={[
            { heading: columns.kind, cell: ({ kind }) => columns.kinds[kind].name, names: true },
            { heading: t.school, cell: ({ facts }) => facts.establishment.name },
            { heading: yearHeading, cell: ({ schoolYear }) => schoolYearLabel(schoolYear) },
            { heading: columns.madeOn, cell: ({ madeAt }) => words.moment(madeAt) },
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
