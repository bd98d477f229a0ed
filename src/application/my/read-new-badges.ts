import type { HolderChoice, Recipient } from '../../domain/award/award-types.ts';
import type { Store } from '../ports.ts';
import type { AwardWithCredential } from '../store/badge-readers.ts';

/** Number of entries read, enough to reach the last choice behind other acts. */
const LOOKED_BACK = 100;

type Signed = Required<AwardWithCredential>;

/** The signed badges that wait for an answer, and the holder's last choice. */
export interface NewBadges {
  /** Sorted by grant, the oldest first. */
  readonly waiting: readonly Signed[];
  /** Absent where the holder has accepted no badge yet. */
  readonly lastChoice?: HolderChoice;
}

/** Reads the new badges of a recipient. */
export const readNewBadges =
  ({ store }: { readonly store: Pick<Store, 'readAwardsOf' | 'readAuditOf'> }) =>
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
