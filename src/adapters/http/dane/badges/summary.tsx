import type { AchievementDefinition, Criteria } from '../../../../domain/criteria/definition.ts';
import { inLanguage } from '../../../../domain/engagement/mission.ts';
import { usePageContext } from '../../layout/page-context.ts';
import type { PageRequest } from '../../routing/page-request.ts';
import { ruleTexts } from '../../view-models/public-texts.ts';

/** What people will read of a badge, in both languages. `criteria` are the version in which it would stand. */
export function BadgeSummary({
  badge,
  criteria,
  ports,
}: Pick<PageRequest, 'ports'> & { badge: AchievementDefinition; criteria: Criteria }) {
  const t = usePageContext().t.dane.badges;
  return (
    <>
      <DraftBadge badge={badge} criteria={criteria} ports={ports} locale="fr" />
      <details class="fold">
        <summary>{t.adoption.inEnglish}</summary>
        <div class="fold-body" lang="en">
          <DraftBadge badge={badge} criteria={criteria} ports={ports} locale="en" />
        </div>
      </details>
    </>
  );
}

interface DraftBadgeProps extends Pick<PageRequest, 'ports'> {
  readonly badge: AchievementDefinition;
  readonly criteria: Criteria;
  readonly locale: 'fr' | 'en';
}

function DraftBadge({ badge, criteria, ports, locale }: DraftBadgeProps) {
  const { requirement } = ruleTexts(ports.catalogue, criteria, locale);
  return (
    <>
      <p>
        <strong>{inLanguage(badge.name, locale)}</strong>{' '}
        {locale === 'fr' && badge.titles && (
          <span class="note">
            {badge.titles.feminine}, {badge.titles.masculine}
          </span>
        )}
      </p>
      <p>{inLanguage(badge.description, locale)}</p>
      <ul class="requirements">
        {badge.requirements.map(({ rule }) => (
          <li>{requirement(rule)}</li>
        ))}
      </ul>
    </>
  );
}
