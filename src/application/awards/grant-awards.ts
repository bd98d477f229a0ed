import { achievementOf } from '../../catalogue/catalogue.ts';
import { audit } from '../../domain/audit.ts';
import { decideGrant } from '../../domain/award/award.ts';
import type { Award, Recipient } from '../../domain/award/award-types.ts';
import type { Change } from '../../domain/change/change.ts';
import type { Evaluation } from '../../domain/criteria/evaluation.ts';
import { DomainError } from '../../domain/errors.ts';
import type { PersonId } from '../../domain/ids.ts';
import type { LocalDate } from '../../domain/time/time.ts';
import type { Uai } from '../../domain/uai.ts';
import { digestOf } from '../digest.ts';
import type { Catalogue, Clock, Ids, Store } from '../ports.ts';
import type { AwardWithCredential } from '../store/award-reader.ts';
import {
  type EvaluationQuery,
  evaluateRecipients,
  type RecipientEvaluations,
} from './evaluate-recipients.ts';
import type { RecipientLabel } from './recipient-label.ts';

export interface GrantAwards {
  /** Every met badge, or one badge of one person or school. */
  readonly scope:
    | { readonly kind: 'all-met'; readonly achievement?: string }
    | { readonly kind: 'person'; readonly email: string; readonly achievement: string }
    | { readonly kind: 'person-id'; readonly id: PersonId; readonly achievement: string }
    | { readonly kind: 'establishment'; readonly uai: Uai; readonly achievement: string };
  readonly on?: LocalDate;
  /** Required where the criteria are not met, or after a decline or a revocation. */
  readonly reason?: string;
  /** People cannot grant a badge to themselves. */
  readonly actor: string;
  /** With `all-met`, does only a part of the work, after `after`. The result says where the next part
   *  begins. */
  readonly part?: { readonly after?: Recipient };
}

/** A part ends after this many attempts to grant, or this many recipients judged, to stay below the thousand
 *  queries that D1 allows in one invocation. */
const PART_ATTEMPTS = 100;
const PART_RECIPIENTS = 1000;

export type GrantOutcome =
  | { readonly kind: 'granted'; readonly award: Award; readonly label: RecipientLabel }
  | {
      readonly kind: 'skipped';
      readonly code: string;
      readonly achievement: string;
      readonly label: RecipientLabel;
    };

type Needs = {
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly catalogue: Catalogue;
};

/** Records the decision of a DANE agent. With `all-met`, badges that cannot be granted again are skipped and
 *  reported. For one recipient, a refusal throws (`not-met`, `award-exists`, `award-declined-or-revoked`,
 *  `wrong-recipient-kind`, `own-award`). Returns the last recipient of a part, or undefined once all is
 *  done. */
export const grantAwards = (needs: Needs) =>
  async function* (command: GrantAwards): AsyncGenerator<GrantOutcome, Recipient | undefined> {
    const many = command.scope.kind === 'all-met';
    const evaluate = evaluateRecipients(needs);
    let attempts = 0;
    let judged = 0;
    for await (const found of evaluate(toQuery(command))) {
      for (const evaluation of found.evaluations) {
        if (many && !evaluation.met) continue;
        attempts += 1;
        yield* attempt(() => grantOne(needs, { command, found, evaluation }), { many, found, evaluation });
      }
      judged += 1;
      if (command.part && (attempts >= PART_ATTEMPTS || judged >= PART_RECIPIENTS)) return found.recipient;
    }
    if (!many && attempts === 0)
      throw new DomainError('wrong-recipient-kind', { code: command.scope.achievement ?? '' });
    return undefined;
  };

function toQuery({ scope, on, part }: GrantAwards): EvaluationQuery {
  return {
    scope: scope.kind === 'all-met' ? { kind: 'all' } : scope,
    ...(on && { on }),
    ...(scope.achievement && { achievement: scope.achievement }),
    ...(part?.after && { after: part.after }),
  };
}

interface Attempted {
  readonly many: boolean;
  readonly found: RecipientEvaluations;
  readonly evaluation: Evaluation;
}

async function* attempt(
  grant: () => Promise<GrantOutcome>,
  { many, found, evaluation }: Attempted,
): AsyncGenerator<GrantOutcome> {
  try {
    yield await grant();
  } catch (error) {
    if (!many || !(error instanceof DomainError)) throw error;
    yield { kind: 'skipped', code: error.code, achievement: evaluation.achievement, label: found.label };
  }
}

interface OneGrant {
  readonly command: GrantAwards;
  readonly found: RecipientEvaluations;
  readonly evaluation: Evaluation;
}

async function grantOne(needs: Needs, { command, found, evaluation }: OneGrant): Promise<GrantOutcome> {
  const { store, clock, ids, catalogue } = needs;
  const { recipient } = found;
  if (recipient.kind === 'person' && recipient.personId === command.actor) throw new DomainError('own-award');
  const definition = achievementOf(catalogue.criteriaInForce(evaluation.on), evaluation.achievement);
  const factsDigest = await digestOf(evaluation.facts);
  // Two agents may grant at once. The unique sequence refuses the second one, which then reads the award of
  // the first.
  for (let attemptsLeft = 1; ; attemptsLeft -= 1) {
    const previous = await readPrevious(store, recipient, evaluation.achievement);
    const { award } = decideGrant({
      recipient,
      evaluation,
      definition,
      previous,
      actor: command.actor,
      at: clock.now(),
      id: ids.awardId(),
      factsDigest,
      ...(command.reason && { reason: command.reason }),
    });
    try {
      await store.commit(changesOf(award));
      return { kind: 'granted', award, label: found.label };
    } catch (error) {
      const conflict = error instanceof DomainError && error.code === 'store-conflict';
      if (!conflict || attemptsLeft === 0) throw error;
    }
  }
}

async function readPrevious(
  store: Store,
  recipient: Recipient,
  achievement: string,
): Promise<readonly AwardWithCredential[]> {
  const all = await store.readAwardsOf([recipient]);
  return all.filter(({ award }) => award.achievement === achievement);
}

function changesOf(award: Award): readonly Change[] {
  return [
    { kind: 'award-granted', award },
    audit('award-granted', {
      at: award.grantedAt,
      actor: award.grantedBy,
      subject: award.id,
      details: { achievement: award.achievement, version: award.version, override: !!award.overrideReason },
    }),
  ];
}
