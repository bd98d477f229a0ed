import { CardTable } from '../../shell/card-table.tsx';
import { useFrame } from '../../shell/use-frame.ts';

/** How one badge would fare: how many would have it, and who would come and go. */
export interface MoveView {
  readonly badge: string;
  readonly before: number;
  readonly after: number;
  readonly gain: readonly MovedPerson[];
  readonly lose: readonly MovedPerson[];
  /** Those beyond the list. */
  readonly moreGain: number;
  readonly moreLose: number;
}

interface MovedPerson {
  readonly name: string;
  readonly href?: string;
}

export interface TrialView {
  readonly on: string;
  /** What was changed, in words. */
  readonly changed: readonly string[];
  readonly moves: readonly MoveView[];
  /** The workshop with these figures. */
  readonly workshopHref: string;
}

/** What a trial of other figures shows: which figures, as of which day, and who moves. */
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

/** Today and tomorrow side by side, and who moves between them. */
export function MovesTable({ moves }: { moves: readonly MoveView[] }) {
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
