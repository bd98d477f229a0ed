import { z } from 'zod';
import type { AppDeps } from '../env.ts';
import { CardTable } from '../shell/card-table.tsx';
import { Empty } from '../shell/empty.tsx';
import { eventLine } from '../shell/event-line.ts';
import { requiredText } from '../shell/form.ts';
import { ActButton } from '../shell/form-parts.tsx';
import { pagesOf } from '../shell/pages-of.tsx';
import { StandingWord } from '../shell/standing.tsx';
import type { Visit } from '../shell/visit.ts';

const PATH = '/my/trainings/wishes';
const wish = z.object({ event: requiredText(100) });

/** `/my/trainings/wishes`: a person says that they would like to be at a training, or takes it back. */
export const trainingWishPages = (deps: AppDeps) =>
  pagesOf(deps, 'my')
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
export async function drawTrainingsToCome({ services, store, me, wording, t: words }: Visit) {
  const t = words.my.records.trainings;
  const found = await services.readTrainingsToCome(me);
  const details = new Map(
    (await store.readEventDetails(found.map(({ event }) => event.code))).map((one) => [one.eventCode, one]),
  );
  const rows = found.map(({ event, isWished }) => {
    const line = eventLine(wording, event);
    const { place, opensAt, closesAt } = details.get(event.code) ?? {};
    return { ...line, isWished, place, times: [opensAt, closesAt].filter(Boolean).join(' – ') };
  });
  return (
    <section>
      <h2>{t.toCome}</h2>
      {rows.length === 0 ? (
        <Empty>{t.noneToCome}</Empty>
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
                    {isWished && <StandingWord state="confirmed">{t.wished}</StandingWord>}
                    <ActButton
                      action={isWished ? `${PATH}/removal` : PATH}
                      hidden={{ event: code }}
                      class={isWished ? 'link' : 'secondary'}
                      label={isWished ? t.unwishOf(title) : t.wishOf(title)}
                    >
                      {isWished ? t.unwish : t.wish}
                    </ActButton>
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
