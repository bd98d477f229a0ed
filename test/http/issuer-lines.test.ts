import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decodeBitstring, readBit } from '../../src/open-badges/status/bitstring.ts';
import {
  type IssuedBadge,
  issueEverything,
  startTestService,
  TEST_ORIGIN,
  type TestService,
} from '../support/servers/service.ts';

/** The lines of docs/conformance.md about the publications of the running service. */
let service: TestService;
let badges: readonly IssuedBadge[];

beforeAll(async () => {
  service = await startTestService();
  const names = ['claire', 'denis', 'elise'];
  const people = names.map((name) => `${name}@ac-test.example;${name};Dupont\n`);
  const engagements = names.map(
    (name) => `${name};${name}@ac-test.example;0210001M;01/09/2023;31/08/2024;A1|A2|B1;;confirmee\n`,
  );
  await service.importText({
    'etablissements.csv': 'uai;nom;secteur\n0210001M;Collège Claude Guyot;Public\n',
    'personnes.csv': `email;prenom;nom\n${people.join('')}`,
    'engagements.csv': `reference;email;uai;debut;fin;missions;roles;confirmation\n${engagements.join('')}`,
  });
  badges = await issueEverything(service);
  for (const { id } of badges) await service.services.acceptCredential({ id, actor: 'test' });
});
afterAll(() => service.stop());

const pathOf = (url: string) => url.replace(TEST_ORIGIN, '');
const jsonAt = async (path: string, accept?: string) =>
  (await service.get(path, accept ? { Accept: accept } : {})).json();
const documentOf = ({ path }: IssuedBadge) => jsonAt(`${path}.json`);
const first = () => badges[0] as IssuedBadge;

describe('the keys of a badge', () => {
  it('are each answered alone at their address, listed as texts, and public only', async () => {
    const document = await documentOf(first());
    const [proof] = document.proof;
    const did = await jsonAt('/.well-known/did.json');
    expect(did.assertionMethod).toContain(proof.verificationMethod);
    expect(document.issuer.id).toBe(did.id);
    const jws = await (await service.get(`${first().path}.jws`)).text();
    const { kid } = JSON.parse(Buffer.from(jws.split('.')[0] ?? '', 'base64url').toString());
    const jwk = await jsonAt(pathOf(kid));
    expect(jwk).toMatchObject({ kty: 'RSA', kid });
    const { keys } = await jsonAt('/.well-known/jwks.json');
    expect(keys.map((key: { kid: string }) => key.kid)).toContain(kid);
    const multikey = await jsonAt(`/keys/${proof.verificationMethod.split('#')[1]}`);
    expect(multikey).toMatchObject({ type: 'Multikey', controller: did.id });
    for (const key of [jwk, multikey, ...keys]) expect(Object.keys(key)).not.toContain('d');
  });
});

describe('the forms of a badge', () => {
  it('have the same id and the same issuer in JSON, JWS, PNG and SVG', async () => {
    const seen = await Promise.all(
      ['json', 'jws', 'png', 'svg'].map(async (form) => {
        const answer = await service.get(`${first().path}.${form}`);
        const bytes = new Uint8Array(await answer.arrayBuffer());
        const { credential, verdict } = await service.verify({ kind: 'bytes', bytes });
        return { verdict, id: credential?.['id'], issuer: credential?.['issuer'] };
      }),
    );
    const { id, issuer } = await documentOf(first());
    expect(seen).toEqual(Array(4).fill({ verdict: 'valid', id, issuer }));
  });
});

describe('a revocation', () => {
  const bitsOf = async (list: { credentialSubject: { encodedList: string } }) => {
    const bits = await decodeBitstring(list.credentialSubject.encodedList);
    if (!(bits instanceof Uint8Array)) throw new Error('no list');
    return Array.from({ length: bits.length * 8 }, (_, at) => at).filter((at) => readBit(bits, at));
  };

  it('sets only the bit of that badge, under its own index, and leaves a line in the audit', async () => {
    const entries = await Promise.all(badges.map(async (one) => (await documentOf(one)).credentialStatus));
    const indexes = entries.map(({ statusListIndex }) => Number(statusListIndex));
    expect(new Set(indexes).size).toBe(badges.length);
    expect(entries.map(({ type, statusPurpose }) => `${type} ${statusPurpose}`)).toEqual(
      Array(badges.length).fill('BitstringStatusListEntry revocation'),
    );
    const list = pathOf(entries[0].statusListCredential);
    expect(await bitsOf(await jsonAt(list))).toEqual([]);
    const { id } = first();
    await service.services.revokeCredential({ id, reason: 'Saisie erronée', actor: 'test' });
    expect(await bitsOf(await jsonAt(list))).toEqual([indexes[0]]);
    const audit = await service.ports.store.readAuditOf([id], 50);
    expect(audit.map(({ action }) => action)).toContain('credential-revoked');
    const again = service.services.resumeCredential({ id, actor: 'test' });
    await expect(again).rejects.toMatchObject({ code: 'already-revoked' });
  });
});

describe('an achievement and the issuer', () => {
  it('answer JSON-LD to a program and a page with a preview to a person, at the same address', async () => {
    const { credentialSubject, issuer } = await documentOf(first());
    for (const url of [credentialSubject.achievement.id, issuer.url]) {
      const document = await service.get(pathOf(url), { Accept: 'application/ld+json' });
      expect(document.headers.get('Content-Type')).toContain('ld+json');
      expect(document.headers.get('Vary')).toContain('Accept');
      expect((await document.json())['@context']).toHaveLength(2);
      const page = await service.get(pathOf(url), { Accept: 'text/html' });
      expect(page.headers.get('Content-Type')).toContain('text/html');
      expect(await page.text()).toContain('property="og:title"');
    }
  });

  it('lead from French to English and back', async () => {
    const { achievement } = (await documentOf(first())).credentialSubject;
    const [related] = achievement.related;
    expect([achievement.inLanguage, related.inLanguage]).toEqual(['fr', 'en']);
    const english = await jsonAt(pathOf(related.id), 'application/ld+json');
    expect(english.inLanguage).toBe('en');
    expect(english.related).toContainEqual(expect.objectContaining({ id: achievement.id, inLanguage: 'fr' }));
  });
});
