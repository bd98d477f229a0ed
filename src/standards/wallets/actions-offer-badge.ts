import { commitOnce } from '../../application/concurrency/named-record.ts';
import { sha256Of } from '../../application/digest.ts';
import type { Store } from '../../application/ports.ts';
import { reissue } from '../../application/reissue/sign.ts';
import type { Ports } from '../../application/service-ports.ts';
import { retryOnConflict } from '../../application/use-cases.ts';
import { audit } from '../../domain/audit/entry.ts';
import type { Award, IssuedCredential } from '../../domain/award/types.ts';
import { DomainError } from '../../domain/errors.ts';
import type { CredentialId, PersonId } from '../../domain/ids.ts';
import { compact } from '../../domain/text/omit-undefined.ts';
import { type Instant, secondsAfter } from '../../domain/time/calendar.ts';
import { WalletRejection } from './actions-refusal.ts';
import { codeOf, hashPin, newSecret, pinOf } from './actions-secrets.ts';
import { isOpen, OFFER_SECONDS, type WalletOffer } from './feature.ts';

export interface OfferBadge {
  readonly id: CredentialId;
  readonly personId: PersonId;
  /** Present where the wallet must ask for a number, which is derived from it. */
  readonly sessionSecret?: string | undefined;
}

/** Offers a badge to its holder's wallet. Returns the secret of the offer, which is not stored. An earlier
 *  open offer of the badge ends. Throws `credential-not-accepted`, `credential-revoked`,
 *  `credential-erased`. */
export const offerBadge =
  ({ store, clock, ids }: Ports) =>
  async ({ id, personId, sessionSecret }: OfferBadge): Promise<string> => {
    await readTakeable(store, id, clock.now());
    const secret = newSecret(ids);
    const code = await codeOf(secret);
    const at = clock.now();
    const pin = sessionSecret === undefined ? undefined : await pinOf(secret, sessionSecret);
    const offer: WalletOffer = {
      id: ids.uuid(),
      personId,
      credentialId: id,
      secretHash: await sha256Of(secret),
      codeHash: await sha256Of(code),
      ...(pin !== undefined && { pinHash: await hashPin(pin, code) }),
      wrongPins: 0,
      createdAt: at,
      expiresAt: secondsAfter(at, OFFER_SECONDS),
    };
    await store.commit([
      { kind: 'wallet-offered', offer },
      audit('wallet-offered', { at, actor: personId, subject: id }),
    ]);
    return secret;
  };

/** Ends the open offer of a badge. A badge that was already taken stays in the wallet. Throws `settled-meanwhile` if
 *  no offer is open. */
export const withdrawOffer =
  ({ store, clock }: Ports) =>
  ({ id, personId }: OfferBadge): Promise<void> =>
    commitOnce(store, [
      { kind: 'wallet-offer-withdrawn', credentialId: id },
      audit('wallet-offer-withdrawn', { at: clock.now(), actor: personId, subject: id }),
    ]);

/** Unbinds a badge from the wallet: it is signed again with a subject that names no key. The copy in the
 *  wallet is then outdated, but cannot be removed there. Throws `settled-meanwhile` if it is in no wallet. */
export const leaveWallet = (ports: Ports) => (command: OfferBadge) =>
  retryOnConflict(async () => {
    const { store, clock, ids } = ports;
    const [found, offers] = await Promise.all([
      store.readCredential(command.id),
      store.readWalletOffersOf(command.id),
    ]);
    if (!found?.credential || found.credential.erasedAt) throw new DomainError('credential-erased', {});
    if (offers.length === 0) throw new DomainError('settled-meanwhile');
    const credential = { ...found.credential, subjectId: `urn:uuid:${ids.uuid()}` };
    await store.commit([
      await reissue(ports, { award: found.award, credential }),
      { kind: 'wallet-left', credentialId: command.id },
      audit('wallet-left', { at: clock.now(), actor: command.personId, subject: command.id }),
    ]);
  });

/** The state of a badge and wallets, as its holder sees it. */
export interface WalletState {
  readonly waiting?: WalletOffer;
  readonly taken?: NonNullable<WalletOffer['taken']>;
}

export const readWalletState =
  ({ store, clock }: Ports) =>
  async (id: CredentialId): Promise<WalletState> => {
    const offers = await store.readWalletOffersOf(id);
    const waiting = offers.find((offer) => isOpen(offer, clock.now()));
    const taken = offers.find((offer) => offer.taken)?.taken;
    return compact({ waiting, taken });
  };

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
    retryOnConflict(async () => {
      const { store, clock } = ports;
      const current = await store.readWalletOffer('secretHash', offer.secretHash);
      if (!current || !isOpen(current, clock.now()))
        throw new WalletRejection('invalid_token', 'the offer has ended');
      const { award, credential } = await readTakeable(store, offer.credentialId, clock.now()).catch(
        toRejection,
      );
      const signed = await reissue(ports, { award, credential: { ...credential, subjectId: holder } });
      const at = clock.now();
      await store.commit([
        signed,
        { kind: 'wallet-taken', offerId: offer.id, at, holder },
        audit('wallet-taken', { at, actor: offer.personId, subject: credential.id, details: { protocol } }),
      ]);
      return signed.credential;
    });

/** The refusal where the badge was revoked, hidden or erased after it was offered. */
function toRejection(error: unknown): never {
  if (error instanceof DomainError && error.code !== 'unavailable')
    throw new WalletRejection('invalid_token', `the badge can no longer be taken: ${error.code}`);
  throw error;
}

/** A badge that a wallet may take: a person's own, accepted, shown and valid. Throws with the reason where it
 *  is not. */
async function readTakeable(
  store: Store,
  id: CredentialId,
  now: Instant,
): Promise<{ readonly award: Award; readonly credential: IssuedCredential }> {
  const found = await store.readCredential(id);
  if (!found?.credential) throw new DomainError('unknown-credential', { id });
  const { award, credential } = found;
  if (credential.erasedAt) throw new DomainError('credential-erased', { id });
  if (award.recipient.kind !== 'person') throw new DomainError('wrong-recipient-kind', {});
  const isShown = credential.choice.acceptance === 'accepted' && !credential.choice.hidden;
  if (!isShown) throw new DomainError('credential-not-accepted', {});
  if (credential.revocation) throw new DomainError('credential-revoked', { id });
  if (award.validUntil && award.validUntil <= now) throw new DomainError('award-over', {});
  return { award, credential };
}
