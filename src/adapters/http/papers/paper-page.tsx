import type { ConfirmedPaper } from '../../../application/school/papers.ts';
import type { MissionFramework } from '../../../domain/engagement/mission.ts';
import type { PersonPaperSummary, SchoolPaperSummary } from '../../../domain/paper/paper.ts';
import { schoolYearLabel } from '../../../domain/time/school-year.ts';
import { Layout } from '../pages/layout.tsx';
import type { PageFrame } from '../pages/page-frame.ts';

interface PaperPageProps {
  readonly frame: PageFrame;
  readonly confirmed: ConfirmedPaper;
  readonly framework: MissionFramework;
}

/** `/papers/{id}`: what a printed paper says, confirmed; nothing more. */
export function PaperPage({ frame, confirmed, framework }: PaperPageProps) {
  const t = frame.t.school.papers;
  const { paper, summary, unchanged } = confirmed;
  const year = schoolYearLabel(paper.schoolYear);
  return (
    <Layout frame={frame} title={t.public.title} description={t.public.description}>
      <p class="kicker">{t.public.title}</p>
      <h1>{t.kinds[paper.kind].name}</h1>
      <p class="lede">{t.public.genuine}</p>
      <p>{t.public.madeBy(frame.t.day(paper.madeAt))}</p>
      <p class={unchanged ? 'notice notice-done' : 'notice'}>
        {unchanged ? t.public.unchanged : t.public.changed}
      </p>
      <h2>{t.public.facts}</h2>
      {summary.kind === 'person' ? (
        <PersonFacts frame={frame} summary={summary} framework={framework} year={year} />
      ) : (
        <SchoolFacts frame={frame} summary={summary} year={year} />
      )}
      <p class="note">{t.public.onlyThis}</p>
    </Layout>
  );
}

function PersonFacts({
  frame,
  summary,
  framework,
  year,
}: Pick<PaperPageProps, 'frame' | 'framework'> & { summary: PersonPaperSummary; year: string }) {
  const { school, day, count } = frame.t;
  const t = school.papers.public;
  return (
    <dl class="facts-list">
      <dt>{t.name}</dt>
      <dd>{summary.name}</dd>
      <dt>{t.establishment}</dt>
      <dd>{summary.establishment}</dd>
      <dt>{t.schoolYear}</dt>
      <dd>{year}</dd>
      <dt>{t.period}</dt>
      <dd>
        {summary.segments.map(({ from, to, missions }) => (
          <>
            <p>{school.period(day(from), to && day(to))}</p>
            <ul>
              {missions.map((code) => (
                <li>
                  {code} · {framework.missions.get(code)?.label[frame.locale]}
                </li>
              ))}
            </ul>
          </>
        ))}
      </dd>
      <dt>{t.trainingHours}</dt>
      <dd>{t.hours(count(summary.trainingHours, '', '').trim())}</dd>
      <dt>{t.reviews}</dt>
      <dd>{summary.reviews.length > 0 ? summary.reviews.map((on) => day(on)).join(', ') : t.noReview}</dd>
    </dl>
  );
}

function SchoolFacts({
  frame,
  summary,
  year,
}: Pick<PaperPageProps, 'frame'> & { summary: SchoolPaperSummary; year: string }) {
  const t = frame.t.school.papers.public;
  return (
    <dl class="facts-list">
      <dt>{t.establishment}</dt>
      <dd>{summary.establishment}</dd>
      <dt>{t.schoolYear}</dt>
      <dd>{year}</dd>
      <dt>{t.people}</dt>
      <dd>{summary.people}</dd>
      <dt>{t.missions}</dt>
      <dd>{summary.missions}</dd>
      <dt>{t.trainingHours}</dt>
      <dd>{t.hours(frame.t.count(summary.trainingHours, '', '').trim())}</dd>
      <dt>{t.reviews}</dt>
      <dd>{summary.reviews}</dd>
    </dl>
  );
}
