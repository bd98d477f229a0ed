import { audit } from '../../domain/audit.ts';
import { restsOnContribution } from '../../domain/award/rests-on.ts';
import type { Change } from '../../domain/change/change.ts';
import { DomainError } from '../../domain/errors.ts';
import type { PersonId } from '../../domain/ids.ts';
import type { Contribution } from '../../domain/records.ts';
import { seenContribution } from '../../domain/seen-contribution.ts';
import type { Instant } from '../../domain/time/time.ts';
import type { Ports } from '../service-ports.ts';
import { onceMore } from '../store/once-more.ts';

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
export const validateContributions =
  ({ store, clock }: Ports) =>
  ({ references, seen, actor }: ValidateContributions): Promise<ValidatedTogether> =>
    onceMore(async () => {
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
export const takeBackValidation =
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
