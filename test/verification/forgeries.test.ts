import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { isJsonObject, type JsonObject, listOf } from '../../src/open-badges/parsing/json-value.ts';
import { makeProofChecker } from '../../src/open-badges/proofs/compose-checker.ts';
import { asAuthorised } from '../support/as-authorised.ts';
import type { CorpusCase } from '../support/corpus/case.ts';
import { CORPUS_FOLDER } from '../support/corpus/make.ts';
import { type FixturePages, NOW, OUR_KEY, THIRD_PARTY_KEY } from '../support/fixtures/credentials.ts';
import type { ForgeryCase } from '../support/forgeries/case.ts';
import { FORGERIES_FOLDER, makeForgeries } from '../support/forgeries/make.ts';
import { makeTestVerifier } from '../support/test-verifier.ts';
import {
  type FetchLike,
  openThirdPartyVerifier,
  type ThirdPartyVerifier,
} from '../support/third-party/verifiers.ts';

const read = (path: string) => JSON.parse(readFileSync(path, 'utf8'));
const fixture: FixturePages = read(`${CORPUS_FOLDER}/world.json`);
const forgeries: readonly ForgeryCase[] = readdirSync(FORGERIES_FOLDER)
  .filter((file) => file.endsWith('.json'))
  .map((file) => read(`${FORGERIES_FOLDER}/${file}`));
const hiding = forgeries.filter(({ steps }) => steps.document?.[1] === 'not-plain-form');

function toInput({ input }: CorpusCase) {
  if (input.kind === 'document') return input;
  const bytes =
    input.kind === 'text' ? new TextEncoder().encode(input.text) : Buffer.from(input.base64, 'base64');
  return { kind: 'bytes', bytes: new Uint8Array(bytes) } as const;
}

describe('a forgery', () => {
  it.each(forgeries)('is recognised: $name ($why)', async (one) => {
    const report = await makeTestVerifier({ ...fixture, ...one.world })(toInput(one));
    const seen = Object.fromEntries(report.steps.map(({ step, result, code }) => [step, [result, code]]));
    expect({ verdict: report.verdict, steps: seen }, JSON.stringify(report.steps)).toMatchObject({
      verdict: one.verdict,
      steps: one.steps,
    });
    expect(report.verified).toBe(false);
    // Content that is not read is not shown.
    if (one.steps.document !== undefined) expect(report.credential).toBeUndefined();
  });
});

describe('the forgeries', () => {
  it('are exactly the output of their script, one file for each trick, more than forty', async () => {
    const made: readonly ForgeryCase[] = JSON.parse(JSON.stringify(await makeForgeries()));
    const byName = (cases: readonly ForgeryCase[]) => new Map(cases.map((one) => [one.name, one]));
    expect(byName(made)).toEqual(byName(forgeries));
    expect(forgeries.length).toBeGreaterThan(40);
  });

  it('that hide something have a good signature otherwise: only their form reveals them', async () => {
    const checker = makeProofChecker();
    const isSigned = async (document: JsonObject) => {
      const { proof, ...secured } = document;
      const [first] = listOf(proof).filter(isJsonObject);
      if (first === undefined) return false;
      const keys = [OUR_KEY, THIRD_PARTY_KEY].map(({ publicKeyMultibase }) => ({ publicKeyMultibase }));
      const found = await Promise.all(
        keys.map((method) =>
          checker.verifyDataIntegrity({ secured, proof: first, key: asAuthorised(method) }),
        ),
      );
      return found.includes(true);
    };
    const unsigned: string[] = [];
    for (const { name, input } of hiding) {
      const document = input.kind === 'document' ? input.document : undefined;
      if (isJsonObject(document) && !(await isSigned(document))) unsigned.push(name);
    }
    expect(unsigned).toEqual(['context-removed', 'proof-purpose-by-iri']);
  });
});

describe('two other verifiers', () => {
  const opened: ThirdPartyVerifier[] = [];
  const open = (own: FixturePages = {}) => {
    const answer: FetchLike = ({ url }) => {
      const page = own[url] ?? fixture[url];
      const headers = { 'content-type': page?.contentType ?? '' };
      return page && new Response(page.body, { status: page.status, headers });
    };
    const [dcc, didkit] = [
      openThirdPartyVerifier('dcc', answer, NOW),
      openThirdPartyVerifier('didkit', answer, NOW),
    ];
    opened.push(dcc, didkit);
    return { dcc, didkit };
  };
  const shared = open();
  afterAll(() => {
    for (const verifier of opened) verifier.close();
  });

  const judged = forgeries.filter((one) => one.foreign !== undefined);

  it.each(judged)(
    'give the recorded judgment: $name',
    { timeout: 60_000 },
    async ({ input, foreign, world: own }) => {
      // Both keep the answers of addresses, so another world needs a new process.
      const verifiers = own ? open(own) : shared;
      const document = input.kind === 'document' && isJsonObject(input.document) ? input.document : {};
      const [dcc, didkit] = await Promise.all([
        verifiers.dcc.verify(document),
        verifiers.didkit.verify(document),
      ]);
      expect({ dcc: dcc.verified, didkit: didkit.verified }).toEqual({
        dcc: foreign?.dcc,
        didkit: foreign?.didkit,
      });
      // Where one of them accepts the forgery, the file gives the reason.
      const isBelieved = dcc.verified || didkit.verified;
      expect(foreign?.difference !== undefined).toBe(isBelieved);
    },
  );
});
