import { z } from 'zod';
import type { SchoolInYear } from '../../../application/school/read-year.ts';
import type { MadePaper } from '../../../application/store/school-readers.ts';
import { engagementsOfYear } from '../../../domain/engagement/mission-split.ts';
import { DomainError } from '../../../domain/errors.ts';
import { parsePersonId } from '../../../domain/ids.ts';
import {
  MOST_TOGETHER,
  PAPER_KINDS,
  PAPERS_TOGETHER,
  type Paper,
  type PaperKind,
  PERSON_PAPERS,
  parsePaperId,
} from '../../../domain/paper/types.ts';
import { fullName } from '../../../domain/person/name.ts';
import { isCountable, type Person } from '../../../domain/records.ts';
import { schoolYearLabel, schoolYearOf } from '../../../domain/time/school-year.ts';
import { CardTable } from '../components/card-table.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import type { AppDeps } from '../env.ts';
import { ActionButton } from '../forms/elements.tsx';
import { choiceOf, optionalText, requiredText } from '../forms/schema.ts';
import { usePageContext } from '../layout/page-context.ts';
import { answerError } from '../responses/page.tsx';
import { definePages } from '../routing/define-pages.tsx';
import type { PageRequest } from '../routing/page-request.ts';
import { placeOf, yearOf } from '../school/context.ts';
import { SchoolLayout, type SchoolPlace, YearChoice } from '../school/layout.tsx';
import { answerPaper, answerPapers, PAPER_FILE, PaperLinks, readPaperOf } from './downloads.tsx';

const NEWEST = 50;
const PATH = '/school/:uai/papers';

const paperYear = requiredText(4)
  .refine((text) => /^20\d\d$/.test(text), { message: 'invalid-choice' })
  .transform(Number);

const paperForm = z
  .object({ kind: choiceOf(PAPER_KINDS), personId: optionalText(), year: paperYear })
  .refine(({ kind, personId }) => (kind === 'imp-file') === (personId === undefined), {
    path: ['personId'],
    message: 'required',
  });

/** `/school/{uai}/papers`: papers to print, each with the facts of the day when it was made. */
export const schoolPaperPages = (deps: AppDeps) =>
  definePages(deps, 'school')
    .page(PATH, 'read-establishment', drawPapers)
    .form(PATH, 'keep-establishment', {
      schema: paperForm,
      act: async ({ services, uai, person: by }, { kind, year, personId }) => {
        const person = personId && { personId: parsePersonId(personId) };
        const id = await services.makePaper({ uai, kind, schoolYear: year, ...person, by });
        return `/school/${uai}/papers/${id}.pdf`;
      },
    })
    .form(`${PATH}/together`, 'keep-establishment', {
      schema: z.object({ kind: choiceOf(PAPERS_TOGETHER), year: paperYear }),
      act: async ({ services, uai, person: by }, { kind, year: schoolYear }) => {
        const ids = await services.makePapersTogether({ uai, kind, schoolYear, by });
        return `/school/${uai}/papers/together.pdf?ids=${ids.join('.')}`;
      },
    })
    .page(`${PATH}/together.pdf`, 'read-establishment', renderTogether)
    .page(`${PATH}/${PAPER_FILE}`, 'read-establishment', drawPaper);

async function renderTogether(request: PageRequest) {
  const { c, deps, store, uai, query } = request;
  const requested = (query('ids') ?? '').split('.').slice(0, MOST_TOGETHER);
  const ids = requested.flatMap((text) => parsePaperId(text) ?? []);
  if (ids.length === 0) return answerError(c, deps, { kind: 'bad-request', status: 400 });
  const found = await store.readPapersWith(ids);
  const papers = ids.flatMap((id) => found.find((one) => one.id === id) ?? []);
  if (papers.some((paper) => paper.uai !== uai)) throw new DomainError('not-found');
  return answerPapers(request, papers);
}

async function drawPaper(request: PageRequest) {
  const found = await readPaperOf(request);
  if (found?.paper.uai !== request.uai) throw new DomainError('not-found');
  return answerPaper(request, found.paper, found.part);
}

/** The papers that can be made, and those that were made. */
async function drawPapers({ c, services, store, uai, t: texts }: PageRequest) {
  const t = texts.school.papers;
  const [school, papers] = await Promise.all([
    services.readSchool(uai, yearOf(c)),
    store.readPapers(uai, NEWEST),
  ]);
  const made = await store.readPapersMade(uai, school.schoolYear);
  const place = placeOf(c, school);
  const confirmed = engagementsOfYear(school.engagements, school.schoolYear).filter(({ confirmation }) =>
    isCountable(confirmation),
  );
  const engaged = school.people.filter(({ id }) => confirmed.some(({ personId }) => personId === id));
  return (
    <SchoolLayout school={place} page="papers" title={t.title} description={t.lede}>
      <p class="lede">{t.lede}</p>
      <p class="note">{t.noRate}</p>
      <YearChoice action={`/school/${uai}/papers`} years={school.schoolYears} current={school.schoolYear} />
      {engaged.length === 0 ? (
        <EmptyState>{t.nobody}</EmptyState>
      ) : (
        place.mayKeep && <Choices place={place} engaged={engaged} made={made} {...school} />
      )}
      <h2>{t.made}</h2>
      {papers.length === 0 ? (
        <EmptyState>{engaged.length > 0 && place.mayKeep ? t.noneMade : t.noneMadeYet}</EmptyState>
      ) : (
        <Made papers={papers} establishment={school.establishment} />
      )}
    </SchoolLayout>
  );
}

function Choices({
  place,
  engaged,
  made,
  schoolYear,
  written,
}: Pick<SchoolInYear, 'schoolYear' | 'written'> & {
  place: SchoolPlace;
  engaged: readonly Person[];
  made: readonly MadePaper[];
}) {
  const { day, school } = usePageContext().t;
  const t = school.papers;
  const action = `/school/${place.uai}/papers`;
  const year = String(schoolYear);
  const isReviewed = (id: Person['id']) =>
    written.some(({ personId, on }) => personId === id && schoolYearOf(on) === schoolYear);
  const make = (kind: PaperKind, person?: Person) => {
    const name = person ? fullName(person) : place.name;
    const latest = made.find((one) => one.kind === kind && one.personId === person?.id);
    const texts = person ? t.make : t.makeOf(t.kinds[kind].name, name);
    return (
      <div class={latest ? 'actions' : undefined}>
        {latest && (
          <a
            href={`${action}/${latest.id}.pdf`}
            aria-label={t.openOf(t.kinds[kind].name, name, day(latest.madeAt))}
          >
            {t.openMade(day(latest.madeAt))}
          </a>
        )}
        <ActionButton
          action={action}
          hidden={{ kind, year, personId: person?.id }}
          around="one-line"
          {...(person || latest ? { class: 'secondary' } : {})}
          label={latest ? t.againOf(t.kinds[kind].name, name) : t.makeOf(t.kinds[kind].name, name)}
        >
          {latest ? t.again : texts}
        </ActionButton>
      </div>
    );
  };
  return (
    <>
      <h2>{t.school}</h2>
      <p>{t.kinds['imp-file'].text}</p>
      {make('imp-file')}
      <h2>{t.people}</h2>
      <p>{t.companion.text}</p>
      <CardTable
        rows={engaged}
        columns={[
          { heading: t.person, cell: fullName, names: true },
          ...PERSON_PAPERS.map((kind) => ({
            heading: t.kinds[kind].name,
            cell: (person: Person) =>
              kind === 'review-record' && !isReviewed(person.id) ? t.noReview : make(kind, person),
          })),
        ]}
      />
    </>
  );
}

function Made({ papers, establishment }: Pick<SchoolInYear, 'establishment'> & { papers: readonly Paper[] }) {
  const { moment, school } = usePageContext().t;
  const t = school.papers;
  const aboutOf = ({ personId, facts }: Paper) =>
    personId ? facts.members.map(({ person }) => fullName(person)).join(', ') : establishment.name;
  return (
    <CardTable
      rows={papers}
      columns={[
        { heading: t.kind, cell: ({ kind }) => t.kinds[kind].name, names: true },
        { heading: t.about, cell: aboutOf },
        { heading: school.schoolYear, cell: ({ schoolYear }) => schoolYearLabel(schoolYear) },
        { heading: t.madeOn, cell: ({ madeAt }) => moment(madeAt) },
        {
          heading: t.open,
          cell: (paper) => (
            <PaperLinks base={`/school/${establishment.uai}/papers`} paper={paper} about={aboutOf(paper)} />
          ),
        },
      ]}
    />
  );
}
