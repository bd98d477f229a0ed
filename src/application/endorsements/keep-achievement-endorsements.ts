import { audit } from '../../domain/audit.ts';
import type {
  AchievementEndorsement,
  WholeEndorsement,
} from '../../domain/endorsement/achievement-endorsement.ts';
import { DomainError } from '../../domain/errors.ts';
import type { Ports } from '../service-ports.ts';
import { onceMore } from '../store/once-more.ts';
import {
  type BroughtEndorsement,
  type ExaminedEndorsement,
  examineEndorsement,
} from './examine-endorsement.ts';

interface By {
  readonly actor: string;
}

export type KeptEndorsement =
  | { readonly kind: 'kept'; readonly endorsement: AchievementEndorsement }
  | Extract<ExaminedEndorsement, { kind: 'refused' }>;

/** Verifies another body's endorsement of one of our achievements, and stores it with its document as
 *  received. */
export const keepAchievementEndorsement =
  (ports: Ports) =>
  async ({ actor, ...brought }: BroughtEndorsement & By): Promise<KeptEndorsement> => {
    const examined = await examineEndorsement(ports)(brought);
    if (examined.kind === 'refused') return examined;
    const { said, endorsementKey, content, report } = examined;
    const { credentialId: _stated, ...shown } = said;
    const at = ports.clock.now();
    const endorsement: WholeEndorsement = {
      ...shown,
      id: ports.ids.uuid(),
      endorsementKey,
      content,
      keptAt: at,
      look: { result: 'good', verdict: report.verdict, at, verifiedAt: at },
    };
    try {
      await ports.store.commit([
        { kind: 'achievement-endorsement-kept', endorsement },
        audit('achievement-endorsement-kept', {
          at,
          actor,
          subject: endorsement.id,
          details: detailsOf(endorsement),
        }),
      ]);
    } catch (error) {
      // Somebody else entered the same endorsement in the meantime.
      if (!(error instanceof DomainError) || error.code !== 'store-conflict') throw error;
      return { kind: 'refused', because: 'kept-already', report };
    }
    return { kind: 'kept', endorsement };
  };

/** Withdraws an endorsement, with the reason. It is no longer shown anywhere. Throws `not-found`, and
 *  `settled-meanwhile` where it is withdrawn already. */
export const withdrawAchievementEndorsement =
  ({ store, clock }: Ports) =>
  ({ id, reason, actor }: By & { readonly id: string; readonly reason: string }): Promise<void> =>
    onceMore(async () => {
      const [endorsement] = await store.readWholeEndorsements([id]);
      if (!endorsement) throw new DomainError('not-found');
      if (endorsement.withdrawal) throw new DomainError('settled-meanwhile');
      const at = clock.now();
      await store.commit([
        { kind: 'achievement-endorsement-withdrawn', id, withdrawal: { at, reason } },
        audit('achievement-endorsement-withdrawn', {
          at,
          actor,
          subject: id,
          details: { ...detailsOf(endorsement), reason },
        }),
      ]);
    });

/** The details of an endorsement in the audit. */
export function detailsOf({ code, version, issuer }: AchievementEndorsement) {
  return { badge: `${code}/v${version}`, issuer: issuer.id };
}
