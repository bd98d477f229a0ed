import { CardTable } from '../../shell/card-table.tsx';
import { SafeLink } from '../../shell/parts.tsx';
import { StandingWord, standingOf } from '../../shell/standing.tsx';
import { useFrame } from '../../shell/use-frame.ts';
import { MyLayout } from '../my-layout.tsx';
import type { OwnProject } from './allowed-actions.ts';
import type { EngagementView, ReviewView } from './engagement-view.ts';
import { OwnTimeline } from './own-timeline.tsx';
import type { OwnTimelineView } from './timeline-view.ts';

interface EngagementsView {
  readonly engagements: readonly EngagementView[];
  readonly timeline: OwnTimelineView;
  readonly reviews: readonly ReviewView[];
  /** The school projects that the person is associated to. */
  readonly projects: readonly OwnProject[];
  /** School years that count as reviewed without a review, and the first year that requires one. */
  readonly waived?: { readonly years: readonly string[]; readonly before: string };
}

interface EngagementsProps {
  readonly view: EngagementsView;
}

/** `/my/engagements`: the timeline, the segments, the progress reviews. */
export function EngagementsPage({ view }: EngagementsProps) {
  const t = useFrame().t.my.engagements;
  return (
    <MyLayout page="engagements" title={t.title} lede={t.lede}>
      <p>
        <a class="button" href="/my/engagements/new">
          {t.declare}
        </a>
      </p>
      {view.engagements.length === 0 ? <p>{t.empty}</p> : <Engagements view={view} />}
      <h2>{t.reviews}</h2>
      <p>{t.reviewsText}</p>
      {view.waived && <p>{t.waived(view.waived.years, view.waived.before)}</p>}
      {view.reviews.length === 0 ? <p>{t.noReviews}</p> : <Reviews view={view} />}
      <h2 id="projects">{t.projects}</h2>
      {view.projects.length === 0 ? <p>{t.noProjects}</p> : <Projects view={view} />}
    </MyLayout>
  );
}

function Engagements({ view }: EngagementsProps) {
  const t = useFrame().t.my.engagements;
  return (
    <>
      <OwnTimeline view={view.timeline} />
      <h2>{t.list}</h2>
      <CardTable
        rows={view.engagements}
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
          { heading: t.missions, cell: (one) => one.missions.map(({ code }) => code).join(', ') },
          { heading: t.roles, cell: (one) => one.roles.join(', ') || t.noRole },
          { heading: t.state, cell: (one) => <EngagementState engagement={one} /> },
        ]}
      />
    </>
  );
}

/** The state in a word, with a link to answer a contest. */
function EngagementState({ engagement }: { engagement: EngagementView }) {
  const { records, my } = useFrame().t;
  return (
    <>
      <StandingWord state={standingOf(engagement.state)}>
        {records.confirmations[engagement.state]}
      </StandingWord>
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

function Projects({ view }: EngagementsProps) {
  const t = useFrame().t.my.engagements;
  return (
    <CardTable
      rows={view.projects}
      columns={[
        {
          heading: t.project,
          cell: ({ title, description, url }) => (
            <>
              {url ? <SafeLink href={url}>{title}</SafeLink> : title}{' '}
              <span class="note block">{description}</span>
            </>
          ),
          names: true,
        },
        { heading: t.period, cell: ({ period }) => period },
        { heading: t.school, cell: ({ school }) => school },
      ]}
    />
  );
}

function Reviews({ view }: EngagementsProps) {
  const frame = useFrame();
  const t = frame.t.my.engagements;
  return (
    <CardTable
      rows={view.reviews}
      columns={[
        { heading: t.reviewDay, cell: ({ on }) => frame.t.day(on), names: true },
        { heading: t.reviewKind, cell: ({ kind }) => frame.t.records.reviewKinds[kind] },
        { heading: t.school, cell: ({ school }) => school },
      ]}
    />
  );
}
