import type { Instant } from '../../src/domain/time/calendar.ts';
import { makeCompiledCanonicaliser } from '../../src/open-badges/canonicalization/compiled-canonicaliser.ts';
import { makeContextSource } from '../../src/open-badges/canonicalization/context-source.ts';
import { toBase64Url } from '../../src/open-badges/keys/base64url.ts';
import { fromEd25519Multikey } from '../../src/open-badges/keys/multibase.ts';
import type { JsonObject } from '../../src/open-badges/parsing/json-value.ts';
import { makeProofChecker } from '../../src/open-badges/proofs/compose-checker.ts';
import { createProof } from '../../src/open-badges/proofs/data-integrity.ts';
import { nodePrimitives } from '../../src/open-badges/proofs/primitives.node.ts';
import { asAuthorised } from '../../test/support/as-authorised.ts';
import { openPlainSuite } from '../baselines/plain-suite.ts';
import {
  ALUMNI_CONTEXTS,
  ALUMNI_CONTROLLER,
  ALUMNI_CREATED,
  ALUMNI_KEY,
  ALUMNI_PROOF_VALUE,
  alumniCredential,
} from '../fixtures/alumni-credential.ts';
import { type Comparison, compare, toRatio } from '../measuring/compare.ts';
import { inProcess } from '../measuring/in-process.ts';
import { median } from '../measuring/median.ts';
import type { Finding, Row } from '../measuring/row.ts';

const PUBLISHED = { sign: 198, verify: 212 };

/** Measures the functions below the signer and the verification, because those accept only badges of their
 *  own issuer. Before the measurement they must produce and verify the published proof value. */
export const alumni: Row = {
  name: 'alumni',
  title: 'the Alumni Credential of vc-di-eddsa §B.1',
  against: '@digitalbazaar/vc 7 with eddsa-rdfc-2022, same document, same key',
  group: 'usual',
  startsPrograms: false,
  includes:
    'Both: canonical form of a document with an id of its own, of the proof options, the hashes, the Ed25519 signature, or its check. affinidi-data-integrity (Rust, Apple M4 Pro) publishes 198 µs to sign and 212 µs to verify this document: another machine, so the figures stand beside each other and make no ratio. The context of W3C’s examples has only the two words that the document uses; the published proof value comes out.',
  excludes:
    'Ours makes no check of a schema, issuer, date or status, as the rival and the published figures do not.',
  measure: async (options) => {
    const { signOurs, verifyOurs } = await openOurs();
    const plain = await openPlainSuite(ALUMNI_KEY, ALUMNI_CONTROLLER, ALUMNI_CONTEXTS);
    const { proofValue } = await signOurs(alumniCredential());
    if (proofValue !== ALUMNI_PROOF_VALUE) throw new Error(`not the published proof: ${proofValue}`);
    let made = 0;
    const fresh = () => {
      made += 1;
      return alumniCredential(`urn:uuid:00000000-0000-4000-8000-${String(made).padStart(12, '0')}`);
    };
    const signing = await compare(
      {
        ours: inProcess({ fresh, once: signOurs }),
        rival: inProcess({ fresh, once: (document) => plain.sign(document, ALUMNI_CREATED) }),
      },
      options,
    );
    const freshSigned = async () => {
      const document = fresh();
      return { document, proof: await signOurs(document) };
    };
    const verifying = await compare(
      {
        ours: inProcess({ fresh: freshSigned, once: verifyOurs }),
        rival: inProcess({
          fresh: freshSigned,
          once: ({ document, proof }) => plain.checkProof({ ...document, proof }),
        }),
      },
      options,
    );
    return [
      ...figuresOf('sign', signing, PUBLISHED.sign),
      ...figuresOf('verify', verifying, PUBLISHED.verify),
    ];
  },
};

async function openOurs() {
  const { id, controller, publicKeyMultibase, seed } = ALUMNI_KEY;
  const x = toBase64Url(fromEd25519Multikey(publicKeyMultibase) ?? new Uint8Array());
  const jwk = { kty: 'OKP', crv: 'Ed25519', x, d: toBase64Url(seed) };
  const { sign } = await nodePrimitives.importEd25519('alumni', jwk);
  const compiled = makeCompiledCanonicaliser(makeContextSource(ALUMNI_CONTEXTS), nodePrimitives.sha256Hex);
  const canonicalise = async (document: JsonObject) => {
    const form = await compiled(document);
    if (form.kind === 'declined') throw new Error(`no canonical form: ${form.reason}`);
    return form;
  };
  const checker = makeProofChecker(canonicalise, nodePrimitives);
  const key = asAuthorised({ id, type: 'Multikey', controller, publicKeyMultibase });
  const tools = { canonicalise, primitives: nodePrimitives };
  return {
    signOurs: async (document: JsonObject): Promise<JsonObject> => {
      const request = { document, verificationMethod: id, created: ALUMNI_CREATED as Instant, sign };
      const { nquads } = await canonicalise(document);
      const proof = await createProof(request, nquads, tools);
      if (proof === undefined) throw new Error('the options of the proof have no canonical form');
      return proof;
    },
    verifyOurs: async ({
      document,
      proof,
    }: {
      readonly document: JsonObject;
      readonly proof: JsonObject;
    }) => {
      const isValid = await checker.verifyDataIntegrity({ secured: document, proof, key });
      if (!isValid) throw new Error('a good proof is refused');
    },
  };
}

function figuresOf(what: string, comparison: Comparison, published: number): readonly Finding[] {
  const { ours } = comparison;
  return [
    {
      what,
      value: median(ours),
      unit: 'µs',
      spread: [Math.min(...ours), Math.max(...ours)],
      detail: `of processor time; affinidi publishes ${published} µs`,
    },
    toRatio(`${what}, against the plain library`, comparison),
  ];
}
