import { TextLink } from '../../components/link.tsx';
import { usePageContext } from '../../layout/page-context.ts';
import { ownPath } from '../../responses/url-path.ts';
import { BadgeLayout } from './layout.tsx';
import { BadgeTools } from './share-tools.tsx';
import type { BadgeChoiceView } from './view.ts';

/** The badges that were just answered. */
export function Published({
  badges,
  profiled,
  othersWait,
}: {
  badges: readonly [BadgeChoiceView, ...BadgeChoiceView[]];
  /** The badges that the person's public profile lists already. */
  profiled: readonly string[];
  /** Whether other new badges still wait. */
  othersWait: boolean;
}) {
  const t = usePageContext().t.my.moment.published;
  const visible = badges.filter(({ sharing }) => sharing);
  const together = visible.length > 1 && visible.every(({ school }) => school === undefined);
  const saved = badges.filter(({ state }) => state === 'hidden');
  const title = visible.length > 0 ? t.title : saved.length > 0 ? t.titleKept : t.titleNothing;
  return (
    <BadgeLayout view={badges[0]} title={title}>
      <NotPublished badges={badges} />
      {saved.length > 0 && <AcceptedBadges badges={saved} />}
      {together && <Together badges={visible} profiled={profiled} />}
      {visible.map((badge, index) => (
        <PublishedOne
          badge={badge}
          quiet={together}
          fold={visible.length === 1 ? 'none' : index === 0 ? 'open' : 'closed'}
        />
      ))}
      {othersWait && (
        <p>
          <a href="/my/badges/new">{t.remaining}</a>
        </p>
      )}
    </BadgeLayout>
  );
}

/** Several badges belong on one page: the public profile is offered, with all of them ticked. */
function Together({ badges, profiled }: { badges: readonly BadgeChoiceView[]; profiled: readonly string[] }) {
  const t = usePageContext().t.my.moment.published;
  const ids = new Set([...profiled, ...badges.map(({ id }) => id)]);
  const query = new URLSearchParams([
    ['name', badges[0]?.choice.name ?? 'none'],
    ...[...ids].map((id): [string, string] => ['badges', id]),
  ]);
  return (
    <section class="published">
      <p class="lede">{t.together(badges.length)}</p>
      <p>
        <a class="button" href={`/my/profile?${query}#choose`}>
          {profiled.length > 0 ? t.addToProfile : t.makeProfile}
        </a>
      </p>
    </section>
  );
}

/** Of several badges, only the tools of the first are unfolded: its card is visible at once, and the page
 *  stays short. */
function PublishedOne({
  badge,
  fold,
  quiet,
}: {
  badge: BadgeChoiceView;
  fold: 'none' | 'open' | 'closed';
  quiet: boolean;
}) {
  const { moment } = usePageContext().t.my;
  const t = moment.published;
  if (!badge.sharing) return null;
  return (
    <section class="published" aria-labelledby={`name-${badge.id}`}>
      <div class="published-head">
        <img src={`${badge.imageSrc}?size=96`} alt="" width="96" height="96" />
        <div>
          <h2 id={`name-${badge.id}`}>{badge.name}</h2>
          <p>{t.open[badge.choice.visibility]}</p>
          <p>
            <TextLink href={ownPath(badge.pageUrl)}>
              {t.openPage}
              <span class="visually-hidden">{t.manageOf(badge.name)}</span>
            </TextLink>
            {' · '}
            <Manage badge={badge} />
          </p>
        </div>
      </div>
      {fold !== 'none' ? (
        <details open={fold === 'open'}>
          <summary>
            {moment.tools.title}
            <span class="visually-hidden">{t.manageOf(badge.name)}</span>
          </summary>
          <BadgeTools sharing={badge.sharing} id={badge.id} quiet={quiet} />
        </details>
      ) : (
        <BadgeTools sharing={badge.sharing} id={badge.id} quiet={quiet} />
      )}
    </section>
  );
}

function Manage({ badge }: { badge: BadgeChoiceView }) {
  const t = usePageContext().t.my.moment.published;
  return (
    <a href={badge.href}>
      {t.manage}
      <span class="visually-hidden">{t.manageOf(badge.name)}</span>
    </a>
  );
}

function AcceptedBadges({ badges }: { badges: readonly BadgeChoiceView[] }) {
  const t = usePageContext().t.my.moment.published;
  const isSchools = badges[0]?.school !== undefined;
  return (
    <section class="published">
      <p class="lede">{isSchools ? t.keptForSchool : t.kept(badges.length)}</p>
      <ul class="kept-badges">
        {badges.map((badge) => (
          <li>
            <img src={`${badge.imageSrc}?size=128`} alt="" width="128" height="128" />
            <strong>{badge.name}</strong>
            <Manage badge={badge} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The badges of the form that were not published, each with the reason. */
function NotPublished({ badges }: { badges: readonly BadgeChoiceView[] }) {
  const t = usePageContext().t.my.moment.published.not;
  const reasons = badges.flatMap(({ state, name }) =>
    state === 'private' || state === 'declined' || state === 'revoked' || state === 'suspended'
      ? [t[state](name)]
      : [],
  );
  if (reasons.length === 0) return null;
  return (
    <div class="notice">
      {reasons.map((reason) => (
        <p>{reason}</p>
      ))}
    </div>
  );
}
