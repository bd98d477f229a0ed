import { createHash, randomBytes } from 'node:crypto';
import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import * as Ed25519Multikey from '@digitalbazaar/ed25519-multikey';
import { cryptosuite as eddsaRdfc } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import { Openid4vciClient } from '@openid4vc/openid4vci';
import jsigs from 'jsonld-signatures';
import { makeDocumentLoader } from '../../src/open-badges/canonicalization/document-loader.ts';
import { contextsFor } from '../../src/open-badges/contexts/vendored.ts';
import { type JsonObject, textOf } from '../../src/open-badges/parsing/json-value.ts';
import { ED, P256 } from '../support/corpus/suites.ts';
import { jwkOf, jwsBy } from '../support/suite-signing.ts';

interface Offered {
  /** Sends a request to the service, which is known by its origin. */
  readonly fetch: (url: string, init?: RequestInit) => Promise<Response>;
  readonly origin: string;
  readonly secret: string;
  readonly signer: object;
}

/** Takes a badge like a wallet, with a library that is independent of this service. */
export async function takeBadge(
  { fetch, origin, secret, signer }: Offered,
  { configuration = 'OpenBadgeCredential', txCode = '' } = {},
): Promise<{ readonly credential: unknown }> {
  const wallet = openWallet(fetch);
  const address = encodeURIComponent(`${origin}/oid4vci/offers/${secret}`);
  const credentialOffer = await wallet.resolveCredentialOffer(
    `openid-credential-offer://?credential_offer_uri=${address}`,
  );
  const issuerMetadata = await wallet.resolveIssuerMetadata(credentialOffer.credential_issuer);
  const { accessTokenResponse } = await wallet.retrievePreAuthorizedCodeAccessTokenFromOffer({
    credentialOffer,
    issuerMetadata,
    ...(txCode && { txCode }),
  });
  const { c_nonce } = await wallet.requestNonce({ issuerMetadata });
  const { jwt } = await wallet.createCredentialRequestJwtProof({
    issuerMetadata,
    credentialConfigurationId: configuration,
    nonce: c_nonce,
    signer: signer as never,
  });
  const { credentialResponse } = await wallet.retrieveCredentials({
    issuerMetadata,
    accessToken: accessTokenResponse.access_token,
    credentialConfigurationId: configuration,
    proofs: { jwt: [jwt] },
  });
  return credentialResponse.credentials?.[0] as { readonly credential: unknown };
}

function openWallet(fetch: Offered['fetch']) {
  const callbacks = {
    fetch: (url: string | URL | Request, init?: RequestInit) => fetch(String(url), init),
    hash: (data: Uint8Array) => createHash('sha256').update(data).digest(),
    generateRandom: (length: number) => randomBytes(length),
    signJwt: (signer: { method: string; publicJwk?: object }, jwt: { header: object; payload: object }) => {
      const key = signer.method === 'did' ? ED : P256;
      return { jwt: jwsBy(key, jwt.header as JsonObject, jwt.payload as JsonObject), signerJwk: jwkOf(key) };
    },
    // The wallet does not authenticate itself as a client.
    clientAuthentication: () => undefined,
    decryptJwe: () => Promise.reject(new Error('not used')),
    encryptJwe: () => Promise.reject(new Error('not used')),
    verifyJwt: () => Promise.reject(new Error('not used')),
  };
  return new Openid4vciClient({ callbacks: callbacks as never });
}

/** A wallet's presentation in answer to a challenge (VCALM, DIDAuthentication), signed with a new key by a
 *  library that is independent of this service. */
export async function showWhoItIs(
  request: JsonObject,
): Promise<{ readonly did: string; readonly presentation: JsonObject }> {
  const key = await Ed25519Multikey.generate({ id: '', controller: '' });
  const publicKeyMultibase = textOf(key, 'publicKeyMultibase') ?? '';
  const did = `did:key:${publicKeyMultibase}`;
  Object.assign(key, { id: `${did}#${publicKeyMultibase}`, controller: did });
  const unsigned = {
    '@context': ['https://www.w3.org/ns/credentials/v2'],
    type: ['VerifiablePresentation'],
    holder: did,
  };
  const presentation = await jsigs.sign(unsigned, {
    suite: new DataIntegrityProof({ signer: key.signer(), cryptosuite: eddsaRdfc }),
    purpose: new jsigs.purposes.AuthenticationProofPurpose({
      challenge: String(request['challenge']),
      domain: String(request['domain']),
    }),
    documentLoader: makeDocumentLoader(contextsFor(unsigned)),
  });
  return { did, presentation };
}
