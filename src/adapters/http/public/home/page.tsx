import { TextLink } from '../../components/link.tsx';
import { About } from '../../components/summary-list.tsx';
import { Layout } from '../../layout/html-document.tsx';
import { usePageContext } from '../../layout/page-context.ts';
import type { HomeView } from '../../view-models/public-pages.ts';
import { BadgeCard } from '../badge/card.tsx';
import { VerifyBox } from '../verify/box.tsx';

/** `/`: what the service is, and its three entries. */
export function HomePage({ view }: { view: HomeView }) {
  const { t, copiedAt } = usePageContext();
  const doors = [
    ['/badges', t.home.catalogue, t.home.catalogueText],
    ['/referentiel/rupn/v1', t.home.framework, t.home.frameworkText],
  ] as const;
  // The second level of a personal badge, where there is one: its cairn is also the icon of the site.
  const personal = view.badges.filter((badge) => badge.recipient === 'person');
  const emblem = (personal[1] ?? personal[0])?.imageSrc;
  return (
    <Layout title={t.home.title} description={t.home.description} copies>
      <div class="opening">
        <div>
          <h1>{t.home.title}</h1>
          <p class="lede">{t.home.lede}</p>
          {view.welcome && <p>{view.welcome}</p>}
        </div>
        {emblem && <img src={emblem} alt="" width="240" height="240" />}
      </div>
      <section aria-labelledby="doors">
        <h2 id="doors" class="visually-hidden">
          {t.home.doors}
        </h2>
        <ul class="doors">
          {doors.map(([href, label, text]) => (
            <li>
              <h3>
                <TextLink href={href}>{label}</TextLink>
              </h3>
              <p>{text}</p>
            </li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="verify">
        <h2 id="verify">{t.home.verify}</h2>
        {copiedAt ? (
          <p>
            {t.closed.lede(t.day(copiedAt))} <TextLink href="/verify">{t.closed.how}</TextLink>
          </p>
        ) : (
          <>
            <p>{t.home.verifyText}</p>
            <VerifyBox />
          </>
        )}
      </section>
      <About />
      <section class="prose">
        <h2>{t.home.principles}</h2>
        <ul>
          {t.home.principleList.map((principle) => (
            <li>{principle}</li>
          ))}
        </ul>
      </section>
      <section>
        <h2>{t.home.badges}</h2>
        <ul class="cards">
          {view.badges.map((badge) => (
            <BadgeCard badge={badge} brief />
          ))}
        </ul>
        <p>
          <TextLink href="/badges">{t.home.allBadges}</TextLink>
        </p>
      </section>
    </Layout>
  );
}
