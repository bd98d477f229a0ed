import { achievementOf } from '../../catalogue/catalogue.ts';
import { audit } from '../../domain/audit.ts';
import { decideGrant, type PreviousAward } from '../../domain/award/award.ts';
import type { Award } from '../../domain/award/award-types.ts';
import type { Change } from '../../domain/change/change.ts';
import type { Evaluation } from '../../domain/criteria/evaluation.ts';
import { DomainError } from '../../domain/errors.ts';
import { digestOf } from '../digest.ts';
import type { Catalogue, Clock, Ids, Store } from '../ports.ts';
import type { EvaluationReads, JudgedRecipient } from './judge-recipients.ts';
import type { RecipientLabel } from './recipient-label.ts';

export type GrantNeeds = {
  readonly store: Pick<Store, 'commit' | 'readAwardsOf' | EvaluationReads>;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly catalogue: Catalogue;
};

/** A badge that may be granted, and the person who decides. */
export interface Candidate {
  readonly found: Pick<JudgedRecipient, 'recipient' | 'label'>;
  readonly evaluation: Evaluation;
  readonly actor: string;
  readonly reason?: string;
}

export type GrantOutcome =
  | { readonly kind: 'granted'; readonly award: Award; readonly label: RecipientLabel }
  | {
      readonly kind: 'skipped';
      readonly code: string;
      readonly achievement: string;
      readonly label: RecipientLabel;
    };

/** Grants one badge in a commit of its own. Throws where it cannot be granted. */
export async function grantOne(needs: GrantNeeds, candidate: Candidate): Promise<GrantOutcome> {
  const { store } = needs;
  const { recipient, label } = candidate.found;
  // Two agents may grant at once. The unique sequence refuses the second one, which then reads the award of
  // the first.
  for (let attemptsLeft = 1; ; attemptsLeft -= 1) {
    const award = await decideOne(needs, candidate, await store.readAwardsOf([recipient]));
    try {
      await store.commit(changesOf([award]));
      return { kind: 'granted', award, label };
    } catch (error) {
      if (!isConflict(error) || attemptsLeft === 0) throw error;
    }
  }
}

/** The award of a candidate; `previous` holds at least the awards of its recipient. Throws where it cannot be
 *  granted. */
export async function decideOne(
  { clock, ids, catalogue }: GrantNeeds,
  { found, evaluation, actor, reason }: Candidate,
  previous: readonly PreviousAward[],
): Promise<Award> {
  const { recipient } = found;
  if (recipient.kind === 'person' && recipient.personId === actor) throw new DomainError('own-award');
  const { award } = decideGrant({
    recipient,
    evaluation,
    definition: achievementOf(catalogue.criteriaInForce(evaluation.on), evaluation.achievement),
    previous,
    actor,
    at: clock.now(),
    id: ids.awardId(),
    factsDigest: await digestOf(evaluation.facts),
    ...(reason && { reason }),
  });
  return award;
}

/** The awards, and the lines of the audit about them. */
export function changesOf(awards: readonly Award[]): readonly Change[] {
  return [
    ...awards.map((award) => ({ kind: 'award-granted' as const, award })),
    ...awards.map((award) =>
      audit('award-granted', {
        at: award.grantedAt,
        actor: award.grantedBy,
        subject: award.id,
        details: {
          achievement: award.achievement,
          version: award.version,
          override: !!award.overrideReason,
        },
      }),
    ),
  ];
}

export function isConflict(error: unknown): error is DomainError {
  return error instanceof DomainError && error.code === 'store-conflict';
}
