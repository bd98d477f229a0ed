import type { PageFrame } from '../../shell/page-frame.ts';
import { useFrame } from '../../shell/use-frame.ts';
import { MyLayout } from '../my-layout.tsx';
import type { Counting, TrainingsView } from './training-view.ts';

/** `/my/trainings`: what was attended, with its proof, and what still counts. */
export function TrainingsPage({ view }: { view: TrainingsView }) {
  const frame = useFrame();
  const t = frame.t.my.records.trainings;
  return (
    <MyLayout page="trainings" title={t.title} lede={t.lede}>
      {view.trainings.length === 0 ? (
        <p>{t.empty}</p>
      ) : (
        <>
          <p>
            <strong>{t.totals(view.hours.all, view.hours.recent)}</strong>
          </p>
          <Table view={view} />
        </>
      )}
      <p>
        {view.trainings.length > 0 && `${t.rectify} `}
        <a href="/my/data#rectify">{frame.t.my.engagements.askRectification}</a>
      </p>
    </MyLayout>
  );
}

function Table({ view }: { view: TrainingsView }) {
  const frame = useFrame();
  const t = frame.t.my.records.trainings;
  const { eventKinds, proofs } = frame.t.records;
  return (
    <table class="table-cards">
      <thead>
        <tr>
          <th scope="col">{t.name}</th>
          <th scope="col">{t.day}</th>
          <th scope="col">{t.hours}</th>
          <th scope="col">{t.proof}</th>
          <th scope="col">{t.counts}</th>
        </tr>
      </thead>
      <tbody>
        {view.trainings.map((one) => (
          <tr>
            <th scope="row">
              {one.title} <span class="note">{one.code}</span>
              <br />
              <span class="note">
                {eventKinds[one.kind]}
                {one.tags.length > 0 && `. ${t.tags(one.tags)}`}
              </span>
            </th>
            <td data-label={t.day}>{frame.t.day(one.on)}</td>
            <td data-label={t.hours}>{t.hoursOf(one.hours)}</td>
            <td data-label={t.proof}>{proofs[one.proof]}</td>
            <td data-label={t.counts}>{countingWords(one.counting, frame)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function countingWords(counting: Counting, frame: PageFrame): string {
  const words = frame.t.my.records.trainings.counting;
  if (counting.kind === 'until' || counting.kind === 'expired') {
    return words[counting.kind](frame.t.day(counting.day));
  }
  return words[counting.kind];
}
