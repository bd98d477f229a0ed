import { CardTable } from '../../shell/card-table.tsx';
import { useFrame } from '../../shell/use-frame.ts';
import type { GapView } from './gap-views.ts';

/** The missions and roles that nobody holds, each with a link to propose it to somebody. On a phone, the list
 *  of the split shows them too, where there is one. */
export function Gaps({ gaps, isWhole }: { gaps: readonly GapView[]; isWhole: boolean }) {
  const frame = useFrame();
  const t = frame.t.missionsProposed;
  if (gaps.length === 0) return null;
  return (
    <section class={isWhole ? undefined : 'wide-only'} aria-labelledby="gaps">
      <h2 id="gaps">{t.gaps}</h2>
      <p>{t.gapsText}</p>
      <CardTable
        compact
        rows={gaps}
        columns={[
          { heading: frame.t.school.overview.mission, cell: ({ label }) => label, names: true },
          {
            heading: frame.t.school.overview.organisation,
            cell: ({ organisation }) => organisation ?? '–',
          },
          { heading: t.propose, cell: (gap) => <GapAct gap={gap} />, label: false },
        ]}
      />
    </section>
  );
}

/** The people who are asked already, and the link to a proposal. */
export function GapAct({ gap: { kind, label, href, proposed } }: { gap: GapView }) {
  const t = useFrame().t.missionsProposed;
  const act = proposed.length > 0 ? t.proposeAgain : t.proposeOne[kind];
  return (
    <>
      {proposed.map((words) => (
        <p class="note">{words}</p>
      ))}
      {href && (
        <a href={href} aria-label={t.proposeOf(act, label)}>
          {act}
        </a>
      )}
    </>
  );
}
