import { TextLink } from '../../components/link.tsx';
import { type PageContext, usePageContext } from '../../layout/page-context.ts';
import type { BadgeCardView } from '../../view-models/public-pages.ts';

/** One badge of the catalogue; `brief` leaves out the rules. */
export function BadgeCard({ badge, brief }: { badge: BadgeCardView; brief?: boolean }) {
  const pageContext = usePageContext();
  const { t } = pageContext;
  return (
    <li class="card">
      <img src={`${badge.imageSrc}?size=112`} alt="" width="112" height="112" loading="lazy" />
      <div class="card-body">
        <div>
          <h3 lang={badge.lang}>
            <TextLink href={badge.href}>{badge.name}</TextLink>
          </h3>
          {!brief && <p lang={badge.lang}>{badge.description}</p>}
          <p class="note">{validityText(pageContext, badge)}</p>
        </div>
        {!brief && badge.rules.length > 0 && (
          <div>
            <p class="card-label">{t.catalogue.rules}</p>
            <ul>
              {badge.rules.map((rule) => (
                <li>{rule}</li>
              ))}
            </ul>
          </div>
        )}
      </div>
    </li>
  );
}

/** How long a badge is valid, and who can get it. */
export function validityText(
  { t }: Pick<PageContext, 't'>,
  badge: Pick<BadgeCardView, 'recipient' | 'validityYears'>,
): string {
  if (badge.recipient === 'establishment') return t.badge.forEstablishment;
  return badge.validityYears === undefined ? t.badge.noEnd : t.badge.validity(badge.validityYears);
}
