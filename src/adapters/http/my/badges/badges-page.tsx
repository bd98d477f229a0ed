import { useFrame } from '../../shell/use-frame.ts';
import { MyLayout } from '../my-layout.tsx';
import { BadgeProgressFold } from './badge-progress-fold.tsx';
import type { BadgesView, OwnBadgeView } from './badges-view.ts';

interface BadgesProps {
  readonly view: BadgesView;
}

/** `/my/badges`: the granted badges, then one fold for each badge with its met and missing requirements. */
export function MyBadgesPage({ view }: BadgesProps) {
  const frame = useFrame();
  const t = frame.t.my.badges;
  return (
    <MyLayout page="badges" title={t.title} lede={t.lede}>
      <h2>{t.mine}</h2>
      {view.own.length === 0 ? <p>{t.none}</p> : <BadgeCards badges={view.own} />}
      <p>
        <a href="/my/profile">{frame.t.profile.own.link}</a>
        {' · '}
        <a href="/my/badges/elsewhere">{frame.t.host.held.link}</a>
      </p>
      <p>
        <a href="/my/record">{frame.t.badgeRecord.own.link}</a>
      </p>
      <h2>{t.progress}</h2>
      <p>
        {t.today(frame.t.day(view.on))} {t.unfold}
      </p>
      {view.uncounted.requested + view.uncounted.contested > 0 && (
        <p class="notice">{t.uncounted(view.uncounted.requested, view.uncounted.contested)}</p>
      )}
      {view.progress.map((one) => (
        <BadgeProgressFold badge={one} />
      ))}
    </MyLayout>
  );
}

/** The granted badges, each with a link to its page for a person who may choose about it. */
export function BadgeCards({ badges }: { badges: readonly OwnBadgeView[] }) {
  const frame = useFrame();
  const t = frame.t.my.badges;
  return (
    <ul class="cards">
      {badges.map((badge) => (
        <li class="card">
          <img src={badge.imageSrc} alt="" width="104" height="104" />
          <div class="card-body">
            <h3>{badge.name}</h3>
            <p>
              <span class={`tag state-${badge.state}`}>{t.states[badge.state]}</span>
            </p>
            <p class="note">{t.grantedOn(frame.t.day(badge.grantedAt))}</p>
            {badge.href && (
              <p>
                <a href={badge.href}>{t.open[badge.state](badge.name)}</a>
              </p>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}
