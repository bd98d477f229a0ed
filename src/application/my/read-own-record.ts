import type { Recipient } from '../../domain/award/award-types.ts';
import type { Contest } from '../../domain/contest/contest.ts';
import type { Criteria } from '../../domain/criteria/criteria.ts';
import { derivePersonFacts } from '../../domain/facts/derive-facts.ts';
import type { PersonFacts } from '../../domain/facts/facts.ts';
import type { PersonId } from '../../domain/ids.ts';
import type { Establishment, PersonRecord } from '../../domain/records.ts';
import { type LocalDate, localDateInParis } from '../../domain/time/time.ts';
import type { Uai } from '../../domain/uai.ts';
import type { Catalogue, Clock, Store } from '../ports.ts';
import type { AwardWithCredential } from '../store/badge-readers.ts';

/** Everything that a person's own pages show, as of today in Paris. */
export interface OwnRecord {
  readonly on: LocalDate;
  readonly criteria: Criteria;
  readonly record: PersonRecord;
  readonly facts: PersonFacts;
  readonly awards: readonly AwardWithCredential[];
  /** References of the segments that the person declared in the service. */
  readonly declared: readonly string[];
  /** The newest first. */
  readonly contests: readonly Contest[];
  /** The schools of the engagements. */
  readonly establishments: ReadonlyMap<Uai, Establishment>;
}

type Needs = {
  readonly store: Pick<
    Store,
    | 'readAwardsOf'
    | 'readContestsOfPerson'
    | 'readDeclaredReferences'
    | 'readEstablishments'
    | 'readPersonRecords'
  >;
  readonly clock: Clock;
  readonly catalogue: Catalogue;
};

/** Reads all records of the person for their own pages. */
export const readOwnRecord =
  ({ store, clock, catalogue }: Needs) =>
  async (personId: PersonId): Promise<OwnRecord> => {
    const on = localDateInParis(clock.now());
    const criteria = catalogue.criteriaInForce(on);
    const self: Recipient = { kind: 'person', personId };
    const [[found], awards, declared, contests] = await Promise.all([
      store.readPersonRecords([personId]),
      store.readAwardsOf([self]),
      store.readDeclaredReferences(personId),
      store.readContestsOfPerson(personId),
    ]);
    const record = found ?? emptyRecord(personId);
    const basis = { thresholds: criteria.thresholds, framework: catalogue.framework };
    const uais = [...new Set(record.engagements.map(({ uai }) => uai))];
    const establishments = await store.readEstablishments(uais);
    return {
      on,
      criteria,
      record,
      facts: derivePersonFacts(record, on, basis),
      awards,
      declared,
      contests,
      establishments: new Map(establishments.map((one) => [one.uai, one])),
    };
  };

function emptyRecord(personId: PersonId): PersonRecord {
  return { personId, engagements: [], authorisations: [], attended: [], reviews: [], contributions: [] };
}
