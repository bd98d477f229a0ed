import type { AwardWithCredential } from '../../../../application/store/badge-readers.ts';
import { chosenForm } from '../../../../domain/holder/chosen-form.ts';
import { endorsementCommentPages } from '../../../../features/endorsements/my.tsx';
import { walletPages } from '../../../../standards/wallets/my.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import type { AppDeps } from '../../env.ts';
import { usePageContext } from '../../layout/page-context.ts';
import { definePages } from '../../routing/define-pages.tsx';
import type { PageRequest } from '../../routing/page-request.ts';
import { MyLayout } from '../layout.tsx';
import { newBadgePages } from './new-list.tsx';
import { badgePages } from './page.tsx';
import { previewPages } from './preview.tsx';
import { BadgeProgressDetails } from './progress-details.tsx';
import { progressView } from './progress-view.ts';
import { badgeState, titleOf } from './state.ts';

/** `/my/badges`: the person's own badges, and the page of each badge for the person who may choose about
 *  it. */
export const badgesPages = (deps: AppDeps) =>
  definePages(deps, 'my')
    .page('/my/badges', 'keep-own-record', renderBadges)
    // These pages stand before the badges by id, because ids would match their names.
    .with(newBadgePages(deps).routes)
    .with(badgePages(deps).routes)
    .with(endorsementCommentPages(deps))
    .with(previewPages(deps).routes)
    .with(walletPages(deps).routes);

/** The granted badges, then one fold for each badge with its met and missing requirements. */
async function renderBadges(request: PageRequest) {
  const { deps, ports, services, me, t: texts, wording } = request;
  const own = await services.readOwnRecord(me);
  const { record, criteria, on } = own;
  const t = texts.my.badges;
  const countOf = (state: 'requested' | 'contested') =>
    record.engagements.filter(({ confirmation }) => confirmation === state).length;
  // Engagements that do not count.
  const [requested, contested] = [countOf('requested'), countOf('contested')];
  return (
    <MyLayout page="badges" title={t.title} lede={t.lede}>
      <h2>{t.mine}</h2>
      {own.awards.length === 0 ? (
        <EmptyState>{t.none}</EmptyState>
      ) : (
        <BadgeCards ports={ports} awards={own.awards} chooses />
      )}
      <p>
        <a href="/my/profile">{texts.publicProfiles.own.link}</a>
      </p>
      <h2>{t.progress}</h2>
      <p>
        {t.today(texts.day(on))} {t.unfold}
      </p>
      {requested + contested > 0 && <p class="notice">{t.uncounted(requested, contested)}</p>}
      {services.deriveBadgeProgress(own).map((one) => (
        <BadgeProgressDetails
          badge={progressView(deps, one, {
            criteria,
            reviews: record.reviews,
            locale: wording.locale,
            form: chosenForm(own.awards),
          })}
        />
      ))}
    </MyLayout>
  );
}

/** The granted badges, newest first. A person who may choose about them gets links to their pages. */
export function BadgeCards({
  ports,
  awards,
  chooses,
}: {
  ports: PageRequest['ports'];
  awards: readonly AwardWithCredential[];
  chooses: boolean;
}) {
  const pageContext = usePageContext();
  const t = pageContext.t.my.badges;
  const cards = awards
    .toSorted((a, b) => (a.award.grantedAt < b.award.grantedAt ? 1 : -1))
    .map((one) => ({
      ...one,
      name: titleOf(ports, one, pageContext.locale),
      state: badgeState(one, ports.clock.now()),
      href: one.credential && chooses ? `/my/badges/${one.credential.id}` : undefined,
    }));
  return (
    <ul class="cards">
      {cards.map(({ award, name, state, href }) => (
        <li class="card">
          <img
            src={`${href ?? `/badges/${award.achievement}/v${award.version}`}/image.svg?size=104`}
            alt=""
            width="104"
            height="104"
          />
          <div class="card-body">
            <h3>{name}</h3>
            <p>
              <span class={`tag state-${state}`}>{t.states[state]}</span>
            </p>
            <p class="note">{t.grantedOn(pageContext.t.day(award.grantedAt))}</p>
            {href && (
              <p>
                <a href={href}>{t.open[state](name)}</a>
              </p>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}
