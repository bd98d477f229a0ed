import type { Column } from '../components/card-table.tsx';
import { usePageContext } from '../layout/page-context.ts';
import { type EngagementDescription, type EngagementTexts, sharedMissionAsText } from './descriptions.ts';

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
            <li>{`${mission.code} · ${sharedMissionAsText(mission)}`}</li>
          ))}
        </ul>
      </dd>
      <DetailFacts of={segment} none={t.noRole} />
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
export function MissionDetails({ segment }: { segment: EngagementTexts }) {
  return (
    <details class="folded">
      <summary>{missionCodes(segment)}</summary>
      <ul class="plain">
        {segment.missions.map((mission) => (
          <li>{`${mission.code} · ${sharedMissionAsText(mission)}`}</li>
        ))}
      </ul>
    </details>
  );
}

/** The codes of the missions: `M1, M4`. */
export function missionCodes({ missions }: EngagementTexts): string {
  return missions.map(({ code }) => code).join(', ');
}

/** The details of an engagement in a list of facts. `none` stands for an empty list. */
export function DetailFacts({ of, none }: { of: EngagementTexts; none: string }) {
  return (
    <>
      {of.details.map(({ label, items }) => (
        <>
          <dt>{label}</dt>
          <dd>{items.join(', ') || none}</dd>
        </>
      ))}
    </>
  );
}

/** A column for each detail that some engagement has. `none` stands for an empty list and for no value. */
export function detailColumns<Row extends Pick<EngagementTexts, 'details'>>(
  rows: readonly Row[],
  none = '–',
): readonly Column<Row>[] {
  const labels = new Map(rows.flatMap(({ details }) => details.map(({ field, label }) => [field, label])));
  return [...labels].map(([field, label]) => ({
    heading: label,
    cell: ({ details }) => details.find((one) => one.field === field)?.items.join(', ') || none,
  }));
}
