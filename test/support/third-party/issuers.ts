import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { createSignCryptosuite as ecdsaJcs } from '@digitalbazaar/ecdsa-jcs-2019-cryptosuite';
import * as EcdsaMultikey from '@digitalbazaar/ecdsa-multikey';
import { cryptosuite as ecdsaRdfc } from '@digitalbazaar/ecdsa-rdfc-2019-cryptosuite';
import {
  createDiscloseCryptosuite,
  createSignCryptosuite as ecdsaSd,
} from '@digitalbazaar/ecdsa-sd-2023-cryptosuite';
import * as Ed25519Multikey from '@digitalbazaar/ed25519-multikey';
import { Ed25519Signature2020 } from '@digitalbazaar/ed25519-signature-2020';
import { Ed25519VerificationKey2020 } from '@digitalbazaar/ed25519-verification-key-2020';
import { createSignCryptosuite as eddsaJcs } from '@digitalbazaar/eddsa-jcs-2022-cryptosuite';
import { cryptosuite as eddsaRdfc } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import jsigs from 'jsonld-signatures';
import { makeDocumentLoader } from '../../../src/open-badges/canonicalization/document-loader.ts';
import { contextsFor } from '../../../src/open-badges/contexts/vendored.ts';
import { type JsonObject, textOf } from '../../../src/open-badges/parsing/json-value.ts';

/** An issuer with its own did:key, which signs with another project's libraries. */
export interface ThirdPartyIssuer {
  readonly did: string;
  readonly sign: (document: JsonObject) => Promise<JsonObject>;
}

type Pointers = readonly string[];

/** Members that an issuer of selectively disclosed badges always shows. */
const ALWAYS_SHOWN: Pointers = ['/issuer', '/validFrom', '/validUntil'];

async function signWith(suite: object, document: JsonObject): Promise<JsonObject> {
  return jsigs.sign(structuredClone(document), {
    suite,
    purpose: new jsigs.purposes.AssertionProofPurpose(),
    documentLoader: makeDocumentLoader(contextsFor(document)),
  });
}

async function elliptic(curve: 'P-256' | 'P-384', cryptosuite: object): Promise<ThirdPartyIssuer> {
  const key = await EcdsaMultikey.generate({ curve });
  const did = nameKey(key, await key.export({ publicKey: true }));
  const suite = () => new DataIntegrityProof({ signer: key.signer(), cryptosuite });
  return { did, sign: (document) => signWith(suite(), document) };
}

async function edwards(cryptosuite: object): Promise<ThirdPartyIssuer> {
  const key = await Ed25519Multikey.generate({ id: '', controller: '' });
  const did = nameKey(key, key);
  const suite = () => new DataIntegrityProof({ signer: key.signer(), cryptosuite });
  return { did, sign: (document) => signWith(suite(), document) };
}

/** Gives a key the address that a did:key has. */
function nameKey(key: object, exported: object): string {
  const publicKey = textOf(exported, 'publicKeyMultibase') ?? '';
  const did = `did:key:${publicKey}`;
  Object.assign(key, { id: `${did}#${publicKey}`, controller: did });
  return did;
}

async function signature2020(): Promise<ThirdPartyIssuer> {
  const key = await Ed25519VerificationKey2020.generate();
  const did = nameKey(key, { publicKeyMultibase: key.publicKeyMultibase });
  return { did, sign: (document) => signWith(new Ed25519Signature2020({ key }), document) };
}

/** The holder shows the mandatory members, and those at these pointers. */
export async function selective({
  always = ALWAYS_SHOWN,
  shown,
}: {
  readonly always?: Pointers;
  readonly shown: Pointers;
}): Promise<ThirdPartyIssuer> {
  const issuer = await elliptic('P-256', ecdsaSd({ mandatoryPointers: always }));
  return { ...issuer, sign: async (document) => discloseFrom(await issuer.sign(document), shown) };
}

function discloseFrom(document: JsonObject, selectivePointers: Pointers): Promise<JsonObject> {
  return jsigs.derive(structuredClone(document), {
    suite: new DataIntegrityProof({ cryptosuite: createDiscloseCryptosuite({ selectivePointers }) }),
    purpose: new jsigs.purposes.AssertionProofPurpose(),
    documentLoader: makeDocumentLoader(contextsFor(document)),
  });
}

/** A key of P-256 with both halves, and the id of the method that the signature names. */
export interface NamedSecret {
  readonly id: string;
  readonly publicKeyMultibase: string;
  readonly secretKeyMultibase: string;
}

/** The document with a derived proof of ecdsa-sd-2023, signed under the name that the key is given. */
export async function discloseBy(key: NamedSecret, document: JsonObject): Promise<JsonObject> {
  const pair = await EcdsaMultikey.from({
    '@context': 'https://w3id.org/security/multikey/v1',
    type: 'Multikey',
    controller: key.id,
    ...key,
  });
  const suite = new DataIntegrityProof({
    signer: pair.signer(),
    cryptosuite: ecdsaSd({ mandatoryPointers: ['/issuer'] }),
  });
  const shown = Object.keys(document).filter((name) => !['@context', 'issuer', 'proof'].includes(name));
  return discloseFrom(
    await signWith(suite, document),
    shown.map((name) => `/${name}`),
  );
}

/** The members that a holder shows of a badge in the tests: not its evidence. */
export const SHOWN: Pointers = ['/id', '/type', '/name', '/credentialSubject'];

/** An issuer for each suite that another project implements. */
export const THIRD_PARTY_ISSUERS: Readonly<Record<string, () => Promise<ThirdPartyIssuer>>> = {
  'eddsa-rdfc-2022': () => edwards(eddsaRdfc),
  'eddsa-jcs-2022': () => edwards(eddsaJcs()),
  'ecdsa-rdfc-2019 with P-256': () => elliptic('P-256', ecdsaRdfc),
  'ecdsa-rdfc-2019 with P-384': () => elliptic('P-384', ecdsaRdfc),
  'ecdsa-jcs-2019 with P-256': () => elliptic('P-256', ecdsaJcs()),
  'ecdsa-jcs-2019 with P-384': () => elliptic('P-384', ecdsaJcs()),
  'ecdsa-sd-2023': () => selective({ shown: SHOWN }),
  Ed25519Signature2020: signature2020,
};
/** The issuer's own proof of ecdsa-sd-2023, which only a holder may have. */
export const baseIssuer = (): Promise<ThirdPartyIssuer> =>
  elliptic('P-256', ecdsaSd({ mandatoryPointers: ALWAYS_SHOWN }));
