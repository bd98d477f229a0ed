import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Uai } from '../../src/domain/uai.ts';
import type { JsonObject } from '../../src/open-badges/parsing/json-value.ts';
import { ANY, fr, like } from '../support/fr.ts';
import { TEST_ORIGIN } from '../support/servers/service.ts';
import { type SignedInBrowser, signInAs } from '../support/sign-in.ts';
import { openThirdPartyVerifier } from '../support/third-party/verifiers.ts';
import { ANNE, CLAIRE, GUYOT, LACAILLE, type MyFixture, PAUL, startMyFixture } from './fixture.ts';

const COMMENT = 'Elle a mis toute une équipe à l’aise avec le cahier de textes.';

let fixture: MyFixture;
let claire: SignedInBrowser;
let anne: SignedInBrowser;
beforeAll(async () => {
  fixture = await startMyFixture();
  claire = await signInAs(fixture.service, CLAIRE);
  anne = await signInAs(fixture.service, ANNE);
});
afterAll(() => fixture.service.stop());

const memberPage = () => `/school/${GUYOT}/people/${claire.personId}`;
const offer = (comment: string) => anne.post(`${memberPage()}/words`, { comment });
const firstEndorsement = async () =>
  (await fixture.service.ports.store.readEndorsementsOf(claire.personId))[0];
const action = async (what: 'add' | 'decline' | 'take-back', by = claire) =>
  by.post(`/my/badges/${fixture.badge}/words/${what}`, { endorsement: (await firstEndorsement())?.id ?? '' });
const badge = async () =>
  (await (await fixture.service.get(`/credentials/${fixture.badge}.json`)).json()) as JsonObject;
const page = async () =>
  (await fixture.service.get(`/credentials/${fixture.badge}`, { 'Accept-Language': 'fr' })).text();
const verify = (document: unknown) => fixture.service.verify({ kind: 'document', document });
const endorsementOf = (document: JsonObject) => (document['endorsement'] as JsonObject[])[0] as JsonObject;

describe('a principal’s words', () => {
  it('are refused with a NUMEN, with the name of a colleague, empty or too long', async () => {
    const refused = async (comment: string) => {
      const answer = await offer(comment);
      return [answer.status, await answer.text()] as const;
    };
    expect(await refused('Bravo 21E1234567ABC')).toEqual([400, expect.stringContaining('NUMEN')]);
    expect(await refused('Avec Paul DURAND, elle a formé l’équipe.')).toEqual([
      400,
      expect.stringContaining(fr.forms.faults.colleague),
    ]);
    for (const comment of ['', '   ', 'a'.repeat(301)]) expect((await refused(comment))[0]).toBe(400);
    expect(await firstEndorsement()).toBeUndefined();
  });

  it('are offered by the principal of the school alone, and first read by the person concerned', async () => {
    const paul = await signInAs(fixture.service, PAUL);
    for (const other of [paul, claire]) {
      expect((await other.post(`${memberPage()}/words`, { comment: COMMENT })).status).toBe(403);
    }
    const elsewhere = await anne.post(`/school/${LACAILLE}/people/${claire.personId}/words`, {
      comment: COMMENT,
    });
    expect(elsewhere.status).toBe(403);
    expect((await offer(COMMENT)).status).toBe(303);
    await claire.post(`/my/badges/${fixture.badge}/accept`, {
      schools: 'yes',
      form: 'inclusive',
      name: 'initials',
      visibility: 'public',
    });
    expect(await (await claire.get(`/my/badges/${fixture.badge}?lang=fr`)).text()).toContain(COMMENT);
    expect(await page()).not.toContain(COMMENT);
    expect(await badge()).not.toHaveProperty('endorsement');
  });

  it('stand nowhere once declined, and may be added after all', async () => {
    expect((await action('decline')).status).toBe(303);
    expect(await (await anne.get(`${memberPage()}?lang=fr`)).text()).toMatch(
      like(fr.endorsements.school.states.declined(ANY)),
    );
    expect(await badge()).not.toHaveProperty('endorsement');
  });

  it('are added only by the person concerned: the badge is signed again and verifies with them', async () => {
    const before = await badge();
    const paul = await signInAs(fixture.service, PAUL);
    expect((await action('add', paul)).status).toBe(404);
    expect((await action('add')).status).toBe(303);
    const after = await badge();
    expect(after).toMatchObject({
      id: before['id'],
      awardedDate: before['awardedDate'],
      credentialStatus: before['credentialStatus'],
    });
    expect(String(after['validFrom']) > String(before['validFrom'])).toBe(true);
    expect(endorsementOf(after)).toMatchObject({
      type: ['VerifiableCredential', 'EndorsementCredential'],
      issuer: { id: `did:web:jalon.test:schools:${GUYOT}` },
      credentialSubject: { id: before['id'], endorsementComment: COMMENT },
    });
    expect(await verify(after)).toMatchObject({
      verified: true,
      inner: [{ kind: 'endorsement', verified: true }],
    });
    expect(await verify(endorsementOf(after))).toMatchObject({ verified: true });
    expect(await page()).toContain(COMMENT);
  });

  it('are verified by others, with the key of the school', async () => {
    const dcc = openThirdPartyVerifier('dcc', ({ url, headers }) =>
      url.startsWith(TEST_ORIGIN) ? fixture.service.app.request(url, { headers }) : undefined,
    );
    try {
      const document = await badge();
      expect(await dcc.verify(document)).toMatchObject({ verified: true });
      expect(await dcc.verify(endorsementOf(document))).toMatchObject({ verified: true });
      const issuer = { ...(endorsementOf(document)['issuer'] as JsonObject), name: 'Un autre collège' };
      expect(await dcc.verify({ ...endorsementOf(document), issuer })).toMatchObject({ verified: false });
    } finally {
      dcc.close();
    }
  });

  it('stay in the badge when it is signed again for another reason', async () => {
    await claire.post(`/my/badges/${fixture.badge}/accept`, {
      schools: 'yes',
      form: 'inclusive',
      name: 'full',
      visibility: 'public',
    });
    const document = await badge();
    expect(JSON.stringify(document)).toContain('Claire Dupont');
    expect(await verify(document)).toMatchObject({ verified: true, inner: [{ verified: true }] });
  });

  it('cannot be replaced unread while they stand in a badge', async () => {
    expect((await offer('Autre chose.')).status).toBe(409);
    expect(endorsementOf(await badge())).toMatchObject({
      credentialSubject: { endorsementComment: COMMENT },
    });
  });

  it('leave the badge by an act of the person concerned, or of the principal', async () => {
    expect((await action('take-back')).status).toBe(303);
    expect(await badge()).not.toHaveProperty('endorsement');
    expect(await page()).not.toContain(COMMENT);
    await action('add');
    expect(await badge()).toHaveProperty('endorsement');
    expect((await anne.post(`${memberPage()}/words/remove`)).status).toBe(303);
    expect(await badge()).not.toHaveProperty('endorsement');
    expect(await verify(await badge())).toMatchObject({ verified: true });
    expect(await firstEndorsement()).toBeUndefined();
  });
});

describe('a forger', () => {
  const endorsement = (about: string, uai: string): JsonObject => ({
    '@context': [
      'https://www.w3.org/ns/credentials/v2',
      'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
    ],
    id: 'urn:uuid:0b1f4c62-7a3d-4c11-9a55-0d9a6b6d7c01',
    type: ['VerifiableCredential', 'EndorsementCredential'],
    name: 'Mot du chef d’établissement',
    issuer: { id: `did:web:jalon.test:schools:${uai}`, type: ['Profile'], name: 'Collège' },
    validFrom: '2026-07-12T10:00:00Z',
    credentialSubject: { id: about, type: ['EndorsementSubject'], endorsementComment: COMMENT },
  });
  const signFor = async (body: JsonObject, uai: string) => {
    const { store, signer } = fixture.service.ports;
    const { document, key } = await signer.signEndorsement(body, uai as Uai);
    await store.commit([{ kind: 'school-key-kept', key }]);
    return document;
  };
  /** A badge of ours, properly signed, with this endorsement in it. */
  const badgeWith = async (one: JsonObject) => {
    const { proof: _proof, endorsement: _endorsement, ...body } = await badge();
    return (await fixture.service.ports.signer.signDocument({ ...body, endorsement: [one] })).document;
  };
  const own = () => `${TEST_ORIGIN}/credentials/${fixture.badge}`;

  it('gains nothing from words about another badge', async () => {
    const other = await signFor(
      endorsement(`${TEST_ORIGIN}/credentials/AAAAAAAAAAAAAAAAAAAAAA`, GUYOT),
      GUYOT,
    );
    expect(await verify(other)).toMatchObject({ verified: true });
    expect(await verify(await badgeWith(other))).toMatchObject({
      verified: false,
      verdict: 'endorsement-not-valid',
    });
  });

  it('gains nothing from the key of another school', async () => {
    await expect(signFor(endorsement(own(), GUYOT), LACAILLE)).rejects.toMatchObject({
      code: 'unsafe-credential',
    });
    await signFor(endorsement(own(), GUYOT), GUYOT);
    const byLacaille = await signFor(endorsement(own(), LACAILLE), LACAILLE);
    const renamed = { ...byLacaille, issuer: endorsement(own(), GUYOT)['issuer'] };
    expect(await verify(await badgeWith(renamed))).toMatchObject({
      verified: false,
      verdict: 'endorsement-not-valid',
    });
  });

  it('gains nothing from changed words', async () => {
    const good = await signFor(endorsement(own(), GUYOT), GUYOT);
    expect(await verify(await badgeWith(good))).toMatchObject({ verified: true });
    const subject = { ...(good['credentialSubject'] as JsonObject), endorsementComment: 'La meilleure.' };
    expect(await verify(await badgeWith({ ...good, credentialSubject: subject }))).toMatchObject({
      verified: false,
      verdict: 'endorsement-not-valid',
    });
  });

  it('finds one constant key for each school, and no address for one that never signed', async () => {
    const did = async (uai: string) => fixture.service.get(`/schools/${uai}/did.json`);
    const methods = async (uai: string) =>
      ((await (await did(uai)).json()) as { verificationMethod: readonly { publicKeyMultibase: string }[] })
        .verificationMethod;
    const [guyot, lacaille] = [await methods(GUYOT), await methods(LACAILLE)];
    expect([guyot.length, lacaille.length]).toEqual([1, 1]);
    expect(guyot[0]?.publicKeyMultibase).not.toBe(lacaille[0]?.publicKeyMultibase);
    expect((await did('0210002N')).status).toBe(404);
  });
});
