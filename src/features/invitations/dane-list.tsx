import { CardTable } from '../../adapters/http/components/card-table.tsx';
import { EmptyState } from '../../adapters/http/components/empty-state.tsx';
import { eventRow } from '../../adapters/http/components/event-summary.ts';
import { DaneLayout } from '../../adapters/http/dane/layout.tsx';
import type { AppDeps } from '../../adapters/http/env.ts';
import { EventDetailList } from '../../adapters/http/events/details.tsx';
import { readEventOf } from '../../adapters/http/events/details-page.tsx';
import { usePageContext } from '../../adapters/http/layout/page-context.ts';
import { definePages } from '../../adapters/http/routing/define-pages.tsx';
import type { PageRequest } from '../../adapters/http/routing/page-request.ts';
import type { PersonId } from '../../domain/ids.ts';
import { listedName } from '../../domain/person/name.ts';
import type { Person } from '../../domain/records.ts';
import type { Uai } from '../../domain/uai.ts';
import { INVITATION_ANSWERS, type Invitation } from './feature.ts';

const PIECE = 200;

/** `/dane/events/{code}/invitations/list`: the people invited, school by school, with a column to sign. People who
 *  said that they do not come are left out. */
export const invitationListPages = (deps: AppDeps) =>
  definePages(deps, 'dane').page('/dane/events/:code/invitations/list', 'keep-register', renderList);

async function renderList(request: PageRequest) {
  const { store, param, wording } = request;
  const t = request.t.invitations.dane;
  const event = await readEventOf(request);
  const [[details], schools] = await Promise.all([
    store.readEventDetails([event.code]),
    readSchools(request, param('code')),
  ]);
  const { title, kind, dates, href } = eventRow(wording, event);
  const all = schools.flatMap(({ invited }) => invited);
  return (
    <DaneLayout section="events" title={t.listTitle(title)}>
      <p class="lede">{[kind, dates].join(' · ')}</p>
      <EventDetailList details={details} />
      <p class="no-print">{t.listText}</p>
      {all.length === 0 ? <EmptyState>{t.nobody}</EmptyState> : <p>{answersIn(request, all)}</p>}
      {schools.map(({ uai, name, invited }) => (
        <section>
          <h2 id={uai}>{name}</h2>
          <p class="note">{answersIn(request, invited)}</p>
          <SchoolTable name={name} invited={invited} />
        </section>
      ))}
      <p class="no-print">
        <a href={`${href}/invitations`}>{t.backToInvitations}</a>
      </p>
    </DaneLayout>
  );
}

interface Invited {
  readonly person: Person | undefined;
  readonly answer: (typeof INVITATION_ANSWERS)[number] | 'silent';
}

/** How many come, perhaps come, and have not answered. */
function answersIn({ t }: PageRequest, invited: readonly Invited[]): string {
  const texts = t.invitations.dane.counts;
  return ([...INVITATION_ANSWERS, 'silent'] as const)
    .map((one) => ({ one, count: invited.filter(({ answer }) => answer === one).length }))
    .filter(({ count }) => count > 0)
    .map(({ one, count }) => `${count} ${texts[one](count)}`)
    .join(', ');
}

function SchoolTable({ name, invited }: { name: string; invited: readonly Invited[] }) {
  const { dane: t, said } = usePageContext().t.invitations;
  return (
    <CardTable
      compact
      caption={name}
      rows={invited}
      columns={[
        {
          heading: t.person,
          cell: ({ person }) => (person ? listedName(person) : ''),
          names: true,
        },
        { heading: t.answer, cell: ({ answer }) => said[answer] },
        { heading: t.signature, cell: () => '', class: () => 'signature' },
      ]}
    />
  );
}

/** The people by the school of their engagement on the day of the event; people with none stand last. */
async function readSchools({ store, t, param }: PageRequest, code: string) {
  const standing = (await readAll(store, code)).filter(({ answer }) => answer?.kind !== 'not-coming');
  const [event] = await store.readEvents([param('code')]);
  const on = event?.startsOn ?? '';
  const personOf = new Map<PersonId, Person>();
  const schoolOf = new Map<PersonId, Uai>();
  for (let from = 0; from < standing.length; from += PIECE) {
    const ids = standing.slice(from, from + PIECE).map(({ personId }) => personId);
    const [people, records] = await Promise.all([store.readPeople(ids), store.readPersonRecords(ids)]);
    for (const person of people) personOf.set(person.id, person);
    for (const { personId, engagements } of records) {
      const running = engagements.filter(({ confirmation }) => confirmation !== 'contested');
      const then = running.find(({ period }) => period.from <= on && (!period.to || period.to >= on));
      const school = (then ?? running.at(-1))?.uai;
      if (school) schoolOf.set(personId, school);
    }
  }
  const known = await store.readSchoolsByUai([...new Set(schoolOf.values())]);
  const names = new Map(known.map((one) => [one.uai, [one.commune, one.name].filter(Boolean).join(', ')]));
  const groups = Map.groupBy(standing, ({ personId }) => schoolOf.get(personId) ?? '');
  return [...groups]
    .map(([uai, all]) => ({
      uai: uai || 'none',
      name: uai ? (names.get(uai as Uai) ?? uai) : t.invitations.dane.noSchool,
      isLast: uai === '',
      invited: all.map(({ personId, answer }): Invited => {
        return { person: personOf.get(personId), answer: answer?.kind ?? 'silent' };
      }),
    }))
    .toSorted((a, b) => Number(a.isLast) - Number(b.isLast) || a.name.localeCompare(b.name, 'fr'));
}

async function readAll(store: PageRequest['store'], code: string): Promise<readonly Invitation[]> {
  const all: Invitation[] = [];
  for (let after: PersonId | undefined; ; ) {
    const some = await store.readEventInvitations(code, { limit: PIECE, ...(after && { after }) });
    all.push(...some);
    after = some.length === PIECE ? some.at(-1)?.personId : undefined;
    if (after === undefined) return all;
  }
}
