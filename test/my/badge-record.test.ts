import { readFileSync } from 'node:fs';
import Sqlite from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { secondsAfter } from '../../src/domain/time/calendar.ts';
import { CLR_V2_0_1 } from '../../src/open-badges/contexts/vendored.ts';
import type { JsonObject } from '../../src/open-badges/parsing/json-value.ts';
import { fr } from '../support/fr.ts';
import { TEST_ORIGIN } from '../support/servers/service.ts';
import { startBeforeAll } from '../support/servers/start-before.ts';
import { type SignedInBrowser, signInAs } from '../support/sign-in.ts';
import { openThirdPartyVerifier, verifyJwsWithNode } from '../support/third-party/verifiers.ts';
import { type MyFixture, PAUL, startWithClaire } from './fixture.ts';

let fixture: MyFixture;
let claire: SignedInBrowser;
startBeforeAll(startWithClaire, (started) => {
  ({ world: fixture, claire } = started);
});

const accept = (name: string) =>
  claire.post(`/my/badges/${fixture.badge}/accept`, {
    schools: 'no',
    form: 'inclusive',
    visibility: 'unlisted',
    name,
  });
const make = (name = 'full') => claire.post('/my/record', { name });
const addressOf = async () =>
  /\/records\/[\w-]{22}/.exec(await (await claire.get('/my/record?lang=fr')).text())?.[0] ?? '';
const asOutsider = async (address: string) => {
  const answer = await fixture.service.get(address, { 'Accept-Language': 'fr' });
  return { status: answer.status, text: await answer.text() };
};
const documentOf = async (address: string) =>
  (await (await fixture.service.get(`${address}.json`)).json()) as JsonObject & {
    readonly credentialSubject: JsonObject & { readonly verifiableCredential: readonly JsonObject[] };
  };
const verify = (document: unknown) => fixture.service.verify({ kind: 'document', document });
/** Answers with the service, and with the only context that other verifiers do not have. */
const fetchHere = ({ url, headers }: { url: string; headers: Readonly<Record<string, string>> }) => {
  if (url === CLR_V2_0_1)
    return Response.json(JSON.parse(readFileSync('schemas/contexts/clr-context-2.0.1.json', 'utf8')));
  return url.startsWith(TEST_ORIGIN) ? fixture.service.app.request(url, { headers }) : undefined;
};

describe('a record of badges', () => {
  it('cannot be made before a badge is accepted', async () => {
    expect(await (await claire.get('/my/record?lang=fr')).text()).toContain(fr.badgeRecords.own.none);
    expect((await make()).status).toBe(400);
  });

  it('is one signed document with the accepted badges, which we and others verify', async () => {
    await accept('full');
    expect((await make('none')).status).toBe(400);
    expect((await make()).status).toBe(303);
    const address = await addressOf();
    const document = await documentOf(address);
    expect(document).toMatchObject({
      id: `${TEST_ORIGIN}${address}`,
      type: ['VerifiableCredential', 'ClrCredential'],
      partial: true,
      credentialSubject: { identifier: [{ identityType: 'name', identityHash: 'Claire Dupont' }] },
    });
    const inner = document.credentialSubject.verifiableCredential;
    expect(inner.map(({ id }) => id)).toEqual([`${TEST_ORIGIN}/credentials/${fixture.badge}`]);
    expect(inner[0]).toHaveProperty('proof');
    expect(await verify(document)).toMatchObject({ verified: true, verdict: 'valid' });
    const dcc = openThirdPartyVerifier('dcc', fetchHere);
    try {
      expect(await dcc.verify(document)).toMatchObject({ verified: true });
      const forged = { ...document, name: 'Relevé de Paul' };
      expect(await dcc.verify(forged)).toMatchObject({ verified: false });
    } finally {
      dcc.close();
    }
    const jws = await (await fixture.service.get(`${address}.jws`)).text();
    expect(await verifyJwsWithNode(jws, fetchHere)).toMatchObject({ verified: true });
    expect(
      await fixture.service.verify({ kind: 'bytes', bytes: new TextEncoder().encode(jws) }),
    ).toMatchObject({
      verified: true,
    });
  });

  it('has a page with its day, its issuer, and each badge with its verdict', async () => {
    const { status, text } = await asOutsider(await addressOf());
    expect(status).toBe(200);
    expect(text).toMatch(/<h1>Claire Dupont<\/h1>/);
    expect(text).toMatch(/1 badge délivré par .*, réuni dans un seul document signé, à jour au/);
    expect(text).toContain(`<title>${fr.badgeRecords.pathTitle}</title>`);
    expect(text).toContain(`/credentials/${fixture.badge}"`);
    expect(text).toContain('Badge authentique et valable');
    expect(text).toContain('<meta name="robots" content="noindex"');
  });

  it('does not verify with a badge removed, added or changed', async () => {
    const document = await documentOf(await addressOf());
    const subject = document.credentialSubject;
    const withBadges = (badges: readonly unknown[]) =>
      verify({ ...document, credentialSubject: { ...subject, verifiableCredential: badges } });
    const [badge] = subject.verifiableCredential;
    for (const badges of [[badge, badge], [{ ...badge, name: 'RUPN passeur·se' }]]) {
      expect(await withBadges(badges)).toMatchObject({ verified: false });
    }
    expect(await verify({ ...document, partial: false })).toMatchObject({ verified: false });
  });

  it('is signed again at its address once one of its badges has changed, with a later date', async () => {
    const address = await addressOf();
    const before = await documentOf(address);
    await accept('initials');
    expect((await asOutsider(address)).status).toBe(404);
    expect((await make('initials')).status).toBe(303);
    const after = await documentOf(address);
    expect(await addressOf()).toBe(address);
    expect(after['credentialStatus']).toEqual(before['credentialStatus']);
    expect(String(after['validFrom']) > String(before['validFrom'])).toBe(true);
    await claire.post(`/my/badges/${fixture.badge}/accept`, {
      schools: 'yes',
      form: 'inclusive',
      visibility: 'unlisted',
      name: 'initials',
    });
    const again = await documentOf(address);
    expect(String(again['validFrom']) > String(after['validFrom'])).toBe(true);
    expect(await verify(again)).toMatchObject({ verified: true });
  });

  it('that is dated ahead of now is made again at the next look, once nothing contradicts the clock', async () => {
    const address = await addressOf();
    const database = new Sqlite(fixture.service.environment['DATABASE_URL']?.slice('sqlite:'.length) ?? '');
    const ahead = secondsAfter(fixture.service.ports.clock.now(), 86_400);
    database.prepare('update badge_record set valid_from = ?').run(ahead);
    database.close();
    const stored = async () =>
      fixture.service.services
        .readPublicRecord(address.slice('/records/'.length))
        .then((found) => (found.kind === 'found' ? found.record.validFrom : undefined));
    fixture.service.ports.time.hear('fetched', ahead);
    expect(await stored()).toBe(ahead);
    fixture.service.ports.time.hear('fetched', fixture.service.ports.clock.now());
    expect((await stored())?.slice(0, 10)).toBe(fixture.service.ports.clock.now().slice(0, 10));
    expect(await verify(await documentOf(address))).toMatchObject({ verified: true });
  });

  it('does not name its holder where they chose so', async () => {
    await accept('none');
    await make('none');
    const document = await documentOf(await addressOf());
    expect(document.credentialSubject).not.toHaveProperty('identifier');
    expect(JSON.stringify(document)).not.toMatch(/Dupont|Claire/);
    expect((await asOutsider(await addressOf())).text).toContain(fr.badgeRecords.namelessHolder);
  });

  it('can be seen, made and withdrawn only by its person', async () => {
    const paul = await signInAs(fixture.service, PAUL);
    expect(await (await paul.get('/my/record')).text()).not.toContain(await addressOf());
    await paul.post('/my/record/withdraw', {});
    expect((await asOutsider(await addressOf())).status).toBe(200);
  });

  it('once withdrawn answers 410 for ever, and its copies are revoked, but not its badges', async () => {
    const address = await addressOf();
    const document = await documentOf(address);
    expect((await claire.post('/my/record/withdraw', {})).status).toBe(303);
    const gone = await asOutsider(address);
    expect([gone.status, gone.text.includes(fr.errors.kinds['record-gone'].title)]).toEqual([410, true]);
    expect((await fixture.service.get(`${address}.json`)).status).toBe(410);
    expect(await verify(document)).toMatchObject({ verified: false, verdict: 'revoked' });
    expect(await verify(document.credentialSubject.verifiableCredential[0])).toMatchObject({
      verified: true,
    });
    await make('none');
    expect(await addressOf()).not.toBe(address);
    expect((await asOutsider(address)).status).toBe(410);
  });
});
