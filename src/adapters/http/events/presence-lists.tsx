import { readSchoolsOf } from '../../../application/people/schools.ts';
import { PRESENCE_LISTS, type PresenceList } from '../../../application/store/school-readers.ts';
import { listedName } from '../../../domain/person/name.ts';
import type { Event } from '../../../domain/records.ts';
import { CardTable } from '../components/card-table.tsx';
import { eventHref, hoursAsText } from '../components/event-summary.ts';
import { Paging, pageOf, peopleSliceOf } from '../components/pagination.tsx';
import { usePageContext } from '../layout/page-context.ts';
import type { PageRequest } from '../routing/page-request.ts';

/** The people present at an event: those expected, those who signed without an invitation, and those who signed the
 *  printed sheet. `?list=` shows one of the lists alone, from a page of it. */
export async function renderPresence(request: PageRequest, event: Event) {
  const { store, query, t } = request;
  const only = PRESENCE_LISTS.find((one) => one === query('list'));
  if ((await store.countEventAttendances(event.code)) === 0) {
    return <p class="notice">{t.dane.data.events.nobody}</p>;
  }
  const lists = await Promise.all(
    (only ? [only] : PRESENCE_LISTS).map((list) =>
      readList(request, { event, list, isPaged: only === list }),
    ),
  );
  const hasOthers = lists.some(({ list, present }) => list !== 'expected' && present.length > 0);
  return lists.map((one) => <Presence href={eventHref(event.code)} {...one} isNamed={hasOthers} />);
}

/** A page of one list, and the last person of it if another page follows. */
async function readList(
  request: PageRequest,
  { event, list, isPaged }: { event: Event; list: PresenceList; isPaged: boolean },
) {
  const { store, wording } = request;
  const slice = peopleSliceOf(isPaged ? request : { query: () => undefined });
  const { rows, last } = pageOf(await store.readEventAttendances(event.code, { ...slice, list }));
  const people = new Map((await store.readPeople(rows.map((one) => one.personId))).map((it) => [it.id, it]));
  const schoolOf = await readSchoolsOf(store, [...people.values()]);
  const present = rows.map(({ personId, hours, proof }) => {
    const person = people.get(personId);
    return {
      id: personId,
      name: person ? listedName(person) : personId,
      school: person && schoolOf(person),
      email: person?.emails[0] ?? '',
      hours: hoursAsText(wording, hours ?? event.hours),
      proof,
    };
  });
  return { list, present, last: last?.personId };
}

/** One list under its title. The list of the expected needs no title if there is no other one. */
function Presence({
  href,
  list,
  present,
  last,
  isNamed,
}: { href: string; isNamed: boolean } & Awaited<ReturnType<typeof readList>>) {
  const t = usePageContext().t.dane.data.events;
  if (present.length === 0 && list !== 'expected') return null;
  return (
    <>
      {isNamed && <h3>{t.lists[list]}</h3>}
      {list !== 'expected' && (
        <p>
          {t.listTexts[list]} {t.checkText}
        </p>
      )}
      {present.length === 0 ? <p>{t.noneExpected}</p> : <People href={href} present={present} />}
      <Paging next={last && `${href}?${new URLSearchParams({ list, after: last })}`} />
    </>
  );
}

function People({ href, present }: { href: string } & Pick<Awaited<ReturnType<typeof readList>>, 'present'>) {
  const { dane, records } = usePageContext().t;
  const t = dane.data.events;
  return (
    <CardTable
      rows={present}
      columns={[
        {
          heading: t.person,
          cell: ({ id, name, school }) => (
            <>
              <a href={`/dane/people/${id}`}>{name}</a>
              {school && <span class="note block"> {school}</span>}
            </>
          ),
          names: true,
        },
        { heading: t.email, cell: ({ email }) => email },
        { heading: t.hours, cell: ({ hours }) => hours || '—' },
        { heading: t.proof, cell: ({ proof }) => records.proofs[proof] },
        {
          heading: <span class="visually-hidden">{t.remove}</span>,
          cell: ({ id, name }) => (
            <a
              href={`${href}/attendance/removal?${new URLSearchParams({ person: id })}`}
              aria-label={t.removeOne(name)}
            >
              {t.remove}
            </a>
          ),
        },
      ]}
    />
  );
}
