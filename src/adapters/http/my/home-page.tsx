import { inLanguage } from '../pages/in-language.ts';
import type { PageFrame } from '../pages/page-frame.ts';
import { OwnTimeline } from './engagements/own-timeline.tsx';
import type { HomeGlanceView } from './home-view.ts';
import { MyLayout } from './my-layout.tsx';
import { OtherSpaces, type OtherSpacesView } from './other-spaces.tsx';

interface HomePageProps {
  readonly frame: PageFrame;
  readonly view: HomeGlanceView;
}

interface WholeProps extends HomePageProps {
  /** A paper was made about them. */
  readonly hasPapers: boolean;
  /** Of somebody who holds no engagement: what waits elsewhere comes first, and no badge they never sought. */
  readonly others?: OtherSpacesView;
}

/** `/my`: at a glance, what waits, the years. */
export function MyHomePage({ frame, view, hasPapers, others }: WholeProps) {
  const t = frame.t.my.home;
  const links = [
    ...(['engagements', 'trainings', 'contributions', 'badges'] as const),
    ...(hasPapers ? (['documents'] as const) : []),
    'data' as const,
  ];
  return (
    <MyLayout frame={frame} page="home" title={frame.t.my.title}>
      {others ? <OtherSpaces frame={frame} view={others} /> : <Own frame={frame} view={view} />}
      <h2>{t.links}</h2>
      <ul class="links">
        {links.map((page) => (
          <li>
            <a href={inLanguage(frame, `/my/${page}`)}>{t.linkTexts[page]}</a>
          </li>
        ))}
      </ul>
    </MyLayout>
  );
}

/** One's engagement at a glance. */
function Own({ frame, view }: HomePageProps) {
  const t = frame.t.my.home;
  return (
    <>
      <p class="lede glance">{view.glance}</p>
      <Waiting frame={frame} view={view} />
      <h2>{t.years}</h2>
      {view.years.length === 0 && <p>{t.empty}</p>}
      <OwnTimeline frame={frame} years={view.years} />
      <p>
        <a class="button" href={inLanguage(frame, '/my/engagements/new')}>
          {t.declare}
        </a>
      </p>
    </>
  );
}

function Waiting({ frame, view: { waiting } }: HomePageProps) {
  const t = frame.t.my.home;
  const all = [
    { count: waiting.toAccept, text: t.toAccept, href: '/my/badges', link: t.see },
    { count: waiting.contested, text: t.contested, href: '/my/contests', link: t.answer },
    { count: waiting.requested, text: t.requested, href: '/my/engagements', link: t.see },
  ].filter(({ count }) => count > 0);
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
                <a href={inLanguage(frame, href)} aria-label={t.act(link, `${count} ${text(count)}`)}>
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
