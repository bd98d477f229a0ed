import { readFileSync } from 'node:fs';
import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import * as EcdsaMultikey from '@digitalbazaar/ecdsa-multikey';
import { cryptosuite as ecdsaRdfc } from '@digitalbazaar/ecdsa-rdfc-2019-cryptosuite';
import * as Ed25519Multikey from '@digitalbazaar/ed25519-multikey';
import { cryptosuite as eddsaRdfc } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import { issue } from '@digitalbazaar/vc';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { makeDocumentLoader } from '../../../src/open-badges/canonicalization/document-loader.ts';
import { STATIC_CONTEXTS } from '../../../src/open-badges/contexts/vendored.ts';
import { type JsonObject, textOf } from '../../../src/open-badges/parsing/json-value.ts';

/** Another project's library that signs a badge with its own key, as in its documentation. */
export interface ThirdPartySigner {
  readonly did: string;
  /** The contexts that its proof needs next to those of a badge. */
  readonly contexts: readonly string[];
  readonly sign: (badge: JsonObject) => Promise<JsonObject | string>;
}

const OTHERS = new URL('../../../tools/foreign-verifiers/node_modules/', import.meta.url);
const ED25519_2020 = 'https://w3id.org/security/suites/ed25519-2020/v1';
const CREATED = '2026-07-12T10:00:00Z';
const documentLoader = makeDocumentLoader(STATIC_CONTEXTS);

/** Gives a key the address that a did:key has. */
function nameKey(key: object, publicKey: string): string {
  const did = `did:key:${publicKey}`;
  Object.assign(key, { id: `${did}#${publicKey}`, controller: did });
  return did;
}

async function digitalBazaar(curve: 'Ed25519' | 'P-256'): Promise<ThirdPartySigner> {
  const key =
    curve === 'Ed25519'
      ? await Ed25519Multikey.generate({ id: '', controller: '' })
      : await EcdsaMultikey.generate({ curve });
  const exported =
    curve === 'Ed25519' ? key : await (key as EcdsaMultikey.KeyPair).export({ publicKey: true });
  const did = nameKey(key, textOf(exported, 'publicKeyMultibase') ?? '');
  const cryptosuite = curve === 'Ed25519' ? eddsaRdfc : ecdsaRdfc;
  return {
    did,
    contexts: [],
    sign: (badge) =>
      issue({
        credential: structuredClone(badge),
        suite: new DataIntegrityProof({ signer: key.signer(), cryptosuite }),
        documentLoader,
      }),
  };
}

const load = (path: string) => import(new URL(path, OTHERS).href);

async function digitalCredentials(): Promise<ThirdPartySigner> {
  const vc = await load('@digitalcredentials/vc/lib/index.js');
  const { Ed25519Signature2020 } = await load('@digitalcredentials/ed25519-signature-2020/lib/index.js');
  const { Ed25519VerificationKey2020 } = await load(
    '@digitalcredentials/ed25519-verification-key-2020/dist/index.js',
  );
  const key = await Ed25519VerificationKey2020.generate();
  const did = nameKey(key, key.fingerprint());
  return {
    did,
    contexts: [ED25519_2020],
    sign: (badge) =>
      vc.issue({
        credential: structuredClone(badge),
        suite: new Ed25519Signature2020({ key, date: CREATED }),
        documentLoader,
      }),
  };
}

async function didkit(): Promise<ThirdPartySigner> {
  const library = await load('@learncard/didkit-plugin/dist/didkit_wasm.js');
  const wasm = new URL('@learncard/didkit-plugin/dist/didkit_wasm_bg.wasm', OTHERS);
  library.initSync({ module: readFileSync(wasm) });
  const key = library.generateEd25519KeyFromBytes(crypto.getRandomValues(new Uint8Array(32)));
  const options = {
    type: 'DataIntegrityProof',
    cryptosuite: 'eddsa-rdfc-2022',
    verificationMethod: await library.keyToVerificationMethod('key', key),
    proofPurpose: 'assertionMethod',
    created: CREATED,
  };
  return {
    did: library.keyToDID('key', key),
    contexts: [],
    sign: async (badge) =>
      JSON.parse(await library.issueCredential(JSON.stringify(badge), JSON.stringify(options), key, '{}')),
  };
}

/** A VC-JWT made by the library of JOSE, with the claims that the standard requires. */
async function jose(alg: 'RS256' | 'ES256'): Promise<ThirdPartySigner> {
  const { publicKey, privateKey } = await generateKeyPair(alg, { extractable: true });
  const jwk = JSON.stringify(await exportJWK(publicKey));
  const did = `did:jwk:${Buffer.from(jwk).toString('base64url')}`;
  return {
    did,
    contexts: [],
    sign: (badge) =>
      new SignJWT(badge)
        .setProtectedHeader({ alg, kid: `${did}#0`, typ: 'JWT' })
        .setIssuer(did)
        .setSubject(textOf(badge['credentialSubject'], 'id') ?? '')
        .setJti(textOf(badge, 'id') ?? '')
        .setNotBefore(new Date(textOf(badge, 'validFrom') ?? ''))
        .setExpirationTime(new Date(textOf(badge, 'validUntil') ?? ''))
        .sign(privateKey),
  };
}

export const THIRD_PARTY_SIGNERS: Readonly<Record<string, () => Promise<ThirdPartySigner>>> = {
  '@digitalbazaar/vc, eddsa-rdfc-2022': () => digitalBazaar('Ed25519'),
  '@digitalbazaar/vc, ecdsa-rdfc-2019': () => digitalBazaar('P-256'),
  '@digitalcredentials/vc, Ed25519Signature2020': digitalCredentials,
  'DIDKit, eddsa-rdfc-2022': didkit,
  'jose, RS256': () => jose('RS256'),
  'jose, ES256': () => jose('ES256'),
};
