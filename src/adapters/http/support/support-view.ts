import type { Store } from '../../../application/ports.ts';
import type { SupportRequest } from '../../../domain/support/support-request.ts';
import type { PageTexts } from '../../../texts/fr/pages.ts';
import { typographic } from '../../../texts/typographic.ts';

/** A request in a list, in words. */
export interface SupportLine {
  readonly id: string;
  readonly title: string;
  readonly kind: string;
  readonly school: string;
  readonly by: string;
  readonly personId: string;
  readonly since: string;
  readonly state: string;
  readonly waits: boolean;
}

/** A request with all of its messages. */
export interface SupportView extends SupportLine {
  readonly ended?: 'closed' | 'withdrawn' | undefined;
  /** Whether the DANE has answered: the asker may then close the request, but not withdraw it. */
  readonly answered: boolean;
  readonly words: readonly {
    readonly side: 'asker' | 'dane';
    readonly name: string;
    readonly moment: string;
    readonly text: string;
  }[];
}

/** The requests with the names of their schools and askers, read at once. */
export async function supportLines(
  store: Pick<Store, 'readEstablishments' | 'readPeople'>,
  requests: readonly SupportRequest[],
  t: PageTexts,
): Promise<readonly SupportLine[]> {
  const [schools, people] = await Promise.all([
    requests.length > 0 ? store.readEstablishments([...new Set(requests.map(({ uai }) => uai))]) : [],
    store.readPeople([...new Set(requests.map(({ personId }) => personId))]),
  ]);
  const schoolOf = new Map(
    schools.map(({ uai, name, commune }) => [uai, typographic([name, commune].filter(Boolean).join(', '))]),
  );
  const nameOf = new Map(people.map((one) => [one.id, `${one.givenName} ${one.familyName}`]));
  return requests.map((one) => ({
    id: one.id,
    title: one.title,
    kind: t.support.kinds[one.kind],
    school: schoolOf.get(one.uai) ?? one.uai,
    by: nameOf.get(one.personId) ?? t.support.someone,
    personId: one.personId,
    since: t.day(one.askedAt),
    state:
      one.state === 'planned' && one.plannedOn
        ? t.support.plannedOn(t.day(one.plannedOn))
        : t.support.states[one.state],
    waits: one.state === 'open',
  }));
}

/** One request, with the names of the people who wrote in it. */
export async function supportView(
  store: Pick<Store, 'readEstablishments' | 'readPeople'>,
  request: SupportRequest,
  t: PageTexts,
): Promise<SupportView | undefined> {
  const [line] = await supportLines(store, [request], t);
  if (!line) return undefined;
  const agents = request.messages.filter(({ side }) => side === 'dane').map(({ by }) => by);
  const people = await store.readPeople([...new Set(agents)]);
  const nameOf = new Map(people.map((one) => [one.id, `${one.givenName} ${one.familyName}`]));
  const { state } = request;
  return {
    ...line,
    ended: state === 'closed' || state === 'withdrawn' ? state : undefined,
    answered: agents.length > 0,
    words: request.messages.map(({ side, by, at, text }) => ({
      side,
      name: side === 'asker' ? line.by : t.support.one.office(nameOf.get(by) ?? t.support.someone),
      moment: t.moment(at),
      text,
    })),
  };
}
