import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { secondsAfter } from '../../src/domain/time/calendar.ts';
import { openNodeContext } from '../../src/node.ts';
import type { Fetcher } from '../../src/open-badges/fetching/fetcher.ts';
import { makeNodeFileReader } from '../../src/open-badges/files/reader.node.ts';
import { makeProofChecker } from '../../src/open-badges/proofs/compose-checker.ts';
import { makeVerifyCredential } from '../../src/open-badges/verification/verify-credential.ts';
import { copySite } from '../../src/standards/static-export/run.ts';
import { jalon } from '../support/command-line.ts';
import { type CopiedFixture, makeCopiedFixture } from '../support/fixtures/copied-service.ts';
import { TEST_ORIGIN } from '../support/servers/service.ts';
import { fileOf, type StaticServer, serveFolder } from '../support/servers/static-files.ts';
import { openThirdPartyVerifier, verifyJwsWithNode } from '../support/third-party/verifiers.ts';

let fixture: CopiedFixture;
let server: StaticServer;

beforeAll(async () => {
  fixture = await makeCopiedFixture();
  server = await serveFolder(fixture.folder);
});
afterAll(async () => {
  server.close();
  await fixture.remove();
});

/** Reads the copy like a browser or a program at the address of the service. */
const read = (address: string) => fetch(`${server.url}${address.replace(TEST_ORIGIN, '')}`);
const textOf = async (address: string) => (await read(address)).text();
const pages = () =>
  readdirSync(fixture.folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.html'));

const fetcher: Fetcher = {
  fetch: async (url) => {
    const answer = await read(url);
    const body = new Uint8Array(await answer.arrayBuffer());
    if (!answer.ok) return { kind: 'status', status: answer.status, body };
    return { kind: 'ok', url, contentType: answer.headers.get('content-type') ?? '', body };
  },
};
const YEAR_SECONDS = 365 * 86_400;

/** Our verifier on a later day, with only the plain server. */
const verifyLater = (years: number) => {
  const now = () => secondsAfter(fixture.service.ports.clock.now(), years * YEAR_SECONDS);
  const files = makeNodeFileReader();
  return makeVerifyCredential({
    ...{ fetcher, files, clock: { now }, origin: 'https://elsewhere.example' },
    proofChecker: makeProofChecker(),
  });
};

describe('a badge of a service that has ended', () => {
  it('is verified years later in each of its forms, with keys and status from the plain server', async () => {
    const verify = verifyLater(8);
    for (const form of ['json', 'jws', 'png', 'svg', 'pdf']) {
      const answer = await read(`${fixture.badges.shown.path}.${form}`);
      const bytes = new Uint8Array(await answer.arrayBuffer());
      expect(await verify({ kind: 'bytes', bytes }), form).toMatchObject({
        verified: true,
        verdict: 'valid',
      });
    }
  });

  it('still says that it was revoked', async () => {
    const bytes = new Uint8Array(await (await read(`${fixture.badges.revoked.path}.json`)).arrayBuffer());
    expect(await verifyLater(8)({ kind: 'bytes', bytes })).toMatchObject({ verdict: 'revoked' });
    expect(await textOf(fixture.badges.revoked.path)).toContain('Erreur de saisie');
    expect((await read(`${fixture.badges.revoked.path}.pdf`)).status).toBe(404);
  });

  it('keeps its endorsements by other bodies, with the bytes that they signed', async () => {
    const { path, text } = fixture.endorsement;
    expect(await textOf(path)).toBe(text);
    expect(JSON.parse(await textOf('/badges/RUPN-ENG/v1.json')).endorsement).toEqual([JSON.parse(text)]);
    for (const page of ['/badges/RUPN-ENG/v1', fixture.badges.shown.path]) {
      expect(await textOf(page)).toContain('Un badge qui dit un travail réel.');
    }
  });

  it('is verified by other verifiers, which read the same server', async () => {
    const dcc = openThirdPartyVerifier('dcc', ({ url }) => read(url));
    const document = JSON.parse(await textOf(`${fixture.badges.shown.path}.json`));
    const revoked = JSON.parse(await textOf(`${fixture.badges.revoked.path}.json`));
    const jws = await textOf(`${fixture.badges.shown.path}.jws`);
    const judged = [await dcc.verify(document), await verifyJwsWithNode(jws, ({ url }) => read(url))];
    expect(judged.map(({ verified, faults }) => ({ verified, faults }))).toEqual(
      Array(2).fill({ verified: true, faults: [] }),
    );
    expect((await dcc.verify(revoked)).faults).toEqual(['revocation_status: not valid']);
    dcc.close();
  });

  it('has the same bytes and types as in the service', async () => {
    const { service, badges, stolenKey } = fixture;
    const common = ['/.well-known/jwks.json', '/favicon.svg', '/site.webmanifest'];
    const forms = ['.json', '.jws', '.png', '.svg', '/qr.svg', '/image.svg', '/preview.png'];
    const trusted = service.keys.directory.list().filter(({ kid }) => kid !== stolenKey);
    const keys = trusted.map(({ kid }) => `/keys/${kid}`);
    expect(keys).toHaveLength(3);
    for (const path of [...common, ...keys, ...forms.map((form) => badges.shown.path + form)]) {
      const [copy, live] = [await read(path), await service.get(path)];
      expect(copy.headers.get('content-type'), path).toBe(live.headers.get('content-type'));
      expect(Buffer.from(await copy.arrayBuffer()).equals(Buffer.from(await live.arrayBuffer())), path).toBe(
        true,
      );
    }
  });

  it('does not depend on a key that was declared compromised', async () => {
    const { stolenKey } = fixture;
    expect((await read(`/keys/${stolenKey}`)).status).toBe(404);
    expect(await textOf('/.well-known/did.json')).not.toContain(stolenKey);
    expect(await textOf('/issuer')).toContain(stolenKey);
  });

  it('leaves the service’s own status list unchanged, with its end', async () => {
    const [list] = await fixture.service.ports.store.readStatusLists();
    const live = await (await fixture.service.get(`/status/${list?.id}`)).json();
    const copy = JSON.parse(await textOf(`/status/${list?.id}`));
    expect(live).toHaveProperty('validUntil');
    expect(copy).not.toHaveProperty('validUntil');
  });
});

describe('the content of the copy', () => {
  it('is what holders show, and nothing of a badge that is hidden, unanswered or erased', async () => {
    expect((await read(fixture.badges.shown.path)).status).toBe(200);
    const names = readdirSync(fixture.folder, { recursive: true, encoding: 'utf8' });
    const texts = pages().map((name) => readFileSync(join(fixture.folder, name), 'utf8'));
    for (const { id } of [fixture.badges.hidden, fixture.badges.waiting, fixture.badges.erased]) {
      expect(names.filter((name) => name.includes(id))).toEqual([]);
      expect(texts.filter((text) => text.includes(id))).toEqual([]);
    }
    expect(await textOf(fixture.profilePath)).toContain(fixture.badges.shown.path);
  });

  it('has an English page for each French one', () => {
    const french = pages().filter(
      (name) => /(^|\/)index\.html$/.test(name) && !name.endsWith('/en/index.html'),
    );
    expect(french.length).toBeGreaterThan(50);
    for (const name of french) {
      const path = name === 'index.html' ? '/index' : `/${dirname(name)}`;
      const english = fileOf(fixture.folder, `${path}.en.html`) ?? fileOf(fixture.folder, `${path}/en`);
      expect(readFileSync(english ?? '', 'utf8'), name).toContain('<html lang="en">');
      expect(readFileSync(join(fixture.folder, name), 'utf8'), name).toContain('<html lang="fr">');
    }
  });

  it('has no link to a missing page', () => {
    const missing = pages().flatMap((name) => {
      const html = readFileSync(join(fixture.folder, name), 'utf8');
      const named = [...html.matchAll(/\b(?:href|src|content|action)="([^"]*)"/g)].map(
        ([, value = '']) => value,
      );
      return named
        .filter((value) => value.startsWith('/') || value.startsWith(TEST_ORIGIN))
        .map((value) => value.replace(TEST_ORIGIN, '').replace(/#.*/, ''))
        .filter((value) => fileOf(fixture.folder, value) === undefined)
        .map((value) => `${name}: ${value}`);
    });
    expect(missing).toEqual([]);
  });

  it('lets search engines list no page about a person: it does not learn of a revocation', () => {
    const about = pages().filter((name) => /^(credentials|profiles|records)\//.test(name));
    expect(about.length).toBeGreaterThan(3);
    const listed = about.filter(
      (name) => !readFileSync(join(fixture.folder, name), 'utf8').includes('content="noindex"'),
    );
    expect(listed).toEqual([]);
    for (const settings of ['_headers', '.htaccess', 'nginx.conf', 'Caddyfile']) {
      const text = readFileSync(join(fixture.folder, settings), 'utf8');
      expect([settings, text.match(/X-Robots-Tag/g)?.length ?? 0]).toEqual([
        settings,
        settings === 'nginx.conf' ? 1 : 3,
      ]);
      for (const folder of ['credentials', 'profiles', 'records']) expect(text).toContain(`/${folder}/`);
    }
  });

  it('has no form, no sign-in and no verdict of the present moment', () => {
    for (const name of pages()) {
      const html = readFileSync(join(fixture.folder, name), 'utf8');
      expect(html, name).not.toMatch(/<form|\/sign-in|"\/space|"\/my|\/api\/|oembed|à l’instant|just now/);
      if (!/embed(\/index|\.en)\.html$/.test(name)) {
        expect(html, name).toMatch(/Ce service est fermé|This service is closed/);
      }
    }
  });

  it('shows the day of its verdict on the badge’s page and on its card', async () => {
    const { shown } = fixture.badges;
    for (const path of ['', '/embed']) {
      expect(await textOf(shown.path + path)).toMatch(/vérifié le \d+(er)? \S+ 20\d\d/);
    }
    expect(await textOf(`${shown.path}.en.html`)).toMatch(/verified on \d+ \S+ 20\d\d/);
  });

  it('can be read by any account, also a web server’s', () => {
    for (const name of ['', 'credentials', 'index.html', 'assets']) {
      expect(statSync(join(fixture.folder, name)).mode & 0o044, name).toBe(0o044);
    }
  });
});

describe('the folder', () => {
  const place = mkdtempSync(join(tmpdir(), 'jalon-copy-'));
  afterAll(() => rmSync(place, { recursive: true, force: true }));

  it('is refused where it is not empty, and then stays unchanged', async () => {
    const folder = join(place, 'taken');
    mkdirSync(folder);
    writeFileSync(join(folder, 'mine.txt'), 'mine');
    const { environment } = fixture.service;
    const refused = await jalon(['export-static', folder, '--json'], { environment });
    expect(refused).toMatchObject({ code: 2, lines: [{ kind: 'error', code: 'usage' }] });
    expect(readdirSync(folder)).toEqual(['mine.txt']);
  });

  it('is reported as overtaken where a holder hides a badge in the meantime', async () => {
    const { badges, service } = fixture;
    const context = await openNodeContext(service.environment, { asCopy: true });
    const hide = () => context.services.hideCredential({ id: badges.revoked.id, actor: 'test' });
    const changes: Promise<unknown>[] = [];
    const onProgress = () => void (changes.length === 0 && changes.push(hide()));
    const folder = join(place, 'overtaken');
    const { isOvertaken } = await copySite(context, { folder, onProgress });
    await Promise.all(changes);
    await context.services.showCredential({ id: badges.revoked.id, actor: 'test' });
    await context.close();
    expect(isOvertaken).toBe(true);
  });

  it('does not exist where the copy cannot be made', async () => {
    const folder = join(place, 'unmade');
    const environment = { ...fixture.service.environment, KEYS_DIR: join(place, 'no-keys') };
    const failed = await jalon(['export-static', folder, '--json'], { environment });
    expect(failed.code).toBe(3);
    expect(readdirSync(place)).not.toContain('unmade');
    expect(readdirSync(place).filter((name) => name.startsWith('.jalon-tmp'))).toEqual([]);
  });
});
