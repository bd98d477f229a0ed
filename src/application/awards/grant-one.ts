import { audit } from '../../domain/audit/entry.ts';
import { isAgainstCriteria, judgeForGrant } from '../../domain/award/by-decision.ts';
import { decideGrant, type PreviousAward } from '../../domain/award/grant.ts';
import {
  placeOfProposal,
  proposalId,
  type Rejection,
  standingRejection,
} from '../../domain/award/proposal.ts';
import type { CautiousBadges, ReviewFlag } from '../../domain/award/review-flag.ts';
import type { Award, Recipient } from '../../domain/award/types.ts';
import type { Change } from '../../domain/change/union.ts';
import type { Evaluation } from '../../domain/criteria/evaluation.ts';
import { DomainError } from '../../domain/errors.ts';
import { compact } from '../../domain/text/omit-undefined.ts';
import { readReviewFlags } from '../decisions/read-review-flags.ts';
import { digestOf } from '../digest.ts';
import type { Store } from '../ports.ts';
import type { Ports } from '../service-ports.ts';
import { type JudgedRecipient, judgedBy } from './evaluate-recipients.ts';
import type { RecipientLabel } from './recipient.ts';

/** A badge that may be granted, and the person who decides. */
export interface Candidate {
  readonly found: Pick<JudgedRecipient, 'recipient' | 'label' | 'record'>;
  readonly evaluation: Evaluation;
  readonly actor: string;
  readonly reason?: string;
  /** Whether it is granted even where a person should look at it first. */
  readonly cautions: CautiousBadges;
  /** True to look only: the award is decided in full, and nothing is written. */
  readonly dryRun?: boolean;
}

export type GrantOutcome =
  | { readonly kind: 'granted'; readonly award: Award; readonly label: RecipientLabel }
  /** In a dry run: the award would be granted. */
  | ({ readonly kind: 'grantable'; readonly award: Award; readonly label: RecipientLabel } & Proposed)
  /** Nothing stands against it, but a person should look at it first, and the act leaves such badges out. */
  | ({
      readonly kind: 'to-look-at';
      readonly achievement: string;
      readonly label: RecipientLabel;
    } & Proposed)
  | {
      readonly kind: 'skipped';
      readonly code: string;
      readonly achievement: string;
      readonly label: RecipientLabel;
    };

/** A badge that is not decided, as the queue names it. */
interface Proposed {
  readonly proposal: string;
  /** Why a person should look at it; often empty. */
  readonly cautions: readonly ReviewFlag[];
}

/** What was decided before on the badges of some recipients. */
export interface Earlier {
  readonly awards: readonly PreviousAward[];
  readonly refusals: readonly Rejection[];
}

export async function readEarlier(store: Store, recipients: readonly Recipient[]): Promise<Earlier> {
  const [awards, refusals] = await Promise.all([
    store.readAwardsOf(recipients),
    store.readRefusals(recipients),
  ]);
  return { awards, refusals };
}

/** An award, and the refusal of the same badge that its reason overrides. */
export interface Grant {
  readonly award: Award;
  readonly refusal?: Rejection;
}

/** Grants one badge in a commit of its own; a dry run only decides. Throws where it cannot be granted. */
export async function grantOne(ports: Ports, candidate: Candidate): Promise<GrantOutcome> {
  const { store } = ports;
  const { recipient, label } = candidate.found;
  const reviewFlagsOf = await reviewFlagsOfSome(ports, [candidate]);
  // Two agents may decide at once. The commit of the second one is refused, and it then reads the decision of
  // the first.
  for (let attemptsLeft = 1; ; attemptsLeft -= 1) {
    const grant = await decideOne(ports, candidate, await readEarlier(store, [recipient]));
    const undecided = leaveUndecided(candidate, grant, reviewFlagsOf(candidate));
    if (undecided) return undecided;
    try {
      await store.commit(changesOf([grant]));
      return { kind: 'granted', award: grant.award, label };
    } catch (error) {
      if (!isConflict(error) || attemptsLeft === 0) throw error;
    }
  }
}

/** Why a person should look at each of these badges; they are asked for only if the answer is needed. */
export async function reviewFlagsOfSome(
  ports: Ports,
  candidates: readonly Candidate[],
): Promise<(candidate: Candidate) => readonly ReviewFlag[]> {
  const requested = candidates.filter(({ cautions, dryRun }) => dryRun || cautions === 'left-out');
  if (requested.length === 0) return () => [];
  const of = await readReviewFlags(
    ports,
    requested.flatMap(({ found }) => found.record ?? []),
  );
  return ({ found, evaluation }) => of({ ...found, evaluation });
}

/** The outcome of a badge that may be granted and is not: it is left to a person, or the run only looks. */
export function leaveUndecided(
  candidate: Candidate,
  { award }: Grant,
  cautions: readonly ReviewFlag[],
): GrantOutcome | undefined {
  const { label } = candidate.found;
  const { achievement } = candidate.evaluation;
  const proposed = { proposal: proposalOf(candidate), cautions };
  if (candidate.cautions === 'left-out' && cautions.length > 0) {
    return { kind: 'to-look-at', achievement, label, ...proposed };
  }
  return candidate.dryRun ? { kind: 'grantable', award, label, ...proposed } : undefined;
}

/** The key under which the queue would name a candidate. */
export function proposalOf({ found: { recipient, record }, evaluation: { achievement } }: Candidate): string {
  const uai = placeOfProposal(recipient, record);
  return proposalId(recipient, { achievement, ...(uai && { uai }) });
}

/** The award of a candidate; `earlier` holds at least what was decided about its recipient. Throws where it
 *  cannot be granted. */
export async function decideOne(
  { clock, ids, catalogue }: Ports,
  { found, evaluation: ofRecords, actor, reason }: Candidate,
  { awards, refusals }: Earlier,
): Promise<Grant> {
  const { recipient } = found;
  if (recipient.kind === 'person' && recipient.personId === actor) throw new DomainError('own-award');
  const by = judgedBy({ catalogue }, ofRecords);
  const evaluation = judgeForGrant(ofRecords, reason, by);
  const { award } = decideGrant({
    recipient,
    evaluation,
    definition: by.definition,
    previous: awards,
    refusals,
    actor,
    at: clock.now(),
    id: ids.awardId(),
    factsDigest: await digestOf(evaluation.facts),
    ...(reason && { reason }),
  });
  return compact({ award, refusal: standingRejection(refusals, award) });
}

/** The awards, and the lines of the audit about them. A refusal that is overridden is reopened. */
export function changesOf(grants: readonly Grant[]): readonly Change[] {
  return [
    ...grants.flatMap(({ award, refusal }) => (refusal ? reopening(award) : [])),
    ...grants.map(({ award }) => ({ kind: 'award-granted' as const, award })),
    ...grants.map(({ award }) =>
      audit('award-granted', {
        at: award.grantedAt,
        actor: award.grantedBy,
        subject: award.id,
        details: {
          achievement: award.achievement,
          version: award.version,
          override: isAgainstCriteria(award),
        },
      }),
    ),
  ];
}

function reopening({ recipient, achievement, grantedBy: by, grantedAt: at }: Award): readonly Change[] {
  const subject = recipient.kind === 'person' ? recipient.personId : recipient.uai;
  return [
    { kind: 'refusal-reopened', recipient, achievement, by, at },
    audit('award-refusal-reopened', { at, actor: by, subject, details: { achievement } }),
  ];
}

export function isConflict(error: unknown): error is DomainError {
  return error instanceof DomainError && error.code === 'store-conflict';
}
