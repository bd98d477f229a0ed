import { EngagementFacts } from '../engagements/engagement-facts.tsx';
import { CardTable } from '../shell/card-table.tsx';
import { useFrame } from '../shell/use-frame.ts';
import type { ContestLine, ContestReader, ContestView } from './contest-view.ts';

/** The contested segment and the statements of each party. All three parties see the same. */
export function ContestStory({ view }: { view: ContestView }) {
  const t = useFrame().t.contests;
  return (
    <>
      <p class="note">{view.parties}</p>
      <h2>{view.segments.length > 1 ? t.parts : t.engagement}</h2>
      <p>{view.establishment}</p>
      {view.segments.map((segment) => (
        <EngagementFacts segment={segment} />
      ))}
      <h2>{t.story}</h2>
      <h3>{view.contested}</h3>
      <p class={view.unknown ? 'note' : 'as-written'}>{view.motive}</p>
      {view.answer ? (
        <>
          <h3>{view.answer.said}</h3>
          <p class="as-written">{view.answer.text}</p>
        </>
      ) : (
        view.open && <p>{view.noAnswer}</p>
      )}
      {view.decision && (
        <>
          <h3>{t.decision(view.decision.day)}</h3>
          <p>
            <strong>{view.decision.outcome}</strong>
          </p>
          <p class="as-written">{view.decision.reason}</p>
        </>
      )}
      {view.withdrawn && <p>{view.withdrawn}</p>}
    </>
  );
}

/** A table of contests, each with a link. */
export function ContestTable({
  base,
  lines,
  reader = 'others',
}: {
  base: string;
  lines: readonly ContestLine[];
  /** A teacher's own list does not repeat their name. */
  reader?: ContestReader;
}) {
  const t = useFrame().t.contests;
  return (
    <CardTable
      rows={lines}
      columns={[
        reader === 'others' && { heading: t.person, cell: ({ name }) => name, names: true },
        { heading: t.establishment, cell: ({ establishment }) => establishment, names: reader === 'teacher' },
        { heading: t.since, cell: ({ since }) => since },
        { heading: t.state, cell: ({ state }) => state },
        {
          heading: t.read,
          cell: ({ id, readOf }) => (
            <a href={`${base}/${id}`} aria-label={readOf}>
              {t.read}
            </a>
          ),
          label: false,
        },
      ]}
    />
  );
}
