import { Invited, type readInvited } from '../invitations/invitations-of-mine.tsx';
import { ProposedMissions, type readProposedMissions } from '../missions/missions-of-mine.tsx';
import { News } from '../shell/news.tsx';
import { useFrame } from '../shell/use-frame.ts';
import type { NewsView } from '../shell/view-models.ts';
import { BadgePath } from './badge-path.tsx';
import { NewBadges } from './badges/new-badges.tsx';
import { OwnTimeline } from './engagements/own-timeline.tsx';
import type { HomeAction, HomeGlanceView } from './home-view.ts';
import { MyLayout } from './my-layout.tsx';
import { OtherSpaces, type OtherSpacesView } from './other-spaces.tsx';

interface HomePageProps {
  readonly view: HomeGlanceView;
}

interface WholeProps extends HomePageProps {
  /** Missions that a principal proposes, without an answer yet. */
  readonly proposed: Awaited<ReturnType<typeof readProposedMissions>>;
  /** Invitations to events to come. */
  readonly invited: Awaited<ReturnType<typeof readInvited>>;
  /** Present for a person without an engagement: their other spaces come first, and badges that they do not
   *  seek are left out. */
  readonly others?: OtherSpacesView;
  readonly news: readonly NewsView[];
}

/** `/my`: the best news first, then the way from badge to badge, the waiting tasks, and the years. */
export function MyHomePage({ view, proposed, invited, others, news }: WholeProps) {
  const frame = useFrame();
  return (
    <MyLayout page="home" title={frame.t.my.title}>
      <NewBadges badges={view.newBadges} />
      <ProposedMissions proposed={proposed} />
      <Invited invited={invited} />
      {others ? <OtherSpaces view={others} /> : <Own view={view} />}
      <News news={news} />
    </MyLayout>
  );
}

/** The person's engagement, in an overview. */
function Own({ view }: HomePageProps) {
  const t = useFrame().t.my.home;
  const { news, glance, action, newBadges, timeline } = view;
  return (
    <>
      {news && <p class="news">{news}</p>}
      {glance && <p class="lede">{glance}</p>}
      {timeline.years.length === 0 && <p class="lede">{t.empty}</p>}
      <Waiting view={view} />
      {action && newBadges.length === 0 && <Action action={action} />}
      <h2>{t.path.heading}</h2>
      <BadgePath path={view.path} />
      <p>
        <a href="/my/badges">{t.seeBadges}</a>
      </p>
      {timeline.years.length > 0 && (
        <>
          <h2>{t.years}</h2>
          <OwnTimeline view={timeline} />
        </>
      )}
    </>
  );
}

/** The one button of the page. */
function Action({ action }: { action: HomeAction }) {
  const t = useFrame().t.my.home;
  const declare = (year: string | undefined) => (year === undefined ? t.declare : t.declareYear(year));
  return (
    <p>
      <a class="button" href={action.href}>
        {action.kind === 'answer' ? t.answer : declare(action.year)}
      </a>
    </p>
  );
}

/** The tasks that the person can answer, and those that wait for other people. */
function Waiting({ view: { contested, requested, newBadges } }: HomePageProps) {
  const t = useFrame().t.my.home;
  if (contested.count + requested === 0) return null;
  return (
    <section aria-labelledby="waiting">
      <h2 id="waiting">{t.waiting}</h2>
      <ul class="links">
        {contested.count > 0 && (
          <li>
            {t.contested(contested.count, contested.byPrincipal)}{' '}
            {newBadges.length > 0 && <a href="/my/contests">{t.answer}</a>}
          </li>
        )}
        {requested > 0 && (
          <li>
            {t.requested(requested)} <a href="/my/engagements">{t.seeRequested}</a>
          </li>
        )}
      </ul>
    </section>
  );
}
