import { CardTable } from '../../shell/card-table.tsx';
import { useFrame } from '../../shell/use-frame.ts';

/** The effect of other figures on one badge: the number of holders, and the people who would gain or lose
 *  it. */
export interface MoveView {
  readonly badge: string;
  readonly before: number;
  readonly after: number;
  readonly gain: readonly MovedPerson[];
  readonly lose: readonly MovedPerson[];
  /** Number of people beyond those listed. */
  readonly moreGain: number;
  readonly moreLose: number;
}

interface MovedPerson {
  readonly name: string;
  readonly href?: string;
}

export interface TrialView {
  readonly on: string;
  /** The changed figures, in words. */
  readonly changed: readonly string[];
  readonly moves: readonly MoveView[];
  /** Address of the workshop with these figures. */
  readonly workshopHref: string;
}

/** The result of a trial: its figures, its day, and the people who would gain or lose a badge. */
export function TrialResult({ trial }: { trial: TrialView }) {
  const frame = useFrame();
  const t = frame.t.dane.criteria;
  return (
    <>
      <p>{t.comparedOn(frame.t.day(trial.on))}</p>
      <h2>{t.changed}</h2>
      {trial.changed.length === 0 ? (
        <p>{t.noChange}</p>
      ) : (
        <ul>
          {trial.changed.map((change) => (
            <li>{change}</li>
          ))}
        </ul>
      )}
      <h2>{t.recapMoves}</h2>
      <MovesTable moves={trial.moves} />
      <p class="note">{t.keptAwards}</p>
      <p class="actions">
        <a class="button" href={trial.workshopHref}>
          {t.changeOrAdopt}
        </a>
      </p>
    </>
  );
}

interface WhatChangesProps {
  /** Each change in words, with the old and the new figure. */
  readonly changed: readonly string[];
  /** The last comparison of exactly these figures. */
  readonly compared: { readonly on: string; readonly moves: readonly MoveView[] } | undefined;
  /** Said where they were not compared. */
  readonly notCompared: string;
}

/** What a version changes, and who gains or loses a badge by its last comparison. */
export function WhatChanges({ changed, compared, notCompared }: WhatChangesProps) {
  const frame = useFrame();
  const t = frame.t.dane.criteria;
  return (
    <>
      <h2>{t.changed}</h2>
      <ul>
        {changed.map((change) => (
          <li>{change}</li>
        ))}
      </ul>
      <h2>{t.recapMoves}</h2>
      {compared ? (
        <>
          <p>{t.comparedOn(frame.t.day(compared.on))}</p>
          <MovesTable moves={compared.moves} />
        </>
      ) : (
        <p class="notice">{notCompared}</p>
      )}
    </>
  );
}

/** The present and the tried numbers side by side, and the people who would gain or lose a badge. */
function MovesTable({ moves }: { moves: readonly MoveView[] }) {
  const t = useFrame().t.dane.criteria;
  return (
    <CardTable
      rows={moves}
      columns={[
        { heading: t.badge, cell: (move) => move.badge, names: true },
        { heading: t.today, cell: (move) => move.before },
        { heading: t.tomorrow, cell: (move) => move.after },
        { heading: t.gain, cell: (move) => <People people={move.gain} more={move.moreGain} /> },
        { heading: t.lose, cell: (move) => <People people={move.lose} more={move.moreLose} /> },
      ]}
    />
  );
}

function People({ people, more }: { people: readonly MovedPerson[]; more: number }) {
  const t = useFrame().t.dane.criteria;
  if (people.length === 0) return <>{t.nobody}</>;
  return (
    <details>
      <summary>{t.people(people.length + more)}</summary>
      <ul>
        {people.map(({ name, href }) => (
          <li>{href ? <a href={href}>{name}</a> : name}</li>
        ))}
        {more > 0 && <li>{t.andMore(more)}</li>}
      </ul>
    </details>
  );
}
