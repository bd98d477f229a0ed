import { afterAll, beforeAll, expect, it } from 'vitest';
import type { JsonObject } from '../../src/open-badges/parsing/json-value.ts';
import type { VerificationReport } from '../../src/open-badges/verification/report.ts';
import type { AttackedFixture } from '../support/attacked.ts';
import { badge, endorsement } from '../support/corpus/badge.ts';
import { enveloped } from '../support/corpus/embedded.ts';
import { makeAttackedFixture } from '../support/fixtures/attacked-service.ts';
import {
  fixtureFetcher,
  makeFixturePages,
  ORIGIN,
  PROFILE_ID,
  THIRD_PARTY_DID,
  V2,
} from '../support/fixtures/credentials.ts';
import { makeHostClient } from '../support/host-client.ts';
import { ISSUER, legacyPages } from '../support/legacy/hosts.ts';
import { ONE_RUPN, startTestService, type TestService } from '../support/servers/service.ts';
import { signInAs } from '../support/sign-in.ts';
import { didKeyOf, edwardsKey, embedSuiteProof, methodOf } from '../support/suite-signing.ts';
import { beliefOf } from '../support/trust-report.ts';

/** A share of the worlds of attacked-service.test.ts goes through the routes of a whole service:
 *  `JALON_WORLDS=5000 npm test -- test/attacks/attacked-routes.test.ts` tries 1,000. */
const FIXTURE_COUNT = Math.ceil(Number(process.env['JALON_WORLDS'] ?? 600) / 5);
const FROM = Number(process.env['JALON_WORLDS_FROM'] ?? 1);
const LISTS = 'https://lists.example/organismes.json';
const ENDORSED = `${ORIGIN}/badges/RUPN-ENG/v1`;
const CHALLENGE = { challenge: 'c2b1', domain: 'jalon.test' };
const ATTACKER = edwardsKey(90);

let service: TestService;
let current: ReturnType<typeof fixtureFetcher>;
let victims: Awaited<ReturnType<typeof makeFixturePages>>;
let ofHost: string;
let ofDane: string;
beforeAll(async () => {
  victims = { ...legacyPages(), ...(await makeFixturePages()) };
  const fetch = async (url: string, accept: string) => {
    if (!url.startsWith(`${ORIGIN}/`)) return current.fetch(url, accept);
    const answer = await service.app.request(url, { headers: { Accept: accept } });
    const body = new Uint8Array(await answer.arrayBuffer());
    if (!answer.ok) return { kind: 'status' as const, status: answer.status, body };
    return { kind: 'ok' as const, url, contentType: answer.headers.get('Content-Type') ?? '', body };
  };
  const send = async () => ({ kind: 'unreachable' as const, reason: 'no answer' });
  const unlimited = { LIMIT_API_WRITES: '0', LIMIT_VERIFICATIONS: '0', LIMIT_REQUESTS: '0' };
  service = await startTestService(
    { PUBLIC_URL: ORIGIN, TRUSTED_ISSUERS: LISTS, ...unlimited },
    { elsewhere: { fetcher: { fetch }, sender: { send } } },
  );
  await service.importText(ONE_RUPN);
  const issuers = [THIRD_PARTY_DID, PROFILE_ID, ISSUER].map((id) => ({ id, name: 'Victime' }));
  const list = { source: LISTS, name: 'Liste', readAt: service.ports.clock.now(), issuers };
  await service.ports.store.commit([{ kind: 'trusted-list-read', list }]);
  const client = makeHostClient(service);
  const claire = await signInAs(service, 'claire.dupont@ac-test.example');
  ofHost = (await client.tokensFor(await client.registered(), claire)).access_token;
  ofDane = (await service.services.createToken({ role: 'dane', name: 'dane', actor: 'test' })).secret;
}, 60_000);
afterAll(() => service.stop());

/** What a channel answers to an attack: what it believed, or undefined. */
type Channel = (attacked: AttackedFixture) => Promise<string | undefined>;

const textOf = (given: JsonObject | string) => (typeof given === 'string' ? given : JSON.stringify(given));
const inside = (given: JsonObject | string) => (typeof given === 'string' ? enveloped(given) : given);
const isSentWhole = ({ place }: AttackedFixture) =>
  place === 'alone' || place === 'record' || place === 'endorsement';

const verifiedBy = async (path: string, body: unknown): Promise<string | undefined> => {
  const answer = await service.post(path, body);
  const stated = await answer.json();
  return answer.status === 400 && stated.verified === false
    ? undefined
    : `${answer.status} ${JSON.stringify(stated)}`;
};

const ATTACKED_CHANNELS: Readonly<Record<string, Channel>> = {
  'the API': async (attacked) => {
    if (!isSentWhole(attacked)) return undefined;
    const credential = new TextDecoder().decode(attacked.bytes);
    const answer = await service.post('/api/v1/verifications', { credential });
    const report = (await answer.json()) as VerificationReport;
    return report.steps ? beliefOf(report, attacked) : answer.status === 400 ? undefined : `${answer.status}`;
  },
  'the VC-API': async ({ signed }) =>
    signed && verifiedBy('/vc-api/credentials/verify', { verifiableCredential: inside(signed.forged) }),
  'a presentation of the attacker': async ({ signed }) => {
    if (!signed) return undefined;
    const verifiablePresentation = await embedSuiteProof(
      {
        '@context': [V2],
        type: ['VerifiablePresentation'],
        holder: didKeyOf(ATTACKER),
        verifiableCredential: [inside(signed.forged)],
      },
      ATTACKER,
      {
        cryptosuite: 'eddsa-rdfc-2022',
        verificationMethod: methodOf(ATTACKER),
        proofPurpose: 'authentication',
        ...CHALLENGE,
      },
    );
    return verifiedBy('/vc-api/presentations/verify', { verifiablePresentation, options: CHALLENGE });
  },
  'a presentation in the victim’s name': async ({ signed, victim }) => {
    if (!signed || signed.key === 'RSA') return undefined;
    const cryptosuite = signed.key.publicKeyMultibase.startsWith('z6Mk')
      ? 'eddsa-jcs-2022'
      : 'ecdsa-jcs-2019';
    const verifiablePresentation = await embedSuiteProof(
      { '@context': [V2], type: ['VerifiablePresentation'], holder: victim },
      signed.key,
      { cryptosuite, verificationMethod: signed.named, proofPurpose: 'authentication', ...CHALLENGE },
    );
    return verifiedBy('/vc-api/presentations/verify', { verifiablePresentation, options: CHALLENGE });
  },
  'the host': async (attacked) => {
    const { signed, place } = attacked;
    if (!signed || place === 'endorsement' || place === 'list') return undefined;
    const answer = await service.app.request(`${ORIGIN}/ims/ob/v3p0/credentials`, {
      method: 'POST',
      headers: {
        Authorization: `Bearer ${ofHost}`,
        'Content-Type': typeof signed.forged === 'string' ? 'text/plain' : 'application/json',
      },
      body: textOf(signed.forged),
    });
    return answer.status === 400 ? undefined : `${answer.status} ${await answer.text()}`;
  },
  'an endorsement of our badge': async ({ signed, place }) => {
    if (!signed || place !== 'endorsement') return undefined;
    const answer = await service.post('/api/v1/endorsements', { credential: textOf(signed.forged) }, ofDane);
    const stated = await answer.json();
    const isRefused =
      answer.status === 422 && ['not-verified', 'unreadable'].includes(stated.params?.because);
    return isRefused ? undefined : `${answer.status} ${JSON.stringify(stated)}`;
  },
};

it(`no route of a service believes a forged credential: ${FIXTURE_COUNT} worlds`, {
  timeout: 7_200_000,
}, async () => {
  const believed: string[] = [];
  const tried = new Map<string, number>();
  for (let seed = FROM; seed < FROM + FIXTURE_COUNT; seed += 1) {
    const attacked = await makeAttackedFixture(seed, ENDORSED);
    current = fixtureFetcher({ ...attacked.world, ...victims });
    for (const [channel, send] of Object.entries(ATTACKED_CHANNELS)) {
      const belief = await send(attacked);
      if (belief !== undefined)
        believed.push(`${seed}: ${channel}: ${attacked.form}: ${belief.slice(0, 400)}`);
      tried.set(channel, (tried.get(channel) ?? 0) + 1);
    }
  }
  expect(believed.length === 0 ? [] : [believed.length, ...believed.slice(0, 5)]).toEqual([]);
  expect([...tried.keys()]).toEqual(Object.keys(ATTACKED_CHANNELS));
  expect(await service.ports.store.readAchievementEndorsements()).toEqual([]);
});

it('each channel believes what its issuer signed, so that no refusal above is for the form of a request', async () => {
  current = fixtureFetcher(victims);
  const issuer = { id: didKeyOf(ATTACKER), type: ['Profile'], name: 'Moi' };
  const sign = (document: JsonObject) =>
    embedSuiteProof(document, ATTACKER, {
      cryptosuite: 'eddsa-rdfc-2022',
      verificationMethod: methodOf(ATTACKER),
    });
  const about = { id: ENDORSED, type: ['EndorsementSubject'], endorsementComment: 'Bien.' };
  const forged = {
    badge: await sign(badge({ issuer, id: 'urn:uuid:honest', credentialStatus: undefined })),
    endorsement: await sign(endorsement({ issuer, id: 'urn:uuid:said', credentialSubject: about })),
  };
  for (const [channel, send] of Object.entries(ATTACKED_CHANNELS)) {
    const isEndorsement = channel === 'an endorsement of our badge';
    const given = isEndorsement ? forged.endorsement : forged.badge;
    const belief = await send({
      bytes: new TextEncoder().encode(JSON.stringify(given)),
      world: {},
      victim: issuer.id,
      place: isEndorsement ? 'endorsement' : 'alone',
      form: 'honest',
      signed: { forged: given, key: ATTACKER, named: methodOf(ATTACKER) },
    });
    expect(belief, channel).toMatch(/^20[01] |"verified":true/);
  }
});
