import { audit } from '../../domain/audit.ts';
import { isWithdrawable } from '../../domain/criteria/adoption.ts';
import { DomainError } from '../../domain/errors.ts';
import type { PersonId } from '../../domain/ids.ts';
import { localDateInParis } from '../../domain/time/time.ts';
import type { Ports } from '../service-ports.ts';

/** Withdraws the newest version before its day, if no recipient was judged by it. Its number is not given
 *  again. Throws `criteria-in-force` where it is not the newest or its day has come; `store-conflict` where
 *  an award was judged by it as of a future day. */
export const withdrawCriteria =
  ({ store, clock, catalogue }: Ports) =>
  async ({ version, actor }: { readonly version: number; readonly actor: PersonId }): Promise<void> => {
    await catalogue.refresh('now');
    const at = clock.now();
    const versions = catalogue.versions();
    const criteria = versions.find((one) => one.version === version);
    const today = localDateInParis(at);
    if (!criteria || !catalogue.isAdoptedHere(version) || !isWithdrawable(criteria, { versions, today })) {
      throw new DomainError('criteria-in-force', { version });
    }
    const details = { from: criteria.inForceFrom };
    await store.commit([
      { kind: 'criteria-withdrawn', version, by: actor, at },
      audit('criteria-withdrawn', { at, actor, subject: `criteria/${version}`, details }),
    ]);
    await catalogue.refresh('now');
  };
