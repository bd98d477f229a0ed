import { usePageContext } from '../layout/page-context.ts';
import type { EngagementDescription } from './descriptions.ts';

/** The content of an engagement, as a list of facts. */
export function EngagementFacts({ segment }: { segment: EngagementDescription }) {
  const t = usePageContext().t.school.decisions;
  return (
    <dl class="facts-list">
      <dt>{t.period}</dt>
      <dd>{segment.period}</dd>
      <dt>{t.missions}</dt>
      <dd>
        <ul class="plain">
          {segment.missions.map((mission) => (
            <li>{mission}</li>
          ))}
        </ul>
      </dd>
      <dt>{t.roles}</dt>
      <dd>{segment.roles.length > 0 ? segment.roles.join(', ') : t.noRole}</dd>
      <dt>{t.state}</dt>
      <dd>{[segment.state, segment.decidedBy].filter(Boolean).join(', ')}</dd>
      {segment.reservation && (
        <>
          <dt>{t.form.reservation}</dt>
          <dd>{segment.reservation}</dd>
        </>
      )}
    </dl>
  );
}

/** The missions of an engagement by their codes, with their words in a fold. */
export function MissionDetails({ segment }: { segment: EngagementDescription }) {
  return (
    <details class="folded">
      <summary>{segment.missions.map((mission) => mission.split(' ')[0]).join(', ')}</summary>
      <ul class="plain">
        {segment.missions.map((mission) => (
          <li>{mission}</li>
        ))}
      </ul>
    </details>
  );
}
