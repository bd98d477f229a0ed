import { beforeAll, describe, expect, it } from 'vitest';
import type { VerificationReport } from '../../src/open-badges/verification/report.ts';
import { makeTrustDirectory } from '../../src/standards/trusted-lists/actions-directory.ts';
import type { AttackedFixture } from '../support/attacked.ts';
import type { CorpusCase } from '../support/corpus/case.ts';
import { makeCorpus } from '../support/corpus/make.ts';
import { makeAttackedFixture } from '../support/fixtures/attacked-service.ts';
import {
  type FixturePages,
  fixtureFetcher,
  makeFixturePages,
  NOW,
  ORIGIN,
  PROFILE_ID,
  THIRD_PARTY_DID,
} from '../support/fixtures/credentials.ts';
import { ISSUER, legacyPages } from '../support/legacy/hosts.ts';
import { makeSeededPick } from '../support/seeded-random.ts';
import { makeTestVerifier } from '../support/test-verifier.ts';
import { beliefOf } from '../support/trust-report.ts';
import { type BuiltBundle, buildBundle } from '../verify-in-browser/built-bundle.ts';

/** `JALON_WORLDS=20000 npm test -- test/attacks/attacked-service.test.ts` runs more of them, and
 *  `JALON_WORLDS_FROM` begins at another seed. */
const FIXTURE_COUNT = Number(process.env['JALON_WORLDS'] ?? 600);
const FROM = Number(process.env['JALON_WORLDS_FROM'] ?? 1);
const HONEST = Math.min(FIXTURE_COUNT, 85);

let victims: FixturePages;
let built: BuiltBundle;
beforeAll(async () => {
  victims = { ...legacyPages(), ...(await makeFixturePages()) };
  built = await buildBundle();
});

const listed = [THIRD_PARTY_DID, PROFILE_ID, ISSUER].map((id) => ({ id, name: 'Victime' }));
const trust = makeTrustDirectory({
  store: { readTrustedLists: async () => [{ source: 'a', name: 'Liste', readAt: NOW, issuers: listed }] },
  clock: { now: () => NOW },
  sources: ['a'],
  issuer: { name: 'DANE de Dijon', code: 'DANE Dijon', url: 'https://dane.ac-dijon.fr' },
  origin: ORIGIN,
});

function onService(
  { world }: Pick<AttackedFixture, 'world'>,
  bytes: Uint8Array,
): Promise<VerificationReport> {
  return makeTestVerifier({ ...world, ...victims }, { trust })({ kind: 'bytes', bytes });
}

async function inBrowser({ world }: Pick<AttackedFixture, 'world'>, bytes: Uint8Array) {
  const { fetch } = fixtureFetcher({ ...world, ...victims });
  const fetcher = { fetch, allow: () => {}, takeLog: () => ({ notAsked: [], read: [] }) };
  const answer = await built.makeDevice({ origin: ORIGIN, clock: { now: () => NOW }, fetcher }).verify(bytes);
  return answer.kind === 'report' ? answer.report : undefined;
}

describe('in a web where an attacker owns every address but the victim’s', () => {
  it(`nothing is believed in the victim’s name: ${FIXTURE_COUNT} worlds`, {
    timeout: 7_200_000,
  }, async () => {
    const believed: string[] = [];
    const kinds = new Set<string>();
    for (let seed = FROM; seed < FROM + FIXTURE_COUNT; seed += 1) {
      const attacked = await makeAttackedFixture(seed);
      kinds.add(`${attacked.form} ${attacked.place}`);
      const browser = await inBrowser(attacked, attacked.bytes);
      const reports = [await onService(attacked, attacked.bytes), ...(browser ? [browser] : [])];
      const belief = reports.map((report) => beliefOf(report, attacked)).find((one) => one !== undefined);
      if (belief !== undefined)
        believed.push(
          `${seed}: ${attacked.form}, ${attacked.place}, ${attacked.victim}: ${belief.slice(0, 300)}`,
        );
    }
    expect(believed.length === 0 ? [] : [believed.length, ...believed.slice(0, 5)]).toEqual([]);
    expect(kinds.size).toBeGreaterThan(Math.min(60, FIXTURE_COUNT / 10));
  });

  it('what the victims signed stays believed, whatever the attacker serves', {
    timeout: 600_000,
  }, async () => {
    const corpus = await makeCorpus();
    const pick = makeSeededPick(FROM);
    const doubted: string[] = [];
    for (let at = 0; at < HONEST; at += 1) {
      const one = corpus.valid[at % corpus.valid.length] ?? pick(corpus.valid);
      const { world } = await makeAttackedFixture(FROM + at);
      const report = await makeTestVerifier(
        { ...world, ...corpus.world },
        { trust },
      )({
        kind: 'bytes',
        bytes: bytesOf(one),
      });
      if (!report.verified) doubted.push(one.name);
    }
    expect(doubted).toEqual([]);
  });
});

function bytesOf({ input }: CorpusCase): Uint8Array {
  if (input.kind === 'base64') return new Uint8Array(Buffer.from(input.base64, 'base64'));
  const given = input.kind === 'text' ? input.text : input.document;
  return new TextEncoder().encode(typeof given === 'string' ? given : JSON.stringify(given));
}
