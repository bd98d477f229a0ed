import type { OwnRecord } from '../../../application/my/read-own-record.ts';
import type { Thresholds } from '../../../domain/criteria/criteria.ts';
import { sumHours } from '../../../domain/facts/attended-facts.ts';
import type { AttendedEvent } from '../../../domain/records.ts';
import { firstDayOf, lastDayOf, schoolYearOf } from '../../../domain/time/school-year.ts';
import type { LocalDate } from '../../../domain/time/time.ts';
import type { PageTexts } from '../../../texts/fr/pages.ts';
import type { AppDeps } from '../env.ts';
import { CardTable } from '../shell/card-table.tsx';
import { Empty } from '../shell/empty.tsx';
import { pagesOf } from '../shell/pages-of.tsx';
import { StandingWord } from '../shell/standing.tsx';
import { useFrame } from '../shell/use-frame.ts';
import type { Visit } from '../shell/visit.ts';
import { MyLayout } from './my-layout.tsx';
import { drawTrainingsToCome, trainingWishPages } from './trainings-to-come.tsx';

/** `/my/trainings`: everything attended, with its proof, and whether it still counts. */
export const trainingPages = (deps: AppDeps) =>
  pagesOf(deps, 'my')
    .page('/my/trainings', 'keep-own-record', drawTrainings)
    .with(trainingWishPages(deps).routes);

async function drawTrainings(visit: Visit) {
  const {
    services,
    me,
    t: { my },
  } = visit;
  const own = await services.readOwnRecord(me);
  const { facts, record } = own;
  const t = my.records.trainings;
  const counted = facts.trainings.filter(({ expired }) => !expired);
  const recent = counted.filter(({ year }) => year > facts.schoolYear - 3);
  const hoursOf = (some: typeof counted) => sumHours(some.map(({ hours }) => hours));
  return (
    <MyLayout page="trainings" title={t.title} lede={t.lede}>
      {await drawTrainingsToCome(visit)}
      <h2>{t.attended}</h2>
      {record.attended.length === 0 ? (
        <Empty>{t.empty}</Empty>
      ) : (
        <>
          <p>
            <strong>{t.totals(hoursOf(counted), hoursOf(recent))}</strong>
          </p>
          <Attended own={own} />
        </>
      )}
      <p>
        {record.attended.length > 0 && `${t.rectify} `}
        <a href="/my/data#rectify">{my.engagements.askRectification}</a>
      </p>
    </MyLayout>
  );
}

/** Latest first. */
function Attended({ own: { record, criteria, on } }: { own: OwnRecord }) {
  const frame = useFrame();
  const t = frame.t.my.records.trainings;
  const { eventKinds, proofs } = frame.t.records;
  return (
    <CardTable
      rows={record.attended.toSorted((a, b) => (a.event.startsOn < b.event.startsOn ? 1 : -1))}
      columns={[
        {
          heading: t.name,
          cell: ({ event: { title, code, kind, tags } }) => (
            <>
              {title} <span class="note">{code}</span>
              <br />
              <span class="note">
                {eventKinds[kind]}
                {tags.length > 0 && `. ${t.tags(tags)}`}
              </span>
            </>
          ),
          names: true,
        },
        { heading: t.day, cell: ({ event }) => frame.t.day(event.startsOn) },
        { heading: t.hours, cell: ({ hours }) => t.hoursOf(hours) },
        {
          heading: t.proof,
          cell: ({ proof }) => (
            <StandingWord state={proof >= 1 ? 'confirmed' : 'requested'}>{proofs[proof]}</StandingWord>
          ),
        },
        {
          heading: t.counts,
          cell: (one) => countingWords(deriveCounting(one, criteria.thresholds, on), frame.t),
        },
      ]}
    />
  );
}

/** Whether a training or meeting counts today, and the day on which this ends or ended. */
type Counting =
  | { readonly kind: 'until' | 'expired'; readonly day: LocalDate }
  | { readonly kind: 'proof' | 'event' | 'eventProof' | 'future' | 'school' | 'none' };

/** Counts as the facts do (docs/rules.md, Trainings and events of the DANE), in days. */
function deriveCounting({ event, proof }: AttendedEvent, thresholds: Thresholds, on: LocalDate): Counting {
  if (event.kind === 'EV-ETAB') return { kind: 'school' };
  const isTraining = thresholds.trainingKinds.includes(event.kind);
  if (!isTraining && !thresholds.daneEventKinds.includes(event.kind)) return { kind: 'none' };
  if (event.startsOn > on) return { kind: 'future' };
  if (!isTraining) return { kind: proof >= thresholds.daneEventProof ? 'event' : 'eventProof' };
  if (proof < thresholds.trainingProof) return { kind: 'proof' };
  const endYear = schoolYearOf(event.startsOn) + thresholds.trainingExpiryYears;
  if (schoolYearOf(on) >= endYear) return { kind: 'expired', day: firstDayOf(endYear) };
  return { kind: 'until', day: lastDayOf(endYear - 1) };
}

function countingWords(counting: Counting, t: PageTexts): string {
  const words = t.my.records.trainings.counting;
  if (counting.kind === 'until' || counting.kind === 'expired') {
    return words[counting.kind](t.day(counting.day));
  }
  return words[counting.kind];
}
