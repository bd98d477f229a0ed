import { CardTable } from '../../adapters/http/components/card-table.tsx';
import { ConfirmationTag } from '../../adapters/http/components/confirmation-tag.tsx';
import { usePageContext } from '../../adapters/http/layout/page-context.ts';
import type { PageRequest } from '../../adapters/http/routing/page-request.ts';
import { DomainError } from '../../domain/errors.ts';
import { fullName } from '../../domain/person/name.ts';
import { typographic } from '../../texts/grammar.ts';
import type { SupportRequest } from './feature.ts';

/** Names of the schools, askers and agents of requests. */
type SupportNames = Awaited<ReturnType<typeof readSupportNames>>;

/** The names of the schools and authors of requests, read at once. */
export async function readSupportNames({ store, t }: PageRequest, requests: readonly SupportRequest[]) {
  const authors = requests.flatMap(({ personId, messages }) => [personId, ...messages.map(({ by }) => by)]);
  const [schools, people] = await Promise.all([
    requests.length > 0 ? store.readSchoolsByUai([...new Set(requests.map(({ uai }) => uai))]) : [],
    store.readPeople([...new Set(authors)]),
  ]);
  const schoolNames = new Map(
    schools.map(({ uai, name, commune }) => [uai, typographic([name, commune].filter(Boolean).join(', '))]),
  );
  const names = new Map(people.map((one) => [one.id, fullName(one)]));
  return {
    schoolOf: ({ uai }: SupportRequest) => schoolNames.get(uai) ?? uai,
    nameOf: (id: SupportRequest['personId']) => names.get(id) ?? t.support.someone,
  };
}

/** The request of the address, with its names. Throws `not-found`. */
export async function readSupport(pageRequest: PageRequest) {
  const request = await pageRequest.store.readSupportRequest(pageRequest.param('id'));
  if (!request) throw new DomainError('not-found');
  return { request, names: await readSupportNames(pageRequest, [request]) };
}

/** Requests of support, each with its link, where the viewer may read it. */
export function SupportTable({
  requests,
  names,
  hrefOf,
  without,
  caption,
}: {
  requests: readonly SupportRequest[];
  names: SupportNames;
  hrefOf: (request: SupportRequest) => string | undefined;
  /** The column that says the same in each line. */
  without?: 'school' | 'by';
  /** Absent on the page whose lines are lower. */
  caption?: string;
}) {
  const { day, support } = usePageContext().t;
  const { columns: t, kinds } = support;
  return (
    <CardTable
      compact={caption === undefined}
      {...(caption !== undefined && { caption })}
      rows={requests}
      columns={[
        {
          heading: t.title,
          cell: (one) => {
            const href = hrefOf(one);
            return href ? <a href={href}>{one.title}</a> : one.title;
          },
          names: true,
        },
        { heading: t.kind, cell: ({ kind }) => kinds[kind] },
        without !== 'school' && { heading: t.school, cell: names.schoolOf },
        without !== 'by' && { heading: t.by, cell: ({ personId }) => names.nameOf(personId) },
        { heading: t.since, cell: ({ askedAt }) => day(askedAt) },
        { heading: t.state, cell: (one) => <SupportState {...one} /> },
      ]}
    />
  );
}

/** The state of a request, with its mark. */
export function SupportState({ state, plannedOn }: SupportRequest) {
  const { day, support: t } = usePageContext().t;
  return (
    <ConfirmationTag state={state === 'open' ? 'requested' : 'confirmed'}>
      {state === 'planned' && plannedOn ? t.plannedOn(day(plannedOn)) : t.states[state]}
    </ConfirmationTag>
  );
}

/** The messages of a request, the first one on top. */
export function Exchange({
  request: { personId, messages },
  names,
  own = false,
}: {
  request: SupportRequest;
  names: SupportNames;
  /** Whether the asker reads it. */
  own?: boolean;
}) {
  const { moment, support } = usePageContext().t;
  const t = support.one;
  const author = ({ side, by }: SupportRequest['messages'][number]) => {
    if (side === 'dane') return t.office(names.nameOf(by));
    return own ? t.you : names.nameOf(personId);
  };
  return (
    <section aria-labelledby="exchange">
      <h2 id="exchange">{t.words}</h2>
      {messages.map((message) => (
        <>
          <p class="note">{t.said(author(message), moment(message.at))}</p>
          <blockquote class="as-written">{message.text}</blockquote>
        </>
      ))}
    </section>
  );
}
