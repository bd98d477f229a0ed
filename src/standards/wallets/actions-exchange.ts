import { CREDENTIALS_V2 } from '#open-badges/credential';
import { isJsonObject, type JsonObject, listOf } from '#open-badges/parsing';
import type { VerifyPresentation } from '#open-badges/verification';
import { sha256Of } from '../../application/digest.ts';
import type { Ports } from '../../application/service-ports.ts';
import { assertSelfDescribed } from './actions-check-key-proof.ts';
import { bindBadge } from './actions-offer-badge.ts';
import { readOpenOffer } from './actions-oid4vci.ts';
import { refuseConflict, WalletRejection } from './actions-refusal.ts';
import { newSecret } from './actions-secrets.ts';

/** The suites with which a wallet may prove its identity. */
const SUITES = ['eddsa-rdfc-2022', 'ecdsa-rdfc-2019', 'eddsa-jcs-2022', 'Ed25519Signature2020'];

/** One step of an exchange (VCALM, "Participate in an Exchange"): an empty message is answered with a
 *  challenge, and the presentation that signs the challenge is answered with the badge. An offer with a
 *  number cannot be taken in this way, because the protocol has no place for the number. */
export const takeStep =
  (ports: Ports, verifyPresentation: VerifyPresentation) =>
  async (secret: string, message: JsonObject): Promise<JsonObject> => {
    const offer = await readOpenOffer(ports, secret);
    if (offer.pinHash || offer.tokenHash) throw new WalletRejection('not_found', 'there is no such exchange');
    const { verifiablePresentation } = message;
    if (verifiablePresentation === undefined) {
      const challenge = newSecret(ports.ids);
      const challengeHash = await sha256Of(challenge);
      await ports.store
        .commit([{ kind: 'wallet-challenged', offerId: offer.id, challengeHash }])
        .catch(refuseConflict(new WalletRejection('not_found', 'there is no such exchange')));
      return { verifiablePresentationRequest: toRequest(ports.origin, secret, challenge) };
    }
    const challenge = challengeOf(verifiablePresentation);
    const challengeHash = await sha256Of(challenge);
    const refused = new WalletRejection('invalid_proof', 'the challenge is not the one that was asked');
    if (challengeHash !== offer.challengeHash) throw refused;
    // A challenge can be used once, whatever the result.
    await ports.store
      .commit([{ kind: 'wallet-challenge-used', offerId: offer.id, challengeHash }])
      .catch(refuseConflict(refused));
    const requested = { challenge, domain: new URL(ports.origin).host };
    const report = await verifyPresentation(verifiablePresentation, requested);
    if (!report.verified || report.holder === undefined)
      throw new WalletRejection('invalid_proof', report.steps.at(-1)?.detail ?? 'it does not verify');
    const holder = assertSelfDescribed(report.holder);
    const { document } = await bindBadge(ports)({ offer, holder, protocol: 'vc-api' });
    return {
      verifiablePresentation: {
        '@context': [CREDENTIALS_V2],
        type: ['VerifiablePresentation'],
        verifiableCredential: [JSON.parse(document) as unknown],
      },
    };
  };

function challengeOf(presentation: unknown): string {
  const [proof] = isJsonObject(presentation) ? listOf(presentation['proof']) : [];
  const challenge = isJsonObject(proof) ? proof['challenge'] : undefined;
  return typeof challenge === 'string' ? challenge : '';
}

function toRequest(origin: string, secret: string, challenge: string): JsonObject {
  return {
    query: [
      {
        type: 'DIDAuthentication',
        acceptedMethods: [{ method: 'key' }, { method: 'jwk' }],
        acceptedCryptosuites: SUITES.map((cryptosuite) => ({ cryptosuite })),
      },
    ],
    challenge,
    domain: new URL(origin).host,
    interact: {
      service: [
        { type: 'UnmediatedHttpPresentationService2021', serviceEndpoint: exchangeUrl(origin, secret) },
      ],
    },
  };
}

function exchangeUrl(origin: string, secret: string): string {
  return `${origin}/vc-api/exchanges/${secret}`;
}

/** The protocols by which a wallet may take the badge (VCALM, "Interaction URL"). Throws `not_found`. */
export const readProtocols =
  (ports: Ports) =>
  async (secret: string): Promise<Readonly<Record<string, string>>> => {
    const { pinHash, tokenHash } = await readOpenOffer(ports, secret);
    if (tokenHash) throw new WalletRejection('not_found', 'the code was used');
    return {
      ...(!pinHash && { vcapi: exchangeUrl(ports.origin, secret) }),
      OID4VCI: credentialOfferUrl(ports.origin, secret),
    };
  };

/** The address that opens a wallet with the offer. */
export function credentialOfferUrl(origin: string, secret: string): string {
  const address = `${origin}/oid4vci/offers/${secret}`;
  return `openid-credential-offer://?credential_offer_uri=${encodeURIComponent(address)}`;
}
