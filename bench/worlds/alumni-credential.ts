import {
  CREDENTIALS_V2,
  DID_V1,
  MULTIKEY_V1,
  STATIC_CONTEXTS,
} from '../../src/open-badges/contexts/vendored.ts';
import { fromMultibase } from '../../src/open-badges/keys/multibase.ts';
import type { JsonObject } from '../../src/open-badges/parsing/json-value.ts';
import type { PlainKey } from '../plain/plain-suite.ts';

/** The credential, key and proof printed in §B.1 of vc-di-eddsa. */
const PUBLIC = 'z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2';
const SECRET = 'z3u2en7t5LR2WtQH5PfFqMqwVHBeXouLzo6haApm8XHqvjxq';
export const ALUMNI_CREATED = '2023-02-24T23:36:38Z';
export const ALUMNI_PROOF_VALUE =
  'z2YwC8z3ap7yx1nZYCg4L3j3ApHsF8kgPdSb5xoS1VR7vPG3F561B52hYnQF9iseabecm3ijx4K1FBTQsCZahKZme';

const CONTROLLER = `did:key:${PUBLIC}`;

export const ALUMNI_KEY: PlainKey = {
  id: `${CONTROLLER}#${PUBLIC}`,
  controller: CONTROLLER,
  publicKeyMultibase: PUBLIC,
  // The first two bytes tell the kind of key.
  seed: (fromMultibase(SECRET) ?? new Uint8Array()).slice(2),
};

export const ALUMNI_CONTROLLER: JsonObject = {
  '@context': [DID_V1, MULTIKEY_V1],
  id: CONTROLLER,
  verificationMethod: [
    { id: ALUMNI_KEY.id, type: 'Multikey', controller: CONTROLLER, publicKeyMultibase: PUBLIC },
  ],
  assertionMethod: [ALUMNI_KEY.id],
};

const EXAMPLES = 'https://www.w3.org/ns/credentials/examples';
const TERMS = { AlumniCredential: `${EXAMPLES}#AlumniCredential`, alumniOf: `${EXAMPLES}#alumniOf` };

/** Our contexts and that of W3C's examples. The published example context gives an address to every word.
 *  Here only the two words of the credential have theirs, which are the same, so that the canonical form is
 *  the published one, to the byte. */
export const ALUMNI_CONTEXTS: ReadonlyMap<string, object> = new Map([
  ...STATIC_CONTEXTS,
  [`${EXAMPLES}/v2`, { '@context': TERMS }],
]);

/** The credential without its proof. With another `id` each, all copies differ. */
export function alumniCredential(id = 'urn:uuid:58172aac-d8ba-11ed-83dd-0b3aef56cc33'): JsonObject {
  return {
    '@context': [CREDENTIALS_V2, `${EXAMPLES}/v2`],
    id,
    type: ['VerifiableCredential', 'AlumniCredential'],
    name: 'Alumni Credential',
    description: 'A minimum viable example of an Alumni Credential.',
    issuer: 'https://vc.example/issuers/5678',
    validFrom: '2023-01-01T00:00:00Z',
    credentialSubject: { id: 'did:example:abcdefgh', alumniOf: 'The School of Examples' },
  };
}
