import { CardTable } from '../../adapters/http/components/card-table.tsx';
import { EmptyState } from '../../adapters/http/components/empty-state.tsx';
import { eventRow } from '../../adapters/http/components/event-summary.ts';
import type { PageRequest } from '../../adapters/http/routing/page-request.ts';
import { fullName } from '../../domain/person/name.ts';

/** The most trainings, and the most names, on one page. */
const MOST = 200;

/** The trainings to come with the number of people who wish to be there, the next one first. */
export async function renderTrainingsToCome({ store, today, wording, t: texts }: PageRequest) {
  const t = texts.trainingWishes;
  const events = await store.readTrainingsToCome(today, MOST);
  const counts = await store.countTrainingWishes(events.map(({ code }) => code));
  return (
    <section>
      <h2>{t.toCome}</h2>
      {events.length === 0 ? (
        <EmptyState>{t.noneToCome}</EmptyState>
      ) : (
        <>
          <p class="note">{t.toComeText}</p>
          <CardTable
            rows={events.map((event) => ({
              ...eventRow(wording, event),
              wished: counts.get(event.code) ?? 0,
            }))}
            columns={[
              {
                heading: t.toComeTraining,
                cell: ({ href, title }) => <a href={href}>{title}</a>,
                names: true,
              },
              { heading: t.when, cell: ({ dates }) => dates },
              {
                heading: t.wished,
                cell: ({ href, wished }) => (wished ? <a href={`${href}#wishers`}>{wished}</a> : '0'),
              },
            ]}
          />
        </>
      )}
    </section>
  );
}

/** Who wishes to be at a training, by name, on its page. */
export async function renderWishers({ store, t: texts }: PageRequest, eventCode: string) {
  const wishes = await store.readTrainingWishers(eventCode, MOST);
  if (wishes.length === 0) return null;
  const people = await store.readPeople(wishes.map(({ personId }) => personId));
  const known = new Map(people.map((one) => [one.id, one]));
  return (
    <section>
      <h2 id="wishers">{texts.trainingWishes.wishers(wishes.length)}</h2>
      <ul class="links">
        {wishes.map(({ personId, wishedAt }) => {
          const person = known.get(personId);
          return (
            <li>
              <a href={`/dane/people/${personId}`}>{person && fullName(person)}</a>{' '}
              <span class="note">{[person?.emails[0], texts.day(wishedAt)].filter(Boolean).join(', ')}</span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
