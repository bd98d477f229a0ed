import type { OwnRecord } from '../../../../application/self-service/read-own-record.ts';
import { waivedYears } from '../../../../domain/facts/review-years.ts';
import { schoolYearLabel } from '../../../../domain/time/school-year.ts';
import { projectColumns } from '../../../../features/school-projects/components.tsx';
import { CardTable } from '../../components/card-table.tsx';
import { ConfirmationTag, standingOf } from '../../components/confirmation-tag.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { detailColumns, missionCodes } from '../../engagements/facts.tsx';
import type { AppDeps } from '../../env.ts';
import { afterDoing } from '../../forms/submission.ts';
import { usePageContext } from '../../layout/page-context.ts';
import { definePages } from '../../routing/define-pages.tsx';
import type { PageRequest } from '../../routing/page-request.ts';
import { MyLayout } from '../layout.tsx';
import { changePages } from './change.tsx';
import { openDeclaration, takeDeclaration } from './declaration.tsx';
import { engagementPages, isForDane } from './page.tsx';
import { OwnTimeline } from './timeline-chart.tsx';
import { timelineView } from './timeline-view.ts';
import { type EngagementView, engagementPath, engagementView, schoolName } from './view.ts';

/** `/my/engagements`: the engagements of the person signed in. */
export const engagementsPages = (deps: AppDeps) =>
  definePages(deps, 'my')
    .page('/my/engagements', 'keep-own-record', renderEngagements)
    .page('/my/engagements/new', 'keep-own-record', (request) => openDeclaration(request))
    .form(
      '/my/engagements/new',
      'keep-own-record',
      takeDeclaration(async (request, declaration) => {
        const engagement = await request.services.declareEngagement({ personId: request.me, declaration });
        const done = (await isForDane(request, engagement))
          ? 'engagement-declared-to-dane'
          : 'engagement-declared';
        return afterDoing(done, engagementPath(engagement.reference));
      }),
    )
    .with(engagementPages(deps).routes)
    .with(changePages(deps).routes);

/** The timeline, the engagements, the progress reviews, the school projects. */
async function renderEngagements(request: PageRequest) {
  const own = await request.services.readOwnRecord(request.me);
  const { record, facts, criteria } = own;
  const t = request.t.my.engagements;
  const projects = await renderProjects(request);
  // They explain why more years count as reviewed than there are reviews in the list.
  const waived = waivedYears(facts.reviewYears, record.reviews, criteria.thresholds).map(schoolYearLabel);
  return (
    <MyLayout page="engagements" title={t.title} lede={t.lede}>
      <p>
        <a class="button" href="/my/engagements/new">
          {t.declare}
        </a>
      </p>
      {record.engagements.length === 0 ? (
        <EmptyState>{t.empty}</EmptyState>
      ) : (
        <>
          <OwnTimeline view={timelineView(own, request.t)} />
          <h2>{t.list}</h2>
          <Engagements
            engagements={record.engagements
              .toSorted((a, b) => (a.period.from < b.period.from ? 1 : -1))
              .map((one) => engagementView(one, own, request.wording))}
          />
        </>
      )}
      <h2>{t.reviews}</h2>
      <p>{t.reviewsText}</p>
      {waived.length > 0 && (
        <p>{t.waived(waived, schoolYearLabel(criteria.thresholds.reviewWaivedBefore))}</p>
      )}
      {record.reviews.length === 0 ? <EmptyState>{t.noReviews}</EmptyState> : <Reviews own={own} />}
      <h2 id="projects">{t.projects}</h2>
      {projects}
    </MyLayout>
  );
}

/** Latest first. */
function Engagements({ engagements }: { engagements: readonly EngagementView[] }) {
  const t = usePageContext().t.my.engagements;
  return (
    <CardTable
      rows={engagements}
      columns={[
        {
          heading: t.school,
          cell: (one) => (
            <a href={one.href} aria-label={t.see(`${one.school}, ${one.period}`)}>
              {one.school}
            </a>
          ),
          names: true,
        },
        { heading: t.period, cell: (one) => one.period },
        { heading: t.missions, cell: missionCodes },
        ...detailColumns(engagements, t.noRole),
        { heading: t.state, cell: (one) => <EngagementState engagement={one} /> },
      ]}
    />
  );
}

/** The state in a word, with a link to answer a contest. */
function EngagementState({ engagement }: { engagement: EngagementView }) {
  const { my } = usePageContext().t;
  return (
    <>
      <ConfirmationTag state={standingOf(engagement.confirmation)}>{engagement.state}</ConfirmationTag>
      {engagement.contest && (
        <>
          {' '}
          <a href={engagement.contest.href}>
            {engagement.contest.stage === 'awaits-answer'
              ? my.engagements.answer
              : my.engagements.readContest}
          </a>
        </>
      )}
    </>
  );
}

/** The school projects that the person is associated to. */
async function renderProjects({ store, me, wording, t: { my } }: PageRequest) {
  const projects = await store.readSchoolProjectsOf(me);
  const schools = await store.readSchoolsByUai([...new Set(projects.map(({ uai }) => uai))]);
  const t = my.engagements;
  if (projects.length === 0) return <p>{t.noProjects}</p>;
  return (
    <CardTable
      rows={projects}
      columns={[
        ...projectColumns(t, wording),
        { heading: t.school, cell: ({ uai }) => schools.find((one) => one.uai === uai)?.name ?? uai },
      ]}
    />
  );
}

/** Latest first. */
function Reviews({ own }: { own: OwnRecord }) {
  const pageContext = usePageContext();
  const t = pageContext.t.my.engagements;
  return (
    <CardTable
      rows={own.record.reviews.toSorted((a, b) => (a.on < b.on ? 1 : -1))}
      columns={[
        { heading: t.reviewDay, cell: ({ on }) => pageContext.t.day(on), names: true },
        { heading: t.reviewKind, cell: ({ kind }) => pageContext.t.records.reviewKinds[kind] },
        { heading: t.school, cell: ({ uai }) => schoolName(uai, own) },
      ]}
    />
  );
}
