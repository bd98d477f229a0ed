import { achievementOf } from '../../catalogue/versions.ts';
import type { Recipient } from '../../domain/award/types.ts';
import type { AchievementDefinition, Criteria } from '../../domain/criteria/definition.ts';
import { evaluate, metAmong } from '../../domain/criteria/evaluate.ts';
import type { Evaluation } from '../../domain/criteria/evaluation.ts';
import type { JudgedBy } from '../../domain/criteria/just-met.ts';
import { DomainError } from '../../domain/errors.ts';
import { derivePersonFacts } from '../../domain/facts/derive-person.ts';
import { deriveTeamFacts } from '../../domain/facts/derive-team.ts';
import type { Facts } from '../../domain/facts/types.ts';
import type { PersonId } from '../../domain/ids.ts';
import { emailsAmong } from '../../domain/person/mail-address.ts';
import type { Person, PersonRecord, SchoolRecord } from '../../domain/records.ts';
import { type LocalDate, localDateInParis } from '../../domain/time/calendar.ts';
import { refuseFutureDay, yearUpTo } from '../../domain/time/school-year.ts';
import type { Uai } from '../../domain/uai.ts';
import type { Store } from '../ports.ts';
import type { Ports } from '../service-ports.ts';
import { type RecipientLabel, readLabels } from './recipient.ts';

const PEOPLE_A_PAGE = 500;
/** Number of schools in one page. A school is read with the whole records of everyone engaged there that
 *  year. */
const SCHOOLS_A_PAGE = 20;

/** The recipients to judge. `establishment` means the school's own badge. */
export type EvaluationScope =
  | { readonly kind: 'all' }
  | { readonly kind: 'person'; readonly email: string }
  | { readonly kind: 'person-id'; readonly id: PersonId }
  | { readonly kind: 'establishment'; readonly uai: Uai };

/** The badge and the version by which a judgment as of its day is made. */
export function judgedBy({ catalogue }: Pick<Ports, 'catalogue'>, { on, achievement }: Evaluation): JudgedBy {
  const criteria = catalogue.criteriaInForce(on);
  return { definition: achievementOf(criteria, achievement), criteria };
}

export function scopeOf(recipient: Recipient) {
  return recipient.kind === 'person'
    ? { kind: 'person-id' as const, id: recipient.personId }
    : { kind: 'establishment' as const, uai: recipient.uai };
}

export interface EvaluationQuery {
  readonly scope: EvaluationScope;
  /** The day D of the judgment, at most today; by default today in Europe/Paris. */
  readonly on?: LocalDate;
  /** With `all`, continues after this recipient. People come before schools. */
  readonly after?: Recipient;
  /** Whether labels hold names and schools, for lines that people read. */
  readonly named?: boolean;
  /** Judges only this achievement. Throws `unknown-achievement` where the criteria do not have it. */
  readonly achievement?: string;
}

/** A recipient and the badges on which it was judged. `label` is the address or UAI by which people know
 *  it. */
export interface JudgedRecipient {
  readonly recipient: Recipient;
  readonly label: RecipientLabel;
  /** The records of a person; absent for a school. */
  readonly record?: PersonRecord;
  readonly judged: readonly AchievementDefinition[];
  /** The met badges among `judged`. */
  readonly met: readonly AchievementDefinition[];
  /** Explains a badge, met or not. This takes much longer than judging, so badges are explained only on
   *  request. */
  readonly evaluate: (definition: AchievementDefinition) => Evaluation;
}

/** Judges the facts as of a date, page by page, without writing. People come first, then schools. Throws
 *  `day-to-come`. */
export const judgeRecipients = (ports: Ports) =>
  async function* (query: EvaluationQuery): AsyncGenerator<JudgedRecipient> {
    const { criteria, pages } = readSubjects(ports, query);
    for await (const page of pages) {
      for (const { recipient, label, record, judged, deriveFacts } of page) {
        const facts = deriveFacts();
        yield {
          ...{ recipient, label, ...(record && { record }), judged },
          met: metAmong(judged, { criteria, facts }),
          evaluate: (definition) => evaluate({ definition, criteria, facts }),
        };
      }
    }
  };

/** A recipient that was read, and is not yet judged. Pages of them are handed on, because handing on each one
 *  alone would take longer than judging it. */
interface Subject extends Pick<JudgedRecipient, 'recipient' | 'label' | 'record' | 'judged'> {
  readonly deriveFacts: () => Facts;
}

type Pages = AsyncIterable<readonly Subject[]>;

/** The recipients of a scope, and the criteria of the day. */
function readSubjects(
  ports: Ports,
  { scope, on: day, after, named, achievement }: EvaluationQuery,
): { readonly criteria: Criteria; readonly pages: Pages } {
  const today = localDateInParis(ports.clock.now());
  const on = refuseFutureDay(day ?? today, today);
  const criteria = ports.catalogue.criteriaInForce(on);
  const reader = makeReader(criteria, { on, ports, achievement, named });
  return { criteria, pages: scope.kind === 'all' ? reader.everyone(after) : readScope(ports, scope, reader) };
}

async function* readScope(
  { store }: Ports,
  scope: Exclude<EvaluationScope, { readonly kind: 'all' }>,
  reader: ReturnType<typeof makeReader>,
): AsyncGenerator<readonly Subject[]> {
  switch (scope.kind) {
    case 'person':
      yield await reader.people([(await readPersonByEmail(store, scope.email)).id]);
      return;
    case 'person-id':
      yield await reader.people((await store.readPeople([scope.id])).map(({ id }) => id));
      return;
    case 'establishment':
      yield await reader.schools(await readKnownSchool(store, scope.uai));
  }
}

/** The person with this address. Throws `unknown-person`. */
export async function readPersonByEmail(store: Store, email: string): Promise<Person> {
  const [person] = await store.readPeopleByEmail(emailsAmong([email]));
  if (!person) throw new DomainError('unknown-person', { email });
  return person;
}

async function readKnownSchool(store: Store, uai: Uai): Promise<readonly SchoolRecord[]> {
  const [known] = await store.readSchoolsByUai([uai]);
  if (!known) throw new DomainError('unknown-establishment', { uai });
  const records = await store.readSchoolRecords([uai]);
  return records.length > 0 ? records : [{ uai, people: [], meetings: [] }];
}

interface ReadingContext {
  readonly on: LocalDate;
  readonly ports: Ports;
  /** Judges only this achievement. */
  readonly achievement?: string | undefined;
  readonly named?: boolean | undefined;
}

/** The labels of recipients: with names and schools, or what a program knows them by. */
async function labelsOf(
  store: Store,
  recipients: readonly Recipient[],
  named = false,
): Promise<(recipient: Recipient) => RecipientLabel> {
  if (named) return readLabels(store, recipients);
  const ids = recipients.flatMap((one) => (one.kind === 'person' ? one.personId : []));
  const addresses = ids.length > 0 ? await store.readCurrentAddresses(ids) : new Map<PersonId, string>();
  return (one) => (one.kind === 'person' ? { email: addresses.get(one.personId) ?? '' } : { uai: one.uai });
}

/** Reads people and schools that are judged by one version of the criteria. */
function makeReader(criteria: Criteria, { on, ports, achievement, named }: ReadingContext) {
  const { store, catalogue } = ports;
  const basis = { thresholds: criteria.thresholds, framework: catalogue.framework };
  const wanted = achievement === undefined ? criteria.achievements : [achievementOf(criteria, achievement)];
  const ofPeople = wanted.filter(({ recipient }) => recipient === 'person');
  const ofSchools = wanted.filter(({ recipient }) => recipient === 'establishment');

  async function people(ids: readonly PersonId[]): Promise<readonly Subject[]> {
    if (ofPeople.length === 0) return [];
    const recipients = ids.map((personId) => ({ kind: 'person' as const, personId }));
    const [records, labelOf] = await Promise.all([
      store.readPersonRecords(ids),
      labelsOf(store, recipients, named),
    ]);
    return records.map((record) => {
      const recipient = { kind: 'person' as const, personId: record.personId };
      const deriveFacts = () => derivePersonFacts(record, on, basis);
      return { recipient, label: labelOf(recipient), record, judged: ofPeople, deriveFacts };
    });
  }

  async function schools(records: readonly SchoolRecord[]): Promise<readonly Subject[]> {
    if (ofSchools.length === 0) return [];
    const recipients = records.map(({ uai }) => ({ kind: 'establishment' as const, uai }));
    const labelOf = await labelsOf(store, recipients, named);
    return records.map((record) => {
      const recipient = { kind: 'establishment' as const, uai: record.uai };
      const deriveFacts = () => deriveTeamFacts(record, on, basis);
      return { recipient, label: labelOf(recipient), judged: ofSchools, deriveFacts };
    });
  }

  async function* everyone(behind?: Recipient): AsyncGenerator<readonly Subject[]> {
    if (behind?.kind !== 'establishment' && ofPeople.length > 0) {
      const slices = { limit: PEOPLE_A_PAGE, behind: behind?.personId };
      for await (const ids of pages((page) => store.readRupnIds(page), slices)) {
        yield await people(ids);
      }
    }
    if (ofSchools.length === 0) return;
    const uai = behind?.kind === 'establishment' ? behind.uai : undefined;
    const slices = { limit: SCHOOLS_A_PAGE, behind: uai };
    for await (const uais of pages((page) => store.readEngagedUais(page), slices)) {
      yield await schools(await store.readSchoolRecords(uais, yearUpTo(on)));
    }
  }

  return { people, schools, everyone };
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

export interface RecipientEvaluations {
  readonly recipient: Recipient;
  readonly label: RecipientLabel;
  /** The records of a person; absent for a school. */
  readonly record?: PersonRecord;
  readonly evaluations: readonly Evaluation[];
}

/** Judges like `judgeRecipients`, and explains every badge, met or not. */
export const evaluateRecipients = (ports: Ports) =>
  async function* (query: EvaluationQuery): AsyncGenerator<RecipientEvaluations> {
    const { criteria, pages } = readSubjects(ports, query);
    for await (const page of pages) {
      for (const { recipient, label, record, judged, deriveFacts } of page) {
        const facts = deriveFacts();
        const evaluations = judged.map((definition) => evaluate({ definition, criteria, facts }));
        yield { recipient, label, ...(record && { record }), evaluations };
      }
    }
  };
