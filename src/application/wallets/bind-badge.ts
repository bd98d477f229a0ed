import { audit } from '../../domain/audit.ts';
import { DomainError } from '../../domain/errors.ts';
import { isOpen, type WalletOffer } from '../../domain/holder/wallet-offer.ts';
import { reSign } from '../credentials/re-sign-credential.ts';
import type { Ports } from '../service-ports.ts';
import { onceMore } from '../store/once-more.ts';
import { readTakeable } from './read-takeable.ts';
import { WalletRefusal } from './refusal.ts';

export interface BindBadge {
  readonly offer: WalletOffer;
  /** The DID of the key that the wallet has proved to hold. */
  readonly holder: string;
  readonly protocol: 'oid4vci' | 'vc-api';
}

export interface BoundBadge {
  readonly document: string;
  readonly jws: string;
}

/** Signs the badge again for the wallet's key, under the same id and status index (docs/adr/0029). This ends
 *  the offer: of two wallets that ask at the same time, the second one is refused, because it finds a newer
 *  revision. */
export const bindBadge =
  (ports: Ports) =>
  ({ offer, holder, protocol }: BindBadge): Promise<BoundBadge> =>
    onceMore(async () => {
      const { store, clock } = ports;
      const current = await store.readWalletOffer('secretHash', offer.secretHash);
      if (!current || !isOpen(current, clock.now()))
        throw new WalletRefusal('invalid_token', 'the offer has ended');
      const { award, credential } = await readTakeable(store, offer.credentialId, clock.now()).catch(
        toRefusal,
      );
      const signed = await reSign(ports, { award, credential: { ...credential, subjectId: holder } });
      const at = clock.now();
      await store.commit([
        signed,
        { kind: 'wallet-taken', offerId: offer.id, at, holder },
        audit('wallet-taken', { at, actor: offer.personId, subject: credential.id, details: { protocol } }),
      ]);
      return signed.credential;
    });

/** The refusal where the badge was revoked, hidden or erased after it was offered. */
function toRefusal(error: unknown): never {
  if (error instanceof DomainError && error.code !== 'unavailable')
    throw new WalletRefusal('invalid_token', `the badge can no longer be taken: ${error.code}`);
  throw error;
}
