import { audit } from '../../domain/audit/entry.ts';
import { type Awarded, type CountedRecord, countsRecord } from '../../domain/award/counted-records.ts';
import type { Change } from '../../domain/change/union.ts';
import { auditedContent } from '../../domain/engagement/content.ts';
import { DomainError } from '../../domain/errors.ts';
import { derivePersonFacts } from '../../domain/facts/derive-person.ts';
import type { PersonId } from '../../domain/ids.ts';
import { refuseNumen } from '../../domain/person/numen.ts';
import type { Contribution, Engagement, PersonRecord, ProgressReview } from '../../domain/records.ts';
import { isOpen, isSettled } from '../../features/contests/feature.ts';
import type { Ports } from '../service-ports.ts';

/** The record to remove, by its key. */
export type RemovedRecord =
  | { readonly kind: 'engagement'; readonly reference: string }
  | { readonly kind: 'attendance'; readonly eventCode: string }
  | ({ readonly kind: 'review' } & { readonly review: Omit<ProgressReview, 'personId'> })
  | { readonly kind: 'contribution'; readonly reference: string };

interface RemoveRecord {
  readonly personId: PersonId;
  readonly record: RemovedRecord;
  /** An agent of the DANE, or a program with its token. */
  readonly actor: string;
  /** The reason why the record was a mistake. */
  readonly reason: string;
}

/** Removes a record that was entered by mistake, for the DANE. The audit keeps its content. Throws
 *  `own-engagement` for the agent's own record, `numen-refused`, `not-found`, `change-contested` and `contest-decided` for a
 *  engagement with a contest, `counted-in-badge` where a standing award counted the record, `store-conflict`. */
export const removeRecord =
  (ports: Ports) =>
  async ({ personId, record: requested, actor, reason }: RemoveRecord): Promise<void> => {
    if (personId === actor) throw new DomainError('own-engagement');
    refuseNumen(reason);
    const { store, clock } = ports;
    const [record] = await store.readPersonRecords([personId]);
    const found = record && findRecord(record, requested);
    if (!record || !found) throw new DomainError('not-found');
    if (found.kind === 'engagement') await refuseContested(ports, found.engagement);
    await refuseCounted(ports, { record, found, without: withoutRecord(record, requested) });
    const at = clock.now();
    const { action, change, details } = removalOf(found);
    await store.commit([
      change,
      audit(action, { at, actor, subject: personId, details: { ...details, reason } }),
    ]);
  };

/** Throws `counted-in-badge` where a standing award counted this record. */
export async function requireUncounted(
  ports: Ports,
  record: PersonRecord,
  requested: RemovedRecord,
): Promise<void> {
  const found = findRecord(record, requested);
  if (found) await refuseCounted(ports, { record, found, without: withoutRecord(record, requested) });
}

type Found =
  | Exclude<CountedRecord, { readonly kind: 'contribution' }>
  | (Extract<CountedRecord, { readonly kind: 'contribution' }> & { readonly contribution: Contribution });

function findRecord(record: PersonRecord, requested: RemovedRecord): Found | undefined {
  const { personId } = record;
  switch (requested.kind) {
    case 'engagement': {
      const engagement = record.engagements.find(({ reference }) => reference === requested.reference);
      return engagement && { kind: 'engagement', engagement };
    }
    case 'attendance': {
      const attended = record.attended.find(({ event }) => event.code === requested.eventCode);
      return attended && { kind: 'attendance', event: attended.event, personId };
    }
    case 'review': {
      const review = record.reviews.find((one) => isSameReview(one, requested.review));
      return review && { kind: 'review', review };
    }
    case 'contribution': {
      const contribution = record.contributions.find(({ reference }) => reference === requested.reference);
      return contribution && { kind: 'contribution', reference: requested.reference, personId, contribution };
    }
  }
}

function withoutRecord(record: PersonRecord, requested: RemovedRecord): PersonRecord {
  switch (requested.kind) {
    case 'engagement':
      return {
        ...record,
        engagements: record.engagements.filter(({ reference }) => reference !== requested.reference),
      };
    case 'attendance':
      return {
        ...record,
        attended: record.attended.filter(({ event }) => event.code !== requested.eventCode),
      };
    case 'review':
      return { ...record, reviews: record.reviews.filter((one) => !isSameReview(one, requested.review)) };
    case 'contribution':
      return {
        ...record,
        contributions: record.contributions.filter(({ reference }) => reference !== requested.reference),
      };
  }
}

type ReviewKey = Omit<ProgressReview, 'personId'>;

function isSameReview(one: ReviewKey, other: ReviewKey): boolean {
  return one.uai === other.uai && one.on === other.on && one.kind === other.kind;
}

async function refuseContested({ store }: Ports, { reference, uai, confirmation }: Engagement) {
  const contests = await store.readContestsOfSchool(uai);
  const isUnderContest = contests.some((one) => one.engagementReference === reference && isOpen(one));
  if (confirmation === 'contested' || isUnderContest) throw new DomainError('change-contested');
  if (isSettled(reference, contests)) throw new DomainError('contest-decided');
}

interface Removal {
  readonly record: PersonRecord;
  readonly found: Found;
  readonly without: PersonRecord;
}

/** Throws where a standing badge counted the record. A record may be removed if the badge has the same facts
 *  without it, for example an engagement that was entered twice. */
async function refuseCounted(ports: Ports, { record, found, without }: Removal): Promise<void> {
  const { personId } = record;
  const school = found.kind === 'engagement' ? [found.engagement.uai] : [];
  const schools = [...new Set([...record.engagements.map(({ uai }) => uai), ...school])];
  const awards = await ports.store.readAwardsOf([
    { kind: 'person', personId },
    ...schools.map((uai) => ({ kind: 'establishment' as const, uai })),
  ]);
  const resting = awards.filter(
    (one) => countsRecord(one, found) && isOtherwise(ports, one, { record, without }),
  );
  if (resting.length === 0) return;
  const badges = [...new Set(resting.map(({ award }) => award.achievement))].join(', ');
  throw new DomainError('counted-in-badge', { badges });
}

function isOtherwise(
  { catalogue }: Ports,
  { award }: Awarded,
  { record, without }: Pick<Removal, 'record' | 'without'>,
): boolean {
  const criteria = catalogue.criteriaVersion(award.version);
  const { facts } = award.evaluation;
  if (facts.kind === 'establishment' || !criteria) return true;
  const basis = { thresholds: criteria.thresholds, framework: catalogue.framework };
  const [before, after] = [record, without].map((one) =>
    JSON.stringify(derivePersonFacts(one, facts.on, basis)),
  );
  return before !== after;
}

function removalOf(found: Found): {
  readonly action: 'engagement-removed' | 'attendance-removed' | 'review-removed' | 'contribution-removed';
  readonly change: Change;
  readonly details: Readonly<Record<string, string>>;
} {
  switch (found.kind) {
    case 'engagement': {
      const { reference, uai, period, confirmation } = found.engagement;
      const details = {
        ...{ reference, uai, from: period.from, to: period.to ?? '', confirmation },
        ...auditedContent(found.engagement),
      };
      return {
        action: 'engagement-removed',
        change: { kind: 'engagement-removed', asRead: found.engagement },
        details,
      };
    }
    case 'attendance': {
      const { event, personId } = found;
      const change = { kind: 'attendance-removed' as const, eventCode: event.code, personId };
      return { action: 'attendance-removed', change, details: { event: event.code } };
    }
    case 'review': {
      const { uai, on, kind } = found.review;
      const change = { kind: 'progress-review-removed' as const, review: found.review };
      return { action: 'review-removed', change, details: { uai, on, kind } };
    }
    case 'contribution': {
      const { reference, kind, on } = found.contribution;
      const change = { kind: 'contribution-removed' as const, asRead: found.contribution };
      return { action: 'contribution-removed', change, details: { reference, kind, on } };
    }
  }
}
