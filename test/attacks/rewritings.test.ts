import { readdirSync, readFileSync } from 'node:fs';
import jsonld from 'jsonld';
import { describe, expect, it } from 'vitest';
import { makeDocumentLoader } from '../../src/open-badges/canonicalization/document-loader.ts';
import { contextsFor } from '../../src/open-badges/contexts/vendored.ts';
import { publicFactsOf } from '../../src/open-badges/credential/public-facts.ts';
import { isJsonObject, type JsonObject, listOf, textOf } from '../../src/open-badges/parsing/json-value.ts';
import type { VerificationReport } from '../../src/open-badges/verification/report.ts';
import { achievement, badge, endorsement, signed, statusEntry, subject } from '../support/corpus/badge.ts';
import type { CorpusCase } from '../support/corpus/case.ts';
import { CORPUS_FOLDER } from '../support/corpus/make.ts';
import { badgeFrom, ED, P256, signedBy } from '../support/corpus/suites.ts';
import { dataModel1 } from '../support/corpus/valid.ts';
import { DID, type FixturePages, json, LIST, OUR_KEY } from '../support/fixtures/credentials.ts';
import { chained } from '../support/proof-chain.ts';
import { rewritingsOf } from '../support/rewritings.ts';
import { embedSuiteProof } from '../support/suite-signing.ts';
import { makeTestVerifier, stepOf } from '../support/test-verifier.ts';
import { THIRD_PARTY_ISSUERS } from '../support/third-party/issuers.ts';

const read = (path: string) => JSON.parse(readFileSync(`${CORPUS_FOLDER}/${path}`, 'utf8'));
const fixture: FixturePages = read('world.json');
const verify = makeTestVerifier(fixture);

/** The bad documents with a good signature: another step is at fault. */
const SIGNED = [
  'revoked',
  'revoked-and-expired',
  'suspended',
  'expired',
  'not-yet-valid',
  'proof-expired',
  'legacy-revoked',
  'list-expired',
  'endorsement-expired',
  'endorsement-of-another',
];
const EACH = 95;

const cases: readonly CorpusCase[] = [
  ...readdirSync(`${CORPUS_FOLDER}/valid`).map((file) => read(`valid/${file}`)),
  ...SIGNED.map((name) => read(`invalid/${name}.json`)),
];
const ofCorpus = cases.flatMap(({ name, input }): readonly (readonly [string, JsonObject])[] =>
  input.kind === 'document' && isJsonObject(input.document) && input.document['proof'] !== undefined
    ? [[name, input.document]]
    : [],
);

const DOUBTFUL = statusEntry({ statusListIndex: '7' });
const ENDED = { validUntil: '2026-08-31T22:00:00Z' };

/** Documents that the corpus lacks: a credential that is no badge, things described twice, links of a
 *  chain. */
const others: readonly (readonly [string, JsonObject])[] = [
  [
    'a revoked credential that is no badge',
    await signed(badge({ ...noBadge(), credentialStatus: DOUBTFUL })),
  ],
  [
    'an expired credential of the data model 1.1 that is no badge',
    await signed({ ...dataModel1(), ...noBadge(), expirationDate: '2026-08-31T22:00:00Z' }),
  ],
  [
    'a revoked badge endorsed and created by its issuer',
    await signed(
      badge({
        credentialStatus: DOUBTFUL,
        credentialSubject: subject({ achievement: achievement({ creator: badge()['issuer'] }) }),
        endorsement: [await signed(endorsement())],
      }),
    ),
  ],
  ['an expired badge with a chain of proofs', await chained(badge({ validUntil: '2026-08-31T22:00:00Z' }))],
  ['an expired badge by ecdsa-rdfc-2019', await signedBy(P256, { cryptosuite: 'ecdsa-rdfc-2019' }, ENDED)],
  ['a revoked badge by Ed25519Signature2020', await revokedOf2020()],
  ['an expired badge by ecdsa-sd-2023', await disclosed()],
];
const documents = [...ofCorpus, ...others].filter(([, document]) => !isOfJson(document));
const ofJson: readonly (readonly [string, JsonObject])[] = [
  ...ofCorpus.filter(([, document]) => isOfJson(document)),
  ['eddsa-jcs-2022', await signedBy(ED, { cryptosuite: 'eddsa-jcs-2022' }, ENDED)],
  ['ecdsa-jcs-2019', await signedBy(P256, { cryptosuite: 'ecdsa-jcs-2019' }, ENDED)],
];

/** Whether a suite signs the JSON text, where any other spelling is another document. */
function isOfJson({ proof }: JsonObject): boolean {
  return listOf(proof).some((one) => (textOf(one, 'cryptosuite') ?? '').includes('-jcs-'));
}

function revokedOf2020(): Promise<JsonObject> {
  const document = badge({ credentialStatus: DOUBTFUL });
  const contexts = [...listOf(document['@context']), 'https://w3id.org/security/suites/ed25519-2020/v1'];
  return embedSuiteProof(
    { ...document, '@context': contexts },
    { publicKeyMultibase: OUR_KEY.publicKeyMultibase, hash: 'SHA-256', sign: (data) => OUR_KEY.sign(data) },
    { type: 'Ed25519Signature2020', verificationMethod: `${DID}#ed-active` },
  );
}

async function disclosed(): Promise<JsonObject> {
  const issuer = await THIRD_PARTY_ISSUERS['ecdsa-sd-2023']?.();
  if (issuer === undefined) throw new Error('no such issuer');
  return issuer.sign(badgeFrom(issuer.did, { ...ENDED, credentialStatus: undefined }));
}

function noBadge(): JsonObject {
  return { type: ['VerifiableCredential'], credentialSubject: { id: 'urn:uuid:1', name: 'Camille' } };
}

/** The signed data: the graph of the document without its proofs, and that of each proof without its value.
 *  Contexts may stand inside, as another verifier would read them. Undefined if there is no such graph. */
async function signedGraphs(document: JsonObject): Promise<string | undefined> {
  const { proof, ...secured } = document;
  const context = document['@context'];
  const options = listOf(proof)
    .filter(isJsonObject)
    .map(({ proofValue: _, ...rest }) => ({ ...rest, '@context': context }));
  try {
    const loader = makeDocumentLoader(contextsFor(document));
    const graphs = await Promise.all(
      [secured, ...options].map((part) =>
        jsonld.canonize(part, {
          algorithm: 'RDFC-1.0',
          format: 'application/n-quads',
          base: null,
          safe: true,
          rdfDirection: 'i18n-datatype',
          produceGeneralizedRdf: false,
          documentLoader: loader,
        }),
      ),
    );
    // A proof's value is the signature, not the signed data: it is compared as it is.
    const values = listOf(proof).map((one) => (isJsonObject(one) ? one['proofValue'] : undefined));
    return [...graphs, JSON.stringify(values)].join('\n---\n');
  } catch {
    return undefined;
  }
}

/** The essence of a report for its reader: each step, the verdict, and the shown content. */
function gist(report: VerificationReport) {
  const facts = publicFactsOf(report.credential);
  const unordered = (list: readonly unknown[]) => list.map((one) => JSON.stringify(one)).toSorted();
  return {
    verdict: report.verdict,
    steps: report.steps.map(({ step, result, code }) => `${step}: ${result}, ${code}`),
    facts: {
      ...facts,
      evidence: unordered(facts.evidence),
      results: unordered(facts.results),
      alignments: unordered(facts.alignments),
    },
  };
}

/** Whether it, or a badge inside it, was refused as a credential, or as one of its kind. */
function isRefused({ verified, steps }: VerificationReport): boolean {
  return (
    !verified &&
    steps.some(
      ({ step, result, code }) =>
        result === 'failed' && (/document|schema/.test(step) || code === 'inner-not-verified'),
    )
  );
}

let saved = 0;
let refused = 0;

describe('a rewriting of a signed document that keeps its graph', () => {
  it.each(documents)(
    'gets the same report as the document, or is refused: %s',
    { timeout: 120_000 },
    async (name, document) => {
      const [graphs, before] = await Promise.all([
        signedGraphs(document),
        verify({ kind: 'document', document }),
      ]);
      const wanted = gist(before);
      for (const { label, document: rewritten } of rewritingsOf(document, EACH, seedOf(name))) {
        if ((await signedGraphs(rewritten)) !== graphs) continue;
        saved += 1;
        const report = await verify({ kind: 'document', document: rewritten });
        if (isRefused(report)) refused += 1;
        else expect(gist(report), label).toEqual(wanted);
      }
    },
  );

  it.each(['revoked', 'embedded-proof'])('of a status list, too: %s', { timeout: 120_000 }, async (name) => {
    const [, document] = ofCorpus.find(([of]) => of === name) ?? [];
    const list: JsonObject = JSON.parse(fixture[LIST]?.body ?? '');
    const graphs = await signedGraphs(list);
    const wanted = gist(await verify({ kind: 'document', document }));
    for (const { label, document: rewritten } of rewritingsOf(list, EACH, seedOf(name))) {
      if ((await signedGraphs(rewritten)) !== graphs) continue;
      saved += 1;
      const judge = makeTestVerifier({ ...fixture, [LIST]: json(rewritten) });
      const report = await judge({ kind: 'document', document });
      if (stepOf(report, 'status')?.code === 'status-list-invalid') refused += 1;
      else expect(gist(report), label).toEqual(wanted);
    }
  });

  it.each(ofJson)(
    'of JSON that is signed as text, is refused or gets the same report: %s',
    async (name, document) => {
      const wanted = gist(await verify({ kind: 'document', document }));
      for (const { label, document: rewritten } of rewritingsOf(document, EACH, seedOf(name))) {
        const report = await verify({ kind: 'document', document: rewritten });
        const proof = stepOf(report, 'proof');
        if (!isRefused(report) && proof?.code !== 'bad-signature')
          expect(gist(report), label).toEqual(wanted);
      }
    },
  );

  it('was tried thousands of times, and was neither always nor never refused', ({ annotate }) => {
    expect(saved).toBeGreaterThan(2000);
    expect(refused).toBeGreaterThan(saved / 3);
    expect(refused).toBeLessThan(saved);
    const stated = `${saved} rewritings kept the graph: ${refused} refused, ${saved - refused} reported the same`;
    process.stdout.write(`${stated}\n`);
    return annotate(stated);
  });
});

/** Each document has its own ways, the same on every run. */
function seedOf(name: string): number {
  return [...name].reduce((sum, character) => (sum * 31 + (character.codePointAt(0) ?? 0)) >>> 0, 7);
}
