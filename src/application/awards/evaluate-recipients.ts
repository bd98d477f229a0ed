import { achievementOf } from '../../catalogue/catalogue.ts';
import type { Recipient } from '../../domain/award/award-types.ts';
import type { Criteria } from '../../domain/criteria/criteria.ts';
import { evaluateAll } from '../../domain/criteria/evaluate.ts';
import type { Evaluation } from '../../domain/criteria/evaluation.ts';
import { DomainError } from '../../domain/errors.ts';
import { derivePersonFacts } from '../../domain/facts/derive-facts.ts';
import { deriveTeamFacts } from '../../domain/facts/derive-team-facts.ts';
import type { PersonId } from '../../domain/ids.ts';
import type { EstablishmentRecord, Person, PersonRecord } from '../../domain/records.ts';
import { dayLived } from '../../domain/time/day-lived.ts';
import { type LocalDate, localDateInParis } from '../../domain/time/time.ts';
import type { Uai } from '../../domain/uai.ts';
import type { RecipientReads } from '../jobs/walk-recipients.ts';
import type { Catalogue, Clock, Store } from '../ports.ts';
import type { RecipientLabel } from './recipient-label.ts';

/** The recipients to judge. `establishment` judges the school's own badge. */
export type EvaluationScope =
  | { readonly kind: 'all' }
  | { readonly kind: 'person'; readonly email: string }
  | { readonly kind: 'person-id'; readonly id: PersonId }
  | { readonly kind: 'establishment'; readonly uai: Uai };

export interface EvaluationQuery {
  readonly scope: EvaluationScope;
  /** D, which may not be later than today; today in Europe/Paris by default. */
  readonly on?: LocalDate;
  /** With `all`, continues after this recipient. People come before schools. */
  readonly after?: Recipient;
  /** Judges only this achievement. Throws `unknown-achievement` where the criteria do not have it. */
  readonly achievement?: string;
}

/** A recipient with all its evaluations. `label` is the address or UAI by which people know it. */
export interface RecipientEvaluations {
  readonly recipient: Recipient;
  readonly label: RecipientLabel;
  readonly evaluations: readonly Evaluation[];
}

/** What a judgment reads, of one recipient or of all. */
export type EvaluationReads = 'readEstablishments' | 'readPeople' | 'readPeopleByEmail' | RecipientReads;

type Needs = {
  readonly store: Pick<Store, EvaluationReads>;
  readonly clock: Clock;
  readonly catalogue: Catalogue;
};
const PEOPLE_A_PAGE = 200;
/** A school comes with the whole records of everyone engaged there. */
const SCHOOLS_A_PAGE = 20;

/** Judges facts as of a date, page by page, and writes nothing. People come first, then schools. Throws
 *  `day-to-come`. */
export const evaluateRecipients = (needs: Needs) =>
  async function* (query: EvaluationQuery): AsyncGenerator<RecipientEvaluations> {
    const today = localDateInParis(needs.clock.now());
    const on = dayLived(query.on ?? today, today);
    const judge = makeJudge(needs.catalogue.criteriaInForce(on), {
      on,
      needs,
      achievement: query.achievement,
    });
    switch (query.scope.kind) {
      case 'person':
        yield* judge.people([await readPersonByEmail(needs.store, query.scope.email)]);
        return;
      case 'person-id':
        yield* judge.people(await needs.store.readPeople([query.scope.id]));
        return;
      case 'establishment':
        yield* judge.schools(await readKnownSchool(needs.store, query.scope.uai));
        return;
      case 'all':
        yield* judge.everyone(query.after);
    }
  };

/** The person with this address. Throws `unknown-person`. */
export async function readPersonByEmail(
  store: Pick<Store, 'readPeopleByEmail'>,
  email: string,
): Promise<Person> {
  const [person] = await store.readPeopleByEmail([email.trim().toLowerCase()]);
  if (!person) throw new DomainError('unknown-person', { email });
  return person;
}

async function readKnownSchool(
  store: Pick<Store, 'readEstablishmentRecords' | 'readEstablishments'>,
  uai: Uai,
): Promise<readonly EstablishmentRecord[]> {
  const [known] = await store.readEstablishments([uai]);
  if (!known) throw new DomainError('unknown-establishment', { uai });
  const records = await store.readEstablishmentRecords([uai]);
  return records.length > 0 ? records : [{ uai, people: [], meetings: [] }];
}

interface JudgeContext {
  readonly on: LocalDate;
  readonly needs: Pick<Needs, 'store' | 'catalogue'>;
  /** Judges only this achievement. */
  readonly achievement?: string | undefined;
}

/** Judges people and schools by one version of the criteria. */
function makeJudge(criteria: Criteria, { on, needs, achievement }: JudgeContext) {
  const { store, catalogue } = needs;
  const basis = { thresholds: criteria.thresholds, framework: catalogue.framework };
  const wanted = achievement === undefined ? undefined : achievementOf(criteria, achievement);
  const select = (all: readonly Evaluation[]) =>
    wanted ? all.filter((evaluation) => evaluation.achievement === wanted.code) : all;

  function judgePerson(person: Person, record = emptyRecord(person.id)): RecipientEvaluations {
    return {
      recipient: { kind: 'person', personId: person.id },
      label: { email: person.emails[0] ?? '' },
      evaluations: select(evaluateAll(criteria, derivePersonFacts(record, on, basis))),
    };
  }

  async function* people(persons: readonly Person[]): AsyncGenerator<RecipientEvaluations> {
    if (wanted?.recipient === 'establishment') return;
    const records = await store.readPersonRecords(persons.map((person) => person.id));
    const byId = new Map(records.map((record) => [record.personId, record]));
    for (const person of persons) yield judgePerson(person, byId.get(person.id));
  }

  async function* schools(records: readonly EstablishmentRecord[]): AsyncGenerator<RecipientEvaluations> {
    if (wanted?.recipient === 'person') return;
    for (const record of records) {
      yield {
        recipient: { kind: 'establishment', uai: record.uai },
        label: { uai: record.uai },
        evaluations: select(evaluateAll(criteria, deriveTeamFacts(record, on, basis))),
      };
    }
  }

  async function* everyone(behind?: Recipient): AsyncGenerator<RecipientEvaluations> {
    if (behind?.kind !== 'establishment') {
      const slices = { limit: PEOPLE_A_PAGE, behind: behind?.personId };
      for await (const ids of pages((page) => store.readRupnIds(page), slices)) {
        yield* people(await store.readPeople(ids));
      }
    }
    const uai = behind?.kind === 'establishment' ? behind.uai : undefined;
    const slices = { limit: SCHOOLS_A_PAGE, behind: uai };
    for await (const uais of pages((page) => store.readEngagedUais(page), slices)) {
      yield* schools(await store.readEstablishmentRecords(uais));
    }
  }

  return { people, schools, everyone };
}

function emptyRecord(personId: PersonId): PersonRecord {
  return { personId, engagements: [], authorisations: [], attended: [], reviews: [], contributions: [] };
}

/** Reads a listing page by page, until a page is not full. */
async function* pages<Key>(
  read: (page: { after?: Key; limit: number }) => Promise<readonly Key[]>,
  { limit, behind }: { readonly limit: number; readonly behind: Key | undefined },
): AsyncGenerator<readonly Key[]> {
  let after = behind;
  for (;;) {
    const keys = await read({ limit, ...(after !== undefined && { after }) });
    if (keys.length > 0) yield keys;
    if (keys.length < limit) return;
    after = keys.at(-1);
  }
}
