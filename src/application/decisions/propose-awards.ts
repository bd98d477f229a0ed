import { achievementOf } from '../../catalogue/versions.ts';
import { draftGrant } from '../../domain/award/grant.ts';
import {
  type Proposal,
  type ProposalChange,
  type ProposalSummary,
  placeOfProposal,
  proposalId,
  type Rejection,
} from '../../domain/award/proposal.ts';
import type { ReviewFlag } from '../../domain/award/review-flag.ts';
import type { Recipient } from '../../domain/award/types.ts';
import { evaluate, metBadges } from '../../domain/criteria/evaluate.ts';
import type { Evaluation } from '../../domain/criteria/evaluation.ts';
import { DomainError } from '../../domain/errors.ts';
import { derivePersonFacts } from '../../domain/facts/derive-person.ts';
import { deriveTeamFacts } from '../../domain/facts/derive-team.ts';
import type { Facts } from '../../domain/facts/types.ts';
import type { PersonRecord } from '../../domain/records.ts';
import { type Instant, type LocalDate, localDateInParis } from '../../domain/time/calendar.ts';
import type { Uai } from '../../domain/uai.ts';
import { counted, type TakeStep } from '../jobs/step.ts';
import { type WalkedSlice, walkRecipients } from '../jobs/walk-recipients.ts';
import type { Catalogue } from '../ports.ts';
import type { Ports } from '../service-ports.ts';
import type { AwardWithCredential } from '../store/badge-readers.ts';
import { type JudgedBadge, readReviewFlags } from './read-review-flags.ts';

/** Judges a slice of people or schools, and proposes the met badges that may be granted today. */
export const proposeAwards =
  (ports: Ports): TakeStep =>
  async ({ progress }) => {
    const page = await walkRecipients(ports.store, progress, localDateInParis(ports.clock.now()));
    const found = await findProposals(ports, page);
    const { recipients, proposals } = found;
    return {
      progress: {
        ...(page.next ?? { phase: 1 }),
        counts: counted(
          progress.counts,
          proposals.map(() => 'proposed'),
        ),
      },
      advanced: page.size,
      finished: page.next === undefined,
      changes: recipients.length > 0 ? [{ kind: 'proposals-replaced', ...found }] : [],
    };
  };

type FoundProposals = Omit<Extract<ProposalChange, { kind: 'proposals-replaced' }>, 'kind'>;

/** The badges that may be proposed for these people and schools, by the criteria in force today. `reopened`
 *  is a badge whose refusals no longer count. */
export async function findProposals(
  ports: Ports,
  page: Pick<WalkedSlice, 'people' | 'schools'>,
  reopened?: string,
): Promise<FoundProposals> {
  const { store, clock, catalogue } = ports;
  const at = clock.now();
  const found = judgeSlice(catalogue, page, localDateInParis(at));
  const recipients = found.map(({ recipient }) => recipient);
  const [awards, all] = await Promise.all([store.readAwardsOf(recipients), store.readRefusals(recipients)]);
  const refusals = all.filter(({ achievement }) => achievement !== reopened);
  const met = found.flatMap(({ recipient, evaluations, uai, record }) =>
    evaluations
      .filter((evaluation) => mayBeGranted({ recipient, evaluation, awards, refusals, at, catalogue }))
      .map((evaluation) => ({ recipient, evaluation, uai, ...(record && { record }) })),
  );
  const reviewFlagsOf = await readReviewFlags(
    ports,
    met.flatMap(({ record }) => record ?? []),
  );
  return {
    recipients,
    proposals: met.map((one) => toProposal(one, reviewFlagsOf)),
    awards: awards.map(({ award }) => award.id),
  };
}

/** A recipient with the evaluations of its met badges. */
interface Judged {
  readonly recipient: Recipient;
  readonly evaluations: readonly Evaluation[];
  /** The school where the person is or was last engaged, or the school itself. */
  readonly uai: Uai | undefined;
  /** Absent for a school. */
  readonly record?: PersonRecord;
}

/** Judges a page of recipients. Most people meet few badges, so only met badges are evaluated in full. */
function judgeSlice(
  { criteriaInForce, framework }: Catalogue,
  { people, schools }: Pick<WalkedSlice, 'people' | 'schools'>,
  on: LocalDate,
): readonly Judged[] {
  const criteria = criteriaInForce(on);
  const basis = { thresholds: criteria.thresholds, framework };
  const evaluateMet = (facts: Facts) =>
    metBadges(criteria, facts).map((definition) => evaluate({ definition, criteria, facts }));
  return [
    ...people.map((record) => ({
      recipient: { kind: 'person' as const, personId: record.personId },
      evaluations: evaluateMet(derivePersonFacts(record, on, basis)),
      uai: placeOfProposal({ kind: 'person', personId: record.personId }, record),
      record,
    })),
    ...schools.map((record) => ({
      recipient: { kind: 'establishment' as const, uai: record.uai },
      evaluations: evaluateMet(deriveTeamFacts(record, on, basis)),
      uai: record.uai,
    })),
  ];
}

function isSame(one: Recipient, other: Recipient): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

interface GrantTrial {
  readonly recipient: Recipient;
  readonly evaluation: Evaluation;
  readonly awards: readonly AwardWithCredential[];
  readonly refusals: readonly Rejection[];
  readonly at: Instant;
  readonly catalogue: Catalogue;
}

/** Whether a grant would succeed without a reason. */
function mayBeGranted({ recipient, evaluation, awards, refusals, at, catalogue }: GrantTrial): boolean {
  try {
    draftGrant({
      recipient,
      evaluation,
      definition: achievementOf(catalogue.criteriaInForce(evaluation.on), evaluation.achievement),
      previous: awards.filter(({ award }) => isSame(award.recipient, recipient)),
      refusals,
      actor: '',
      at,
    });
    return true;
  } catch (error) {
    if (error instanceof DomainError) return false;
    throw error;
  }
}

interface Met {
  readonly recipient: Recipient;
  readonly evaluation: Evaluation;
  readonly uai: Uai | undefined;
  readonly record?: PersonRecord;
}

function toProposal(met: Met, reviewFlagsOf: (badge: JudgedBadge) => readonly ReviewFlag[]): Proposal {
  const { recipient, evaluation, uai } = met;
  const { achievement, version, on, facts } = evaluation;
  return {
    id: proposalId(recipient, { achievement, ...(uai && { uai }) }),
    recipient,
    achievement,
    version,
    judgedOn: on,
    schoolYear: facts.schoolYear,
    ...(uai && { uai }),
    summary: { ...summaryOf(facts), cautions: reviewFlagsOf(met) },
  };
}

function summaryOf(facts: Facts): Omit<ProposalSummary, 'cautions'> {
  if (facts.kind === 'establishment') {
    const { families, trainingHours, members } = facts;
    return { families: families.length, trainingHours, members: members.length };
  }
  const hours = facts.trainings.filter(({ expired }) => !expired).map((training) => training.hours);
  return {
    duration: facts.duration,
    families: facts.families.length,
    trainingHours: hours.reduce((sum, one) => sum + one, 0),
  };
}
