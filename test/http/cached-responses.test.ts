import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PersonId } from '../../src/domain/ids.ts';
import { type NodeContext, openNodeContext } from '../../src/node.ts';
import { jalon } from '../support/command-line.ts';
import {
  type IssuedBadge,
  startWithOneBadge,
  TEST_ORIGIN,
  type TestService,
} from '../support/servers/service.ts';

let service: TestService;
let badge: IssuedBadge;
/** A second connection to the same file, which is another process for the database. */
let other: NodeContext;

beforeAll(async () => {
  ({ service, badge } = await startWithOneBadge());
  await service.services.acceptCredential({ id: badge.id, actor: 'test' });
  other = await openNodeContext(service.environment);
});
afterAll(async () => {
  await other.close();
  await service.stop();
});

const VALID = 'authentique et valable';
const BROWSER = 'text/html,application/xhtml+xml,*/*;q=0.8';
const tagOf = (answer: Response) => answer.headers.get('ETag') ?? '';
const ask = async (path: string, headers: Record<string, string> = {}) => {
  const answer = await service.get(path, headers);
  return { answer, bytes: Buffer.from(await answer.arrayBuffer()) };
};
const page = async (headers: Record<string, string> = {}) =>
  (await ask(badge.path, headers)).bytes.toString();

/** Every public address whose answer is kept. */
const addresses = async () => {
  const document = await (await service.get(`${badge.path}.json`)).json();
  const [{ kid = '' } = {}] = service.ports.keys.list();
  return [
    ...['', '.json', '.jws', '.png', '.svg'].map((suffix) => `${badge.path}${suffix}`),
    ...['qr.svg', 'qr.png', 'image.svg', 'image.png', 'preview.png', 'easy', 'embed'].map(
      (name) => `${badge.path}/${name}`,
    ),
    new URL(document.credentialStatus.statusListCredential).pathname,
    ...['/.well-known/did.json', '/.well-known/jwks.json', `/keys/${kid}`, '/issuer'],
    ...['/', '/badges', '/badges/RUPN-ENG', '/badges/RUPN-ENG/v1', '/badges/RUPN-ENG/v1/en'],
    ...[
      '/badges/RUPN-ENG/v1/image.svg',
      '/referentiel/rupn/v1',
      '/accessibility',
      '/api/docs',
      '/api/docs/awards',
    ],
  ];
};

describe('a public answer', () => {
  it('has a tag at every address, and is not sent again to a reader who has it', async () => {
    for (const path of await addresses()) {
      const first = await ask(path);
      expect([path, first.answer.status]).toEqual([path, 200]);
      expect([path, tagOf(first.answer)]).toEqual([path, expect.stringMatching(/^"[0-9a-f]{32}"$/)]);
      for (const known of [tagOf(first.answer), `W/${tagOf(first.answer)}`, `"x", ${tagOf(first.answer)}`]) {
        const again = await ask(path, { 'If-None-Match': known });
        expect([path, again.answer.status, again.bytes.length]).toEqual([path, 304, 0]);
        expect(tagOf(again.answer)).toBe(tagOf(first.answer));
        for (const name of ['Cache-Control', 'Vary', 'Access-Control-Allow-Origin']) {
          expect([path, name, again.answer.headers.get(name)]).toEqual([
            path,
            name,
            first.answer.headers.get(name),
          ]);
        }
      }
      expect((await ask(path, { 'If-None-Match': '"of another answer"' })).answer.status).toBe(200);
    }
  });

  it('is the same bytes in each encoding, each with a tag of its own', async () => {
    for (const path of [badge.path, `${badge.path}.json`, '/badges', '/.well-known/did.json']) {
      const plain = await ask(path, { Accept: BROWSER });
      const brotli = await ask(path, { Accept: BROWSER, 'Accept-Encoding': 'gzip, deflate, br, zstd' });
      const gzip = await ask(path, { Accept: BROWSER, 'Accept-Encoding': 'gzip, br;q=0' });
      expect(brotliDecompressSync(brotli.bytes).equals(plain.bytes)).toBe(true);
      expect(gunzipSync(gzip.bytes).equals(plain.bytes)).toBe(true);
      expect([plain, brotli, gzip].map(({ answer }) => answer.headers.get('Content-Encoding'))).toEqual([
        null,
        'br',
        'gzip',
      ]);
      expect(new Set([plain, brotli, gzip].map(({ answer }) => tagOf(answer))).size).toBe(3);
      for (const { answer } of [plain, brotli, gzip])
        expect(answer.headers.get('Vary')).toContain('Encoding');
      const mixed = { Accept: BROWSER, 'Accept-Encoding': 'br', 'If-None-Match': tagOf(gzip.answer) };
      expect((await ask(path, mixed)).answer.status).toBe(200);
    }
  });

  it('is not compressed again where it is a picture', async () => {
    const { answer } = await ask(`${badge.path}.png`, { 'Accept-Encoding': 'br' });
    expect(answer.headers.get('Content-Encoding')).toBeNull();
  });

  it('is given whole to GET, and as headers alone to HEAD', async () => {
    const { answer: whole, bytes } = await ask(badge.path);
    for (let count = 0; count < 2; count += 1) {
      const head = await service.app.request(`${TEST_ORIGIN}${badge.path}`, { method: 'HEAD' });
      expect((await head.arrayBuffer()).byteLength).toBe(0);
      expect(tagOf(head)).toBe(tagOf(whole));
    }
    expect((await ask(badge.path)).bytes.equals(bytes)).toBe(true);
  });

  it('has the same headers when it is made and when it was kept', async () => {
    const headersOf = async (path: string) =>
      Object.fromEntries((await service.get(path, { Accept: BROWSER })).headers);
    const made = await headersOf(`${badge.path}?lang=fr`);
    expect(await headersOf(`${badge.path}?lang=fr`)).toEqual(made);
    expect(made['content-security-policy']).toContain("frame-ancestors 'none'");
  });
});

describe('one address in two forms or languages', () => {
  it('answers each reader in their own, whoever asked before', async () => {
    for (let count = 0; count < 2; count += 1) {
      expect(await page({ 'Accept-Language': 'fr' })).toContain('<html lang="fr">');
      expect(await page({ 'Accept-Language': 'en-GB, fr;q=0.5' })).toContain('<html lang="en">');
      const document = await page({ Accept: 'application/vc+ld+json' });
      expect(JSON.parse(document).proof).toHaveLength(1);
      expect(await page({ Accept: 'application/vc+jwt' })).toMatch(/^eyJ/);
      expect(await page({ Accept: 'application/ld+json;q=0.5, text/html' })).toContain('<html');
    }
  });

  it('refuses the tag of one language for the other', async () => {
    const french = await ask(badge.path, { 'Accept-Language': 'fr' });
    const english = await ask(badge.path, {
      'Accept-Language': 'en',
      'If-None-Match': tagOf(french.answer),
    });
    expect(english.answer.status).toBe(200);
    expect(english.bytes.toString()).toContain('<html lang="en">');
    const requested = await ask(`${badge.path}?lang=en`, { 'If-None-Match': tagOf(french.answer) });
    expect(requested.bytes.toString()).toContain('<html lang="en">');
  });

  it('sets the cookie of a chosen language with every answer, and reads none', async () => {
    for (let count = 0; count < 2; count += 1) {
      const { answer } = await ask(`${badge.path}?lang=en`, { Accept: BROWSER });
      expect(answer.headers.get('Set-Cookie')).toContain('__Host-language=en');
      const known = { Accept: BROWSER, 'If-None-Match': tagOf(answer) };
      const again = await ask(`${badge.path}?lang=en`, known);
      expect([again.answer.status, again.answer.headers.get('Set-Cookie')]).toEqual([
        304,
        expect.stringContaining('__Host-language=en'),
      ]);
      const plain = await ask(badge.path, { Accept: BROWSER, Cookie: '__Host-language=en' });
      expect(plain.bytes.toString()).toContain('<html lang="fr">');
      expect(plain.answer.headers.get('Set-Cookie')).toBeNull();
    }
  });
});

describe('a kept answer', () => {
  it('changes with the name of the issuer, in the next answer, in every process', async () => {
    expect((await ask('/')).bytes.toString()).not.toContain('DRNE de Nulle-Part');
    const issuer = { name: 'DRNE de Nulle-Part', code: 'DRNE NP', url: 'https://drne.example' };
    const save = async (name: string) => {
      const asRead = (await other.ports.store.readSettings()).get('issuer');
      const value = JSON.stringify({ ...issuer, name, email: 'drne@ac-test.example' });
      const at = other.ports.clock.now();
      return other.ports.store.commit([
        { kind: 'setting-changed', name: 'issuer', value, asRead, at, by: 'test' as PersonId },
      ]);
    };
    await save('DRNE de Nulle-Part');
    expect((await ask('/')).bytes.toString()).toContain('DRNE de Nulle-Part');
    await save('DRNE d’Ailleurs');
    expect((await ask('/')).bytes.toString()).not.toContain('DRNE de Nulle-Part');
  });

  it('changes with the holder’s name, in the next answer of every form', async () => {
    for (const form of ['', '.json', '.svg']) {
      expect((await ask(`${badge.path}${form}`)).bytes.toString()).not.toContain('Claire Dupont');
    }
    await other.services.acceptCredential({ id: badge.id, actor: 'test', name: 'full' });
    for (const form of ['', '.json', '.svg']) {
      expect((await ask(`${badge.path}${form}`)).bytes.toString()).toContain('Claire Dupont');
    }
    await other.services.acceptCredential({ id: badge.id, actor: 'test', name: 'none' });
    for (const form of ['', '.json', '.svg']) {
      expect((await ask(`${badge.path}${form}`)).bytes.toString()).not.toContain('Claire Dupont');
    }
  });

  it('is hidden with the badge at once, at every address, and soon leaves the memory', async () => {
    const forms = [
      '',
      '.json',
      '.jws',
      '.png',
      '.svg',
      '/embed',
      '/image.svg',
      '/image.png',
      '/qr.svg',
      '/qr.png',
    ];
    for (const form of forms) expect((await ask(`${badge.path}${form}`)).answer.status).toBe(200);
    const tag = tagOf((await ask(badge.path)).answer);
    await other.services.hideCredential({ id: badge.id, actor: 'test' });
    for (const form of forms) expect((await ask(`${badge.path}${form}`)).answer.status).toBe(404);
    expect((await ask(badge.path, { 'If-None-Match': tag })).answer.status).toBe(404);
    await other.services.showCredential({ id: badge.id, actor: 'test' });
    expect((await ask(badge.path)).answer.status).toBe(200);
  });

  it('changes with a revocation by another process, in the next answer', async () => {
    const { answer, bytes } = await ask(badge.path, { Accept: BROWSER });
    expect(bytes.toString()).toContain(VALID);
    const statusPath = (await addresses()).find((path) => path.startsWith('/status/')) ?? '';
    const list = await ask(statusPath);
    const texts = ['revoke', badge.id, '--reason', 'Saisie erronée'];
    expect((await jalon(texts, { environment: service.environment })).code).toBe(0);
    const next = await ask(badge.path, { Accept: BROWSER, 'If-None-Match': tagOf(answer) });
    expect(next.answer.status).toBe(200);
    expect(next.bytes.toString()).toContain('Saisie erronée');
    expect(next.bytes.toString()).not.toContain(VALID);
    expect(await page({ 'Accept-Language': 'en' })).toContain('Saisie erronée');
    expect((await ask(`${badge.path}/embed`)).bytes.toString()).not.toContain(VALID);
    const listed = await ask(statusPath, { 'If-None-Match': tagOf(list.answer) });
    expect([listed.answer.status, listed.bytes.equals(list.bytes)]).toEqual([200, false]);
  });

  it('ends with the key that signed it, when another process declares it compromised', async () => {
    const [key] = service.ports.keys.list().filter(({ algorithm }) => algorithm === 'Ed25519');
    const kid = key?.kid ?? '';
    expect((await ask('/.well-known/did.json')).bytes.toString()).toContain(kid);
    expect((await ask(`/keys/${kid}`)).answer.status).toBe(200);
    const texts = ['keys', 'compromise', kid, '--reason', 'Serveur volé', '--yes'];
    expect((await jalon(texts, { environment: service.environment })).code).toBe(0);
    expect((await ask('/.well-known/did.json')).bytes.toString()).not.toContain(kid);
    expect((await ask(`/keys/${kid}`)).answer.status).toBe(410);
    expect(await page()).toContain('Badge impossible à vérifier');
  });

  it('disappears once its holder is erased', async () => {
    expect((await ask(badge.path)).answer.status).toBe(200);
    await other.services.erasePerson({ email: 'claire.dupont@ac-test.example', actor: 'test' });
    for (const form of ['', '.json', '.png', '/embed']) {
      expect((await ask(`${badge.path}${form}`)).answer.status).toBe(410);
    }
  });
});
