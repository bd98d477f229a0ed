import { useFrame } from '../shell/use-frame.ts';
import { NewBadges } from './badges/new-badges.tsx';
import { OwnTimeline } from './engagements/own-timeline.tsx';
import type { HomeGlanceView } from './home-view.ts';
import { MyLayout } from './my-layout.tsx';
import { OtherSpaces, type OtherSpacesView } from './other-spaces.tsx';

interface HomePageProps {
  readonly view: HomeGlanceView;
}

interface WholeProps extends HomePageProps {
  /** Whether a paper was made about the person. */
  readonly hasPapers: boolean;
  /** For a person without an engagement: their other spaces come first, without badges that they never
   *  sought. */
  readonly others?: OtherSpacesView;
}

/** `/my`: an overview of the person's own space, with what waits and the years. */
export function MyHomePage({ view, hasPapers, others }: WholeProps) {
  const frame = useFrame();
  const t = frame.t.my.home;
  const links = [
    ...(['engagements', 'trainings', 'contributions', 'badges'] as const),
    ...(hasPapers ? (['documents'] as const) : []),
    'data' as const,
  ];
  return (
    <MyLayout page="home" title={frame.t.my.title}>
      <NewBadges badges={view.newBadges} />
      {others ? <OtherSpaces view={others} /> : <Own view={view} />}
      <h2>{t.links}</h2>
      <ul class="links">
        {links.map((page) => (
          <li>
            <a href={`/my/${page}`}>{t.linkTexts[page]}</a>
          </li>
        ))}
      </ul>
    </MyLayout>
  );
}

/** The person's engagement, in an overview. */
function Own({ view }: HomePageProps) {
  const t = useFrame().t.my.home;
  return (
    <>
      <p class="lede glance">{view.glance}</p>
      <BadgesInShort view={view} />
      <Waiting view={view} />
      {view.requested > 0 && (
        <section aria-labelledby="elsewhere">
          <h2 id="elsewhere">{t.elsewhere}</h2>
          <p>
            {t.requested(view.requested)} <a href="/my/engagements">{t.seeRequested}</a>
          </p>
        </section>
      )}
      <h2>{t.years}</h2>
      {view.timeline.years.length === 0 && <p>{t.empty}</p>}
      <OwnTimeline view={view.timeline} />
      <p>
        <a class="button" href="/my/engagements/new">
          {t.declare}
        </a>
      </p>
    </>
  );
}

/** The granted badges, and those on which the DANE must decide. */
function BadgesInShort({ view: { granted, met } }: HomePageProps) {
  const t = useFrame().t.my.home;
  if (granted.length + met.length === 0) return null;
  return (
    <p>
      {[...(granted.length > 0 ? [t.granted(granted)] : []), ...(met.length > 0 ? [t.met(met)] : [])].join(
        ' ',
      )}{' '}
      <a href="/my/badges">{t.seeBadges}</a>
    </p>
  );
}

function Waiting({ view: { waiting, newBadges } }: HomePageProps) {
  const t = useFrame().t.my.home;
  const all = [{ count: waiting.contested, text: t.contested, href: '/my/contests', link: t.answer }].filter(
    ({ count }) => count > 0,
  );
  // New badges stand above, and wait too.
  if (all.length === 0 && newBadges.length > 0) return null;
  return (
    <section aria-labelledby="waiting">
      <h2 id="waiting">{t.waiting}</h2>
      {all.length === 0 ? (
        <p>{t.nothingWaits}</p>
      ) : (
        <ul class="waiting">
          {all.map(({ count, text, href, link }) => (
            <li>
              <strong>{count}</strong> {text(count)}
              <p>
                <a href={href} aria-label={t.act(link, `${count} ${text(count)}`)}>
                  {link}
                </a>
              </p>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
