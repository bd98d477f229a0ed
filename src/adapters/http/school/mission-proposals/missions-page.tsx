import { CardTable } from '../../shell/card-table.tsx';
import { ActButton } from '../../shell/form-parts.tsx';
import { useFrame } from '../../shell/use-frame.ts';
import { type SchoolPlace, SchoolShell } from '../school-shell.tsx';
import type { MissionProposalLine } from './missions-view.ts';

interface MissionsProps {
  readonly school: SchoolPlace;
  readonly lines: readonly MissionProposalLine[];
}

/** `/school/{uai}/mission-proposals`: missions proposed to people, those without an answer first. */
export function MissionsPage({ school, lines }: MissionsProps) {
  const t = useFrame().t.missionsProposed;
  const waiting = lines.filter(({ waits }) => waits);
  const settled = lines.filter(({ waits }) => !waits);
  const base = `/school/${school.uai}/mission-proposals`;
  return (
    <SchoolShell school={school} page="missions" title={t.title} description={t.lede}>
      <p class="lede">{t.lede}</p>
      {school.mayKeep && (
        <p>
          <a class="button" href={`${base}/new`}>
            {t.propose}
          </a>
        </p>
      )}
      <h2>{t.waiting}</h2>
      {waiting.length === 0 ? (
        <p>{t.noneWaits}</p>
      ) : (
        <Lines lines={waiting} base={base} mayKeep={school.mayKeep} caption={t.waiting} />
      )}
      {settled.length > 0 && (
        <>
          <h2>{t.settled}</h2>
          <Lines lines={settled} base={base} mayKeep={false} caption={t.settled} />
        </>
      )}
    </SchoolShell>
  );
}

function Lines({
  lines,
  base,
  mayKeep,
  caption,
}: {
  lines: readonly MissionProposalLine[];
  base: string;
  mayKeep: boolean;
  caption: string;
}) {
  const t = useFrame().t.missionsProposed;
  return (
    <CardTable
      rows={lines}
      caption={caption}
      columns={[
        { heading: t.person, cell: ({ name }) => name, names: true },
        {
          heading: t.what,
          cell: ({ what, words }) => (
            <>
              {what}
              {words && <p class="note">{t.quote(words)}</p>}
            </>
          ),
        },
        { heading: t.state, cell: ({ story }) => story.join(' ') },
        mayKeep && {
          heading: t.act,
          cell: ({ id, name }) => (
            <ActButton action={`${base}/${id}/withdrawal`} class="secondary" label={t.withdrawOf(name)}>
              {t.withdraw}
            </ActButton>
          ),
          label: false,
        },
      ]}
    />
  );
}
