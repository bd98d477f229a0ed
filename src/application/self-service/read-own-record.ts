import type { HolderChoice, Recipient } from '../../domain/award/types.ts';
import type { Criteria } from '../../domain/criteria/definition.ts';
import { derivePersonFacts } from '../../domain/facts/derive-person.ts';
import type { PersonFacts } from '../../domain/facts/types.ts';
import type { PersonId } from '../../domain/ids.ts';
import type { PersonRecord, School } from '../../domain/records.ts';
import { type LocalDate, localDateInParis } from '../../domain/time/calendar.ts';
import type { Uai } from '../../domain/uai.ts';
import type { Contest } from '../../features/contests/feature.ts';
import type { Ports } from '../service-ports.ts';
import type { AwardWithCredential } from '../store/badge-readers.ts';
import { useCases } from '../use-cases.ts';

/** Everything that a person's own pages show, as of today in Paris. */
export interface OwnRecord {
  readonly on: LocalDate;
  readonly criteria: Criteria;
  readonly record: PersonRecord;
  readonly facts: PersonFacts;
  readonly awards: readonly AwardWithCredential[];
  /** References of the engagements that the person declared in the service. */
  readonly declared: readonly string[];
  /** The newest first. */
  readonly contests: readonly Contest[];
  /** The schools of the engagements. */
  readonly establishments: ReadonlyMap<Uai, School>;
}

/** Reads all records of the person for their own pages. */
const readOwnRecord =
  ({ store, clock, catalogue }: Ports) =>
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
    const schools = await store.readSchoolsByUai(uais);
    return {
      on,
      criteria,
      record,
      facts: derivePersonFacts(record, on, basis),
      awards,
      declared,
      contests,
      establishments: new Map(schools.map((one) => [one.uai, one])),
    };
  };

function emptyRecord(personId: PersonId): PersonRecord {
  return { personId, engagements: [], authorisations: [], attended: [], reviews: [], contributions: [] };
}

/** Number of entries read, enough to reach the last choice behind other acts. */
const LOOKED_BACK = 100;

type Signed = Required<AwardWithCredential>;

/** The signed badges that wait for an answer, and the holder's last choice. */
export interface NewBadges {
  /** Sorted by grant, the oldest first. */
  readonly waiting: readonly Signed[];
  /** Absent if the holder has accepted no badge yet. */
  readonly lastChoice?: HolderChoice;
}

const readNewBadges =
  ({ store }: Ports) =>
  async (recipient: Recipient): Promise<NewBadges> => {
    const signed = (await store.readAwardsOf([recipient])).filter(isSigned);
    const waiting = signed
      .filter(({ credential }) => isWaiting(credential))
      .toSorted((a, b) => (a.award.grantedAt < b.award.grantedAt ? -1 : 1));
    const accepted = signed.filter(({ credential }) => credential.choice.acceptance === 'accepted');
    if (waiting.length === 0 || accepted.length === 0) return { waiting };
    const ids = accepted.map(({ credential }) => credential.id);
    const entries = await store.readAuditOf(ids, LOOKED_BACK);
    const last = entries.find(({ action }) => action === 'credential-accepted');
    const { credential } = accepted.find((one) => one.credential.id === last?.subject) ?? accepted[0] ?? {};
    return { waiting, ...(credential && { lastChoice: credential.choice }) };
  };

/** Whether the badge waits for an answer. A suspended badge does not, until it is given back. */
function isWaiting({ choice, revocation, suspension }: Signed['credential']): boolean {
  return choice.acceptance === 'private' && !revocation && !suspension;
}

function isSigned(one: AwardWithCredential): one is Signed {
  return one.credential !== undefined && one.credential.erasedAt === undefined;
}

export const ownRecordServices = useCases({ readOwnRecord, readNewBadges });
