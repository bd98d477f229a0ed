import type { Job } from '../../../../domain/job.ts';
import { inLanguage } from '../../pages/in-language.ts';
import type { PageFrame } from '../../pages/page-frame.ts';

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

/** What a trial of other figures shows: today and tomorrow side by side, and who moves between them. */
export function MovesResult({
  frame,
  moves,
  job,
}: {
  frame: PageFrame;
  moves: readonly MoveView[];
  job: Pick<Job, 'command' | 'finishedAt'>;
}) {
  const t = frame.t.dane.criteria;
  const { command } = job;
  if (command.kind !== 'try-criteria') return null;
  const query = new URLSearchParams(
    Object.entries(command.figures).map(([pointer, value]): [string, string] => [pointer, String(value)]),
  );
  return (
    <>
      <table class="table-cards">
        <thead>
          <tr>
            <th scope="col">{t.badge}</th>
            <th scope="col">{t.today}</th>
            <th scope="col">{t.tomorrow}</th>
            <th scope="col">{t.gain}</th>
            <th scope="col">{t.lose}</th>
          </tr>
        </thead>
        <tbody>
          {moves.map((move) => (
            <tr>
              <th scope="row">{move.badge}</th>
              <td data-label={t.today}>{move.before}</td>
              <td data-label={t.tomorrow}>{move.after}</td>
              <td data-label={t.gain}>
                <People people={move.gain} more={move.moreGain} frame={frame} />
              </td>
              <td data-label={t.lose}>
                <People people={move.lose} more={move.moreLose} frame={frame} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="note">{t.keptAwards}</p>
      <p class="actions">
        <a class="button" href={inLanguage(frame, `/dane/criteria/workshop?${query}`)}>
          {t.changeOrAdopt}
        </a>
      </p>
    </>
  );
}

function People({ people, more, frame }: { people: readonly MovedPerson[]; more: number; frame: PageFrame }) {
  const t = frame.t.dane.criteria;
  if (people.length === 0) return <>{t.nobody}</>;
  return (
    <details>
      <summary>{t.people(people.length + more)}</summary>
      <ul>
        {people.map(({ name, href }) => (
          <li>{href ? <a href={inLanguage(frame, href)}>{name}</a> : name}</li>
        ))}
        {more > 0 && <li>{t.andMore(more)}</li>}
      </ul>
    </details>
  );
}
