import { CardTable } from '../../shell/card-table.tsx';
import type { PageFrame } from '../../shell/page-frame.ts';
import { StandingWord } from '../../shell/standing.tsx';
import { useFrame } from '../../shell/use-frame.ts';
import { MyLayout } from '../my-layout.tsx';
import type { Counting, TrainingsView } from './training-view.ts';

/** `/my/trainings`: everything attended, with its proof, and whether it still counts. */
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
    <CardTable
      rows={view.trainings}
      columns={[
        {
          heading: t.name,
          cell: (one) => (
            <>
              {one.title} <span class="note">{one.code}</span>
              <br />
              <span class="note">
                {eventKinds[one.kind]}
                {one.tags.length > 0 && `. ${t.tags(one.tags)}`}
              </span>
            </>
          ),
          names: true,
        },
        { heading: t.day, cell: (one) => frame.t.day(one.on) },
        { heading: t.hours, cell: (one) => t.hoursOf(one.hours) },
        {
          heading: t.proof,
          cell: (one) => (
            <StandingWord state={one.proof >= 1 ? 'confirmed' : 'requested'}>
              {proofs[one.proof]}
            </StandingWord>
          ),
        },
        { heading: t.counts, cell: (one) => countingWords(one.counting, frame) },
      ]}
    />
  );
}

function countingWords(counting: Counting, frame: PageFrame): string {
  const words = frame.t.my.records.trainings.counting;
  if (counting.kind === 'until' || counting.kind === 'expired') {
    return words[counting.kind](frame.t.day(counting.day));
  }
  return words[counting.kind];
}
