import { z } from 'zod';
import type { OwnRecord } from '../../../application/self-service/read-own-record.ts';
import type { Thresholds } from '../../../domain/criteria/definition.ts';
import { sumHours } from '../../../domain/facts/attendance.ts';
import type { AttendedEvent } from '../../../domain/records.ts';
import type { LocalDate } from '../../../domain/time/calendar.ts';
import { firstDayOf, lastDayOf, schoolYearOf } from '../../../domain/time/school-year.ts';
import type { PageTexts } from '../../../texts/fr/pages.ts';
import { CardTable } from '../components/card-table.tsx';
import { ConfirmationTag } from '../components/confirmation-tag.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import { eventRow } from '../components/event-summary.ts';
import type { AppDeps } from '../env.ts';
import { ActionButton } from '../forms/elements.tsx';
import { requiredText } from '../forms/schema.ts';
import { usePageContext } from '../layout/page-context.ts';
import { definePages } from '../routing/define-pages.tsx';
import type { PageRequest } from '../routing/page-request.ts';
import { MyLayout } from './layout.tsx';

/** `/my/trainings`: everything attended, with its proof, and whether it still counts. */
export const trainingPages = (deps: AppDeps) =>
  definePages(deps, 'my')
    .page('/my/trainings', 'keep-own-record', renderTrainings)
    .with(trainingWishPages(deps).routes);

async function renderTrainings(request: PageRequest) {
  const {
    services,
    me,
    t: { my },
  } = request;
  const own = await services.readOwnRecord(me);
  const { facts, record } = own;
  const t = my.records.trainings;
  const counted = facts.trainings.filter(({ expired }) => !expired);
  const recent = counted.filter(({ year }) => year > facts.schoolYear - 3);
  const hoursOf = (some: typeof counted) => sumHours(some.map(({ hours }) => hours));
  return (
    <MyLayout page="trainings" title={t.title} lede={t.lede}>
      {await renderTrainingsToCome(request)}
      <h2>{t.attended}</h2>
      {record.attended.length === 0 ? (
        <EmptyState>{t.empty}</EmptyState>
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
  const pageContext = usePageContext();
  const t = pageContext.t.my.records.trainings;
  const { eventKinds, proofs } = pageContext.t.records;
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
        { heading: t.day, cell: ({ event }) => pageContext.t.day(event.startsOn) },
        { heading: t.hours, cell: ({ hours }) => t.hoursOf(hours) },
        {
          heading: t.proof,
          cell: ({ proof }) => (
            <ConfirmationTag state={proof >= 1 ? 'confirmed' : 'requested'}>{proofs[proof]}</ConfirmationTag>
          ),
        },
        {
          heading: t.counts,
          cell: (one) => countingAsText(deriveCounting(one, criteria.thresholds, on), pageContext.t),
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

function countingAsText(counting: Counting, t: PageTexts): string {
  const texts = t.my.records.trainings.counting;
  if (counting.kind === 'until' || counting.kind === 'expired') {
    return texts[counting.kind](t.day(counting.day));
  }
  return texts[counting.kind];
}

const PATH = '/my/trainings/wishes';

const wish = z.object({ event: requiredText(100) });

/** `/my/trainings/wishes`: a person says that they would like to be at a training, or takes it back. */
const trainingWishPages = (deps: AppDeps) =>
  definePages(deps, 'my')
    .form(PATH, 'keep-own-record', {
      schema: wish,
      act: ({ services, me }, { event }) => services.wishTraining({ eventCode: event, personId: me }),
      done: 'training-wished',
      back: '/my/trainings',
    })
    .form(`${PATH}/removal`, 'keep-own-record', {
      schema: wish,
      act: ({ services, me }, { event }) => services.takeTrainingWishBack({ eventCode: event, personId: me }),
      done: 'training-wish-taken-back',
      back: '/my/trainings',
    });

/** The trainings to come, the next one first, each with its one button. */
async function renderTrainingsToCome({ services, store, me, wording, t: texts }: PageRequest) {
  const t = texts.my.records.trainings;
  const found = await services.readTrainingsToCome(me);
  const details = new Map(
    (await store.readEventDetails(found.map(({ event }) => event.code))).map((one) => [one.eventCode, one]),
  );
  const rows = found.map(({ event, isWished }) => {
    const line = eventRow(wording, event);
    const { place, opensAt, closesAt } = details.get(event.code) ?? {};
    return { ...line, isWished, place, times: [opensAt, closesAt].filter(Boolean).join(' – ') };
  });
  return (
    <section>
      <h2>{t.toCome}</h2>
      {rows.length === 0 ? (
        <EmptyState>{t.noneToCome}</EmptyState>
      ) : (
        <>
          <p class="note">{t.toComeText}</p>
          <CardTable
            rows={rows}
            columns={[
              {
                heading: t.name,
                cell: ({ title, code, kind }) => (
                  <>
                    {title} <span class="note">{code}</span>
                    <span class="note block">{kind}</span>
                  </>
                ),
                names: true,
              },
              {
                heading: t.day,
                cell: ({ dates, times, hours }) => [dates, times, hours].filter(Boolean).join(', '),
              },
              rows.some(({ place }) => place) && { heading: t.place, cell: ({ place }) => place ?? '—' },
              {
                heading: t.act,
                cell: ({ code, title, isWished }) => (
                  <>
                    {isWished && <ConfirmationTag state="confirmed">{t.wished}</ConfirmationTag>}
                    <ActionButton
                      action={isWished ? `${PATH}/removal` : PATH}
                      hidden={{ event: code }}
                      class={isWished ? 'link' : 'secondary'}
                      label={isWished ? t.unwishOf(title) : t.wishOf(title)}
                    >
                      {isWished ? t.unwish : t.wish}
                    </ActionButton>
                  </>
                ),
              },
            ]}
          />
        </>
      )}
    </section>
  );
}
