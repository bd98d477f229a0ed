import { isJsonObject, type JsonObject, textOf } from '#open-badges/parsing';
import type { ProofChecker } from '#open-badges/proofs';
import { sha256Of } from '../../application/digest.ts';
import type { Ports } from '../../application/service-ports.ts';
import { retryOnConflict } from '../../application/use-cases.ts';
import { secondsAfter } from '../../domain/time/calendar.ts';
import { CONFIGURATIONS, PRE_AUTHORISED } from '../../issuing/oid4vci-metadata.ts';
import { checkKeyProof } from './actions-check-key-proof.ts';
import { bindBadge } from './actions-offer-badge.ts';
import { refuseConflict, WalletRejection } from './actions-refusal.ts';
import { codeOf, hashPin, newSecret } from './actions-secrets.ts';
import { isOpen, NONCE_SECONDS, TOKEN_SECONDS, type WalletOffer } from './feature.ts';

/** The open offer with this secret. Throws `not_found`. */
export async function readOpenOffer({ store, clock }: Ports, secret: string): Promise<WalletOffer> {
  const offer = await store.readWalletOffer('secretHash', await sha256Of(secret));
  if (!offer || !isOpen(offer, clock.now())) throw new WalletRejection('not_found', 'there is no such offer');
  return offer;
}

/** The credential offer that a wallet reads (OpenID4VCI 1.0 §4.1). */
export const readCredentialOffer = (ports: Ports) => async (secret: string) => {
  const offer = await readOpenOffer(ports, secret);
  if (offer.tokenHash) throw new WalletRejection('not_found', 'the code was used');
  return {
    credential_issuer: ports.origin,
    credential_configuration_ids: Object.keys(CONFIGURATIONS),
    grants: {
      [PRE_AUTHORISED]: {
        'pre-authorized_code': await codeOf(secret),
        ...(offer.pinHash && { tx_code: { input_mode: 'numeric', length: 6 } }),
      },
    },
  };
};

/** Exchanges a pre-authorised code for a token (§6). A code that is used twice ends the offer, because
 *  someone else may have it; too many wrong numbers end it too. */
export const redeemCode = (ports: Ports) => (fields: Readonly<Record<string, string>>) =>
  retryOnConflict(async () => {
    const { store, clock, ids } = ports;
    if (fields['grant_type'] !== PRE_AUTHORISED)
      throw new WalletRejection('unsupported_grant_type', `grant_type is not ${PRE_AUTHORISED}`);
    const code = fields['pre-authorized_code'];
    if (!code) throw new WalletRejection('invalid_request', 'there is no pre-authorized_code');
    const offer = await store.readWalletOffer('codeHash', await sha256Of(code));
    if (!offer || !isOpen(offer, clock.now()))
      throw new WalletRejection('invalid_grant', 'the code is not good');
    if (offer.tokenHash) {
      await store.commit([{ kind: 'wallet-offer-withdrawn', credentialId: offer.credentialId }]);
      throw new WalletRejection('invalid_grant', 'the code was used before');
    }
    await checkPin(ports, offer, { code, pin: fields['tx_code'] });
    const token = newSecret(ids);
    const expiresAt = secondsAfter(clock.now(), TOKEN_SECONDS);
    await store.commit([
      { kind: 'wallet-code-used', offerId: offer.id, tokenHash: await sha256Of(token), expiresAt },
    ]);
    return { access_token: token, token_type: 'Bearer', expires_in: TOKEN_SECONDS };
  });

async function checkPin(
  { store }: Ports,
  offer: WalletOffer,
  { code, pin }: { readonly code: string; readonly pin: string | undefined },
): Promise<void> {
  if (offer.pinHash === undefined) {
    if (pin !== undefined) throw new WalletRejection('invalid_request', 'no tx_code was asked');
    return;
  }
  if (pin === undefined) throw new WalletRejection('invalid_request', 'tx_code is required');
  const refused = new WalletRejection('invalid_grant', 'tx_code was tried too often');
  await store.commit([{ kind: 'wallet-pin-tried', offerId: offer.id }]).catch(refuseConflict(refused));
  if ((await hashPin(pin, code)) !== offer.pinHash)
    throw new WalletRejection('invalid_grant', 'tx_code is not the one shown');
}

/** Gives a nonce for the proof of a key (§7). */
export const giveNonce =
  ({ store, clock, ids }: Ports) =>
  async (callerNetwork: string) => {
    const nonce = newSecret(ids);
    const [nonceHash, network] = await Promise.all([sha256Of(nonce), sha256Of(callerNetwork)]);
    const expiresAt = secondsAfter(clock.now(), NONCE_SECONDS);
    await store.commit([{ kind: 'wallet-nonce-given', nonceHash, expiresAt, network }]);
    return { c_nonce: nonce };
  };

/** Gives the badge, signed for the key that the wallet proves to hold (§8). */
export const giveCredential =
  (ports: Ports, proofs: ProofChecker) => async (token: string | undefined, request: JsonObject) => {
    const { store, clock, origin } = ports;
    const offer = token ? await store.readWalletOffer('tokenHash', await sha256Of(token)) : undefined;
    if (!offer || !isOpen(offer, clock.now()))
      throw new WalletRejection('invalid_token', 'the token is not good');
    const format = CONFIGURATIONS[readConfiguration(request)]?.format;
    if (format === undefined)
      throw new WalletRejection('unknown_credential_configuration', 'there is no such configuration');
    const nowSeconds = Date.parse(clock.now()) / 1000;
    const { holder, nonce } = await checkKeyProof(readProof(request), { proofs, origin, nowSeconds });
    const nonceHash = await sha256Of(nonce);
    const refused = new WalletRejection('invalid_nonce', 'the nonce is not ours, was used, or has expired');
    if (!(await store.hasWalletNonce(nonceHash, clock.now()))) throw refused;
    await store.commit([{ kind: 'wallet-nonce-used', nonceHash }]).catch(refuseConflict(refused));
    const badge = await bindBadge(ports)({ offer, holder, protocol: 'oid4vci' });
    const credential: unknown = format === 'ldp_vc' ? JSON.parse(badge.document) : badge.jws;
    return { credentials: [{ credential }] };
  };

function readConfiguration(request: JsonObject): string {
  const id = textOf(request, 'credential_configuration_id');
  if (!id) throw new WalletRejection('invalid_credential_request', 'credential_configuration_id is required');
  if (request['credential_response_encryption'] !== undefined)
    throw new WalletRejection('invalid_credential_request', 'answers are not encrypted');
  return id;
}

/** The only proof of the request: one badge is bound to one key. */
function readProof({ proofs }: JsonObject): string {
  const jwts = isJsonObject(proofs) && Object.keys(proofs).length === 1 ? proofs['jwt'] : undefined;
  const [jwt] = Array.isArray(jwts) && jwts.length === 1 ? (jwts as readonly unknown[]) : [];
  if (typeof jwt !== 'string') throw new WalletRejection('invalid_proof', 'proofs.jwt must hold one proof');
  return jwt;
}
