import { useFrame } from '../../shell/use-frame.ts';
import { MyLayout } from '../my-layout.tsx';
import type { EngagementView, ReviewView } from './engagement-view.ts';
import { OwnTimeline } from './own-timeline.tsx';
import type { OwnTimelineView } from './timeline-view.ts';

interface EngagementsView {
  readonly engagements: readonly EngagementView[];
  readonly timeline: OwnTimelineView;
  readonly reviews: readonly ReviewView[];
  /** School years that count as reviewed though nothing was held, and the first year that is asked for. */
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
    </MyLayout>
  );
}

function Engagements({ view }: EngagementsProps) {
  const t = useFrame().t.my.engagements;
  return (
    <>
      <OwnTimeline view={view.timeline} />
      <h2>{t.list}</h2>
      <table class="table-cards">
        <thead>
          <tr>
            <th scope="col">{t.school}</th>
            <th scope="col">{t.period}</th>
            <th scope="col">{t.missions}</th>
            <th scope="col">{t.roles}</th>
            <th scope="col">{t.state}</th>
          </tr>
        </thead>
        <tbody>
          {view.engagements.map((one) => (
            <tr>
              <th scope="row">
                <a href={one.href} aria-label={t.see(`${one.school}, ${one.period}`)}>
                  {one.school}
                </a>
              </th>
              <td data-label={t.period}>{one.period}</td>
              <td data-label={t.missions}>{one.missions.map(({ code }) => code).join(', ')}</td>
              <td data-label={t.roles}>{one.roles.join(', ') || t.noRole}</td>
              <td data-label={t.state}>
                <EngagementState engagement={one} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

/** The state in a word, with the way to answer where it is contested. */
function EngagementState({ engagement }: { engagement: EngagementView }) {
  const { records, my } = useFrame().t;
  return (
    <>
      <span class={`tag state-${engagement.state}`}>{records.confirmations[engagement.state]}</span>
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

function Reviews({ view }: EngagementsProps) {
  const frame = useFrame();
  const t = frame.t.my.engagements;
  return (
    <table class="table-cards">
      <thead>
        <tr>
          <th scope="col">{t.reviewDay}</th>
          <th scope="col">{t.reviewKind}</th>
          <th scope="col">{t.school}</th>
        </tr>
      </thead>
      <tbody>
        {view.reviews.map(({ on, kind, school }) => (
          <tr>
            <th scope="row">{frame.t.day(on)}</th>
            <td data-label={t.reviewKind}>{frame.t.records.reviewKinds[kind]}</td>
            <td data-label={t.school}>{school}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
