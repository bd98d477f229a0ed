import type { AuditAction } from '../../domain/audit/actions.ts';
import { audit } from '../../domain/audit/entry.ts';
import { restsOnContribution, seenContribution } from '../../domain/award/counted-records.ts';
import type { Change } from '../../domain/change/union.ts';
import { DomainError } from '../../domain/errors.ts';
import type { PersonId } from '../../domain/ids.ts';
import type { Contribution, ProgressReview } from '../../domain/records.ts';
import { checkEnteredReview } from '../../domain/review/record.ts';
import { type Instant, localDateInParis } from '../../domain/time/calendar.ts';
import { keyOfForm } from '../idempotency-key.ts';
import type { Ports } from '../service-ports.ts';
import { retryOnConflict, useCases } from '../use-cases.ts';

interface Entering {
  readonly actor: PersonId;
  /** The reason why it is entered or removed, or the document that proves it. */
  readonly reason: string;
}

/** Enters a review that was held or a written report that is acknowledged, for the DANE. Throws
 *  `own-engagement` for the agent's own record, and the errors of `checkEnteredReview`. */
const enterReview =
  (ports: Ports) =>
  async ({ review, ...entering }: Entering & { readonly review: ProgressReview }): Promise<void> => {
    const record = await readOthers(ports, review.personId, entering);
    checkEnteredReview(review, record, localDateInParis(ports.clock.now()));
    await ports.store.commit([
      { kind: 'progress-review-saved', review },
      audited(ports, 'review-recorded', { ...entering, review }),
    ]);
  };

interface EnterContribution extends Entering {
  readonly said: Pick<Contribution, 'kind' | 'on' | 'url'>;
  readonly personId: PersonId;
  /** The token of the form: sent several times, it enters one contribution. */
  readonly once?: string | undefined;
}

/** Enters a contribution for the DANE, which validates it at the same time. Throws `own-engagement`. */
const enterContribution =
  (ports: Ports) =>
  ({ said, personId, once, ...entering }: EnterContribution): Promise<void> =>
    retryOnConflict(async () => {
      const { store, clock, ids } = ports;
      await readOthers(ports, personId, entering);
      const { actor, reason } = entering;
      const texts = [personId, said.kind, said.on, said.url];
      const reference = `J-${(await keyOfForm({ by: actor, once, said: texts })) ?? ids.credentialId()}`;
      const [known] = await store.readContributions([reference]);
      if (known) return;
      const at = clock.now();
      const judged = { by: actor, at };
      const contribution = { ...said, personId, reference, validated: true, judged };
      await store.commit([
        { kind: 'contribution-added', contribution },
        audit('contribution-added', { at, actor, subject: personId, details: { reference, reason } }),
      ]);
    });

async function readOthers({ store }: Ports, personId: PersonId, { actor }: Entering) {
  if (personId === actor) throw new DomainError('own-engagement');
  const [record] = await store.readPersonRecords([personId]);
  return record ?? { engagements: [], reviews: [] };
}

function audited(
  { clock }: Ports,
  action: AuditAction,
  { review: { personId, uai, on }, actor, reason }: Entering & { readonly review: ProgressReview },
) {
  return audit(action, { at: clock.now(), actor, subject: personId, details: { uai, on, reason } });
}

export interface ValidatedTogether {
  readonly validated: readonly Contribution[];
  /** Number of contributions left unchanged: the agent's own, and those that changed after they were
   *  shown. */
  readonly left: number;
}

interface ValidateContributions {
  readonly references: readonly string[];
  /** The contributions that the agent saw, each as text (`seenContribution`). */
  readonly seen: readonly string[];
  readonly actor: PersonId;
}

/** Validates the chosen contributions in one commit. People cannot validate their own. Contributions that are
 *  already validated are left out. */
const validateContributions =
  ({ store, clock }: Ports) =>
  ({ references, seen, actor }: ValidateContributions): Promise<ValidatedTogether> =>
    retryOnConflict(async () => {
      const found = await store.readContributions([...new Set(references)]);
      const validated = found.filter(
        (one) => !one.validated && one.personId !== actor && seen.includes(seenContribution(one)),
      );
      const at = clock.now();
      await store.commit(validated.flatMap((one) => judged(one, { validated: true, actor, at })));
      return { validated, left: new Set(references).size - validated.length };
    });

/** Takes a validation back, unless a standing badge mentions it. Throws `not-found`, `own-award` for the
 *  agent's own contribution, `contribution-in-badge`, `store-conflict`. */
const takeBackValidation =
  ({ store, clock }: Ports) =>
  async (command: {
    readonly reference: string;
    readonly reason: string;
    readonly actor: PersonId;
  }): Promise<void> => {
    const { reference, reason, actor } = command;
    const [contribution] = await store.readContributions([reference]);
    if (!contribution?.validated) throw new DomainError('not-found');
    const { personId } = contribution;
    if (personId === actor) throw new DomainError('own-award');
    const awards = await store.readAwardsOf([{ kind: 'person', personId }]);
    if (awards.some((one) => restsOnContribution(one, reference))) {
      throw new DomainError('contribution-in-badge');
    }
    const at = clock.now();
    await store.commit(judged(contribution, { validated: false, actor, at, reason }));
  };

interface Judging {
  readonly validated: boolean;
  readonly actor: PersonId;
  readonly at: Instant;
  readonly reason?: string;
}

function judged(asRead: Contribution, { validated, actor, at, reason }: Judging): readonly Change[] {
  const { reference, personId } = asRead;
  const contribution = { ...asRead, validated, judged: { by: actor, at } };
  return [
    { kind: 'contribution-judged', asRead, contribution },
    audit(validated ? 'contribution-validated' : 'contribution-unvalidated', {
      at,
      actor,
      subject: personId,
      details: { reference, ...(reason && { reason }) },
    }),
  ];
}

export const factServices = useCases({
  enterReview,
  enterContribution,
  validateContributions,
  takeBackValidation,
});
