import { SegmentFacts } from '../school/segment-facts.tsx';
import { useFrame } from '../shell/use-frame.ts';
import type { ContestLine, ContestView } from './contest-view.ts';

/** What is contested, and what each party said: the same for the three of them. */
export function ContestStory({ view }: { view: ContestView }) {
  const t = useFrame().t.contests;
  return (
    <>
      <p class="note">{t.parties}</p>
      <h2>{view.segments.length > 1 ? t.parts : t.engagement}</h2>
      <p>{view.establishment}</p>
      {view.segments.map((segment) => (
        <SegmentFacts segment={segment} />
      ))}
      <h2>{t.story}</h2>
      <h3>{view.contested}</h3>
      <p class={view.unknown ? 'note' : 'as-written'}>{view.motive}</p>
      {view.answer ? (
        <>
          <h3>{t.answer(view.answer.day)}</h3>
          <p class="as-written">{view.answer.text}</p>
        </>
      ) : (
        view.open && <p>{t.noAnswer}</p>
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

/** Contests, each with the way to read it. */
export function ContestTable({ base, lines }: { base: string; lines: readonly ContestLine[] }) {
  const t = useFrame().t.contests;
  return (
    <table class="table-cards">
      <thead>
        <tr>
          <th scope="col">{t.person}</th>
          <th scope="col">{t.establishment}</th>
          <th scope="col">{t.since}</th>
          <th scope="col">{t.state}</th>
          <th scope="col">{t.read}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ id, name, establishment, since, state }) => (
          <tr>
            <th scope="row">{name}</th>
            <td data-label={t.establishment}>{establishment}</td>
            <td data-label={t.since}>{since}</td>
            <td data-label={t.state}>{state}</td>
            <td>
              <a href={`${base}/${id}`} aria-label={t.readOf(name, since)}>
                {t.read}
              </a>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
