import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildCredential } from '../../src/issuing/credential.ts';
import { canonicalise } from '../../src/open-badges/canonicalization/canonical-form.ts';
import { portableCanonicalizer } from '../../src/open-badges/canonicalization/canonicalizer-choice.ts';
import {
  CREDENTIALS_V2,
  OPEN_BADGES_EXTENSIONS,
  OPEN_BADGES_V3_0_3,
} from '../../src/open-badges/contexts/vendored.ts';
import { findNotPlain } from '../../src/open-badges/parsing/compacted-form.ts';
import type { JsonObject } from '../../src/open-badges/parsing/json-value.ts';
import { checkIssuedBadge, checkOpenBadge } from '../../src/open-badges/schema/conformance.ts';
import { makeInput, onlyCriteria } from '../openbadges/builders.ts';
import { wholeForm } from '../support/fixtures/whole-form.ts';
import {
  type IssuedBadge,
  issueEverything,
  ONE_RUPN,
  startTestService,
  startWithOneBadge,
  TEST_ORIGIN,
  type TestService,
} from '../support/servers/service.ts';
import {
  type FetchLike,
  openThirdPartyVerifier,
  type ThirdPartyVerifier,
} from '../support/third-party/verifiers.ts';

const actor = 'test';
const CONTEXTS = [CREDENTIALS_V2, OPEN_BADGES_V3_0_3];

let service: TestService;
let badge: IssuedBadge;
let dcc: ThirdPartyVerifier;
let didkit: ThirdPartyVerifier;

const answer: FetchLike = ({ url, headers }) =>
  url.startsWith(TEST_ORIGIN) ? service.get(url.slice(TEST_ORIGIN.length), headers) : undefined;

beforeAll(async () => {
  ({ service, badge } = await startWithOneBadge({ REFRESH_SERVICE: '1' }));
  await service.services.acceptCredential({ id: badge.id, actor });
  dcc = openThirdPartyVerifier('dcc', answer);
  didkit = openThirdPartyVerifier('didkit', answer);
});
afterAll(async () => {
  dcc.close();
  didkit.close();
  await service.stop();
});

const textOf = async (path: string) => (await service.get(path)).text();
const documentOf = async () => JSON.parse(await textOf(`${badge.path}.json`));
const reportOf = async (credential: unknown) =>
  (await service.post('/api/v1/verifications', { credential })).json();

describe('a badge with a refresh service', () => {
  it('is built, checked and canonicalised like every other', async () => {
    for (const definition of onlyCriteria().achievements) {
      const input = makeInput(definition);
      const plain = await buildCredential(input);
      const document: JsonObject = await buildCredential({ ...input, isRefreshed: true });
      const { refreshService, ...rest } = document;
      expect(refreshService).toEqual({ id: `${plain.id}.json`, type: '1EdTechCredentialRefresh' });
      expect({ ...rest, '@context': CONTEXTS }).toEqual(plain);
      expect([checkIssuedBadge(document), checkOpenBadge(document)]).toEqual([[], []]);
      expect(findNotPlain(document)).toBeUndefined();
      const compiled = await wholeForm(portableCanonicalizer.compiled(document));
      expect(compiled).toEqual(await wholeForm(canonicalise(document)));
      expect(compiled).toMatchObject({ kind: 'canonical' });
    }
  });

  it('is not signed without the context of its type, and no other badge is with it', async () => {
    const [definition] = onlyCriteria().achievements;
    if (!definition) throw new Error('no badge');
    const refreshed = await buildCredential({ ...makeInput(definition), isRefreshed: true });
    const bare = { ...refreshed, '@context': CONTEXTS };
    const idle = { ...refreshed, refreshService: undefined };
    for (const document of [bare, JSON.parse(JSON.stringify(idle))]) {
      expect(checkIssuedBadge(document)).toContainEqual(expect.objectContaining({ pointer: '/@context' }));
    }
  });

  it('is verified here, by two verifiers of others and as a JWT', async () => {
    const document = await documentOf();
    expect(document['@context']).toEqual([...CONTEXTS, OPEN_BADGES_EXTENSIONS]);
    expect(document.refreshService.id).toBe(`${TEST_ORIGIN}${badge.path}.json`);
    expect(await reportOf(document)).toMatchObject({ verdict: 'valid', verified: true });
    expect(await reportOf(await textOf(`${badge.path}.jws`))).toMatchObject({ verdict: 'valid' });
    expect(await dcc.verify(document)).toMatchObject({ verified: true, faults: [] });
    expect(await didkit.verify(document)).toMatchObject({ verified: true, faults: [] });
    const moved = {
      ...document,
      refreshService: { ...document.refreshService, id: `${TEST_ORIGIN}/x.json` },
    };
    for (const verify of [dcc.verify, didkit.verify, reportOf]) {
      expect(await verify(moved)).toMatchObject({ verified: false });
    }
  });

  it('leads a verifier from the earlier file to the present version', async () => {
    const before = await documentOf();
    const jws = await textOf(`${badge.path}.jws`);
    await service.services.acceptCredential({ id: badge.id, name: 'full', actor });
    const now = await documentOf();
    expect(now.validFrom > before.validFrom).toBe(true);
    for (const legacy of [before, jws]) {
      const report = await reportOf(legacy);
      expect(report).toMatchObject({ verdict: 'valid', verified: true });
      expect(report.steps).toContainEqual(expect.objectContaining({ code: 'refreshed' }));
      expect(JSON.stringify(report)).toContain(now.validFrom);
    }
  });

  it('answers a guessed address like any unknown one, and a hidden badge too', async () => {
    const document = await documentOf();
    const guessed = await service.get(`/credentials/${'A'.repeat(22)}.json`);
    await service.services.hideCredential({ id: badge.id, actor });
    const hidden = await service.get(`${badge.path}.json`);
    expect([guessed.status, hidden.status]).toEqual([404, 404]);
    // The holder's own file is still judged as it was given.
    expect(await reportOf(document)).toMatchObject({ verdict: 'valid', verified: true });
    await service.services.showCredential({ id: badge.id, actor });
  });

  it('is revoked for verifiers that follow it, and for the others', async () => {
    const document = await documentOf();
    await service.services.suspendCredential({ id: badge.id, cause: 'check', reason: 'Vérifier', actor });
    expect(await reportOf(document)).toMatchObject({ verdict: 'suspended', verified: false });
    await service.services.revokeCredential({ id: badge.id, reason: 'Erreur', actor });
    expect(await reportOf(document)).toMatchObject({ verdict: 'revoked', verified: false });
    expect((await service.get(`${badge.path}.json`)).status).toBe(200);
  });
});

describe('without the setting', () => {
  it('no badge has a refresh service, not even one signed again', async () => {
    const other = await startTestService();
    await other.importText(ONE_RUPN);
    const [first] = (await issueEverything(other)) as [IssuedBadge];
    await other.services.acceptCredential({ id: first.id, actor });
    const document = await (await other.get(`${first.path}.json`)).json();
    expect(document.refreshService).toBeUndefined();
    expect(document['@context']).toEqual(CONTEXTS);
    await other.stop();
  });
});
