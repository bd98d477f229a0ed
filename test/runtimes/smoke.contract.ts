import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { jalon } from '../support/command-line.ts';
import { ED } from '../support/corpus/suites.ts';
import { REDIRECT, REGISTRATION } from '../support/host-client.ts';
import { photographPng } from '../support/photograph.ts';
import { ONE_RUPN } from '../support/servers/service.ts';
import { didKeyOf, methodOf } from '../support/suite-signing.ts';
import { openThirdPartyVerifier, verifyJwsWithNode } from '../support/third-party/verifiers.ts';
import { showWhoItIs, takeBadge } from '../wallets/third-party.ts';
import { CLAIRE, networkOf, ORIGIN, type ServerUnderTest } from './server-under-test.ts';

const MINUTES = 60_000;

/** The acts of anyone and of the DANE on a started server, on any runtime. Each test continues from the
 *  previous one. */
export function smokeContract(name: string, start: () => Promise<ServerUnderTest>): void {
  describe(`the service on ${name}`, () => {
    const files = mkdtempSync(join(tmpdir(), 'jalon-files-'));
    let server: ServerUnderTest;
    let badge = '';

    beforeAll(async () => {
      for (const [file, text] of Object.entries(ONE_RUPN)) writeFileSync(join(files, file), text);
      server = await start();
    }, 4 * MINUTES);
    afterAll(async () => {
      await server?.stop();
      rmSync(files, { recursive: true, force: true });
    });

    const ask = (path: string, init: RequestInit = {}) =>
      fetch(server.url + path.replace(ORIGIN, ''), {
        redirect: 'manual',
        signal: AbortSignal.timeout(50_000),
        ...init,
      });
    const page = (path: string, language = 'fr') =>
      ask(path, { headers: { Accept: 'text/html', 'Accept-Language': language } });
    const post = (path: string, body: unknown) =>
      ask(path, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
      });
    const postAsDane = async (path: string, body: unknown) => {
      const headers = { 'Content-Type': 'application/json', Authorization: `Bearer ${server.token}` };
      const answer = await ask(path, { method: 'POST', headers, body: JSON.stringify(body) });
      return { status: answer.status, body: await answer.json() };
    };
    /** Offers the badge to a wallet, like its holder on its page. Returns the secret in the code. */
    const offerBadge = async () => {
      const headers = { Cookie: `__Host-session=${server.session}`, Origin: ORIGIN };
      const path = `${badge.replace(`${ORIGIN}/credentials`, '/my/badges')}/wallet`;
      const answer = await ask(path, { method: 'POST', headers, body: new URLSearchParams() });
      expect(answer.status).toBe(303);
      return new URL(answer.headers.get('Location') ?? '', ORIGIN).searchParams.get('offer') ?? '';
    };
    const verdictOf = async (body: unknown) => {
      const { verified, verdict } = await (await post('/api/v1/verifications', body)).json();
      return { verified, verdict };
    };
    const remote = async (...texts: string[]) => {
      const { lines } = await jalon([...texts, '--remote', server.url, '--json'], {
        environment: { JALON_TOKEN: server.token },
      });
      return lines;
    };

    it('is alive and ready, and publishes its figures', async () => {
      expect((await ask('/health/live')).status).toBe(200);
      expect(await (await ask('/health/ready')).json()).toEqual({ status: 'ok' });
      expect(await (await ask('/metrics')).text()).toContain('jalon_credentials 0');
    });

    it('does by itself the tasks that a killed process had left', async () => {
      await server.followUp();
      await expect
        .poll(async () => (await ask('/metrics')).text(), { timeout: MINUTES / 2, interval: 500 })
        .toContain('jalon_outbox_waiting 0\n');
    });

    it.each(['/', '/badges', '/badges/RUPN-ENG', '/verify', '/issuer', '/referentiel/rupn/v1'])(
      'shows %s in French and in English',
      async (path) => {
        for (const language of ['fr', 'en']) {
          const answer = await page(path, language);
          expect(answer.status).toBe(200);
          expect(answer.headers.get('Content-Security-Policy')).toContain("default-src 'none'");
          expect(await answer.text()).toMatch(new RegExp(`<html[^>]* lang="${language}"`));
        }
      },
    );

    it('has a style sheet that may be kept for ever', async () => {
      const [address = ''] = /\/assets\/[\w.-]+\.css/.exec(await (await page('/')).text()) ?? [];
      const sheet = await ask(address);
      expect([sheet.status, sheet.headers.get('Content-Type')]).toEqual([200, 'text/css; charset=utf-8']);
      expect(sheet.headers.get('Cache-Control')).toContain('immutable');
      const [font = ''] = /[\w-]+\.woff2/.exec(await sheet.text()) ?? [];
      expect((await ask(`/assets/${font}`)).status).toBe(200);
    });

    it('publishes its keys, its badges as linked data with their images, and its API', async () => {
      const did = await (await ask('/.well-known/did.json')).json();
      expect(did.id).toBe('did:web:badges.jalon.example');
      const { keys } = await (await ask('/.well-known/jwks.json')).json();
      expect(keys.map((key: { kty: string }) => key.kty)).toContain('RSA');
      const headers = { Accept: 'application/ld+json' };
      const achievement = await (await ask('/badges/RUPN-ENG/v1', { headers })).json();
      expect(achievement.id).toBe(`${ORIGIN}/badges/RUPN-ENG/v1`);
      const drawn = new Uint8Array(await (await ask('/badges/RUPN-ENG/v1/image.png')).arrayBuffer());
      expect(String.fromCharCode(...drawn.slice(1, 4))).toBe('PNG');
      expect(await (await ask('/api/v1/openapi.json')).json()).toMatchObject({ openapi: '3.1.0' });
      expect((await page('/api/docs')).status).toBe(200);
    });

    it('describes itself as an Open Badges host, registers a client, and gives it nothing without a person', async () => {
      const described = await (await ask('/ims/ob/v3p0/discovery')).json();
      const flow = described.components.securitySchemes.OAuth2ACG;
      const registered = await post(flow['x-imssf-registrationUrl'], REGISTRATION);
      expect(registered.status).toBe(201);
      const { client_id, client_secret } = await registered.json();
      const Authorization = `Basic ${btoa(`${client_id}:${client_secret}`)}`;
      const fields = { grant_type: 'authorization_code', code: 'x', redirect_uri: REDIRECT };
      const body = new URLSearchParams({ ...fields, code_verifier: 'v'.repeat(43) });
      const { tokenUrl } = flow.flows.authorizationCode;
      const refused = await ask(tokenUrl, { method: 'POST', headers: { Authorization }, body });
      expect([refused.status, (await refused.json()).error]).toEqual([400, 'invalid_grant']);
      expect((await ask('/ims/ob/v3p0/credentials')).status).toBe(401);
      const requested = await ask(`/oauth/authorize?client_id=${client_id}`);
      expect(requested.headers.get('Location')).toMatch(/^\/sign-in\?to=/);
    });

    it('refuses requests without a token', async () => {
      const answer = await post('/api/v1/awards', { allMet: true, alsoToLookAt: true });
      expect([answer.status, (await answer.json()).code]).toEqual([401, 'not-authenticated']);
    });

    it('imports, judges, grants and signs through the API', { timeout: 3 * MINUTES }, async () => {
      const tried = await remote('import', files, '--dry-run');
      // Claire has been on record since she signed in.
      expect(tried.at(-1)).toMatchObject({ created: 2, unchanged: 1, refused: 0 });
      expect(await remote('import', files)).toEqual(tried);
      expect((await remote('import', files)).at(-1)).toMatchObject({ created: 0, unchanged: 3 });
      expect(await remote('evaluate', '--person', CLAIRE, '--badge', 'RUPN-ENG')).toMatchObject([
        { email: CLAIRE, badge: 'RUPN-ENG', met: true },
      ]);
      expect((await remote('grant', '--all-met', '--also-to-look-at')).at(-1)).toMatchObject({
        granted: 1,
        skipped: 0,
      });
      const issued = await remote('issue');
      expect(issued.at(-1)).toEqual({ kind: 'summary', issued: 1, remaining: 0 });
      badge = String(issued[0]?.['credential']);
      expect(badge).toMatch(new RegExp(`^${ORIGIN}/credentials/[\\w-]{22}$`));
      // Its holder has not accepted it yet.
      expect((await page(badge)).status).toBe(404);
    });

    it('tells its holder by a mail over an encrypted connection', async () => {
      await server.followUp();
      await expect.poll(() => server.mails.length, { timeout: MINUTES / 2, interval: 500 }).toBe(1);
      expect(server.mails[0]).toMatchObject({ recipients: [CLAIRE] });
      expect(server.mails[0]?.text).toContain(`${ORIGIN}/my`);
    });

    it('shows a badge that was accepted, in every form', { timeout: 2 * MINUTES }, async () => {
      const choice = ['--visibility', 'public', '--name', 'full', '--schools', 'yes'];
      const [accepted] = await remote('accept', badge, ...choice);
      expect(accepted).toMatchObject({ kind: 'accepted', credential: badge, name: 'full' });
      for (const language of ['fr', 'en']) {
        const shown = await page(badge, language);
        expect(shown.status).toBe(200);
        expect(await shown.text()).toContain('Claire Dupont');
      }
      for (const form of ['json', 'jws', 'png', 'svg', 'pdf']) {
        const answer = await ask(`${badge}.${form}`);
        expect(answer.status).toBe(200);
        const body = new FormData();
        body.append('file', new File([await answer.arrayBuffer()], `badge.${form}`));
        const report = await ask('/api/v1/verifications', { method: 'POST', body });
        expect(await report.json()).toMatchObject({ verified: true, verdict: 'valid' });
      }
      const photograph = new FormData();
      photograph.append('file', new File([new Uint8Array(photographPng(badge))], 'photograph.png'));
      const seen = await ask('/api/v1/verifications', { method: 'POST', body: photograph });
      expect(await seen.json()).toMatchObject({ verified: true, verdict: 'valid' });
      expect((await ask(`${badge}/qr.svg`)).headers.get('Content-Type')).toContain('image/svg+xml');
    });

    it('makes both signatures, which other projects’ code verifies', { timeout: 2 * MINUTES }, async () => {
      const network = networkOf(server);
      const dcc = openThirdPartyVerifier('dcc', network);
      try {
        const document = await (await ask(`${badge}.json`)).json();
        const jws = await (await ask(`${badge}.jws`)).text();
        expect(await dcc.verify(document)).toMatchObject({ verified: true, faults: [] });
        expect(await verifyJwsWithNode(jws, network)).toMatchObject({ verified: true });
        const list = await (await ask(document.credentialStatus.statusListCredential)).json();
        expect(await verdictOf({ credential: document })).toEqual({ verified: true, verdict: 'valid' });
        expect(list.type).toContain('BitstringStatusListCredential');
      } finally {
        dcc.close();
      }
    });

    it('signs by the VC-API the credential of a program, verifies it and revokes it', async () => {
      const credential = {
        '@context': ['https://www.w3.org/ns/credentials/v2'],
        id: 'urn:uuid:58172aac-d8ba-11ed-83dd-0b3aef56cc33',
        type: ['VerifiableCredential'],
        issuer: 'did:web:badges.jalon.example',
        validFrom: '2026-01-01T00:00:00Z',
        credentialSubject: { id: 'did:example:somebody' },
      };
      const status = { type: 'BitstringStatusListEntry', statusPurpose: 'revocation' };
      const options = { credentialStatus: status };
      const issued = await postAsDane('/vc-api/credentials/issue', { credential, options });
      expect(issued.status).toBe(201);
      const { verifiableCredential } = issued.body;
      const verify = async () => (await post('/vc-api/credentials/verify', { verifiableCredential })).json();
      expect(await verify()).toEqual({ verified: true });
      const revoking = { credentialId: credential.id, credentialStatus: status, status: true };
      expect(await postAsDane('/vc-api/credentials/status', revoking)).toMatchObject({
        status: 200,
        body: { revoked: true, published: true },
      });
      expect(await verify()).toMatchObject({ verified: false });
    });

    it('gives a badge to another project’s wallet by OpenID, for the key of the wallet', {
      timeout: 2 * MINUTES,
    }, async () => {
      const signer = { method: 'did', didUrl: methodOf(ED), alg: 'EdDSA' };
      const fetchOffered = (url: string, init?: RequestInit) => ask(url, init);
      const offered = { fetch: fetchOffered, origin: ORIGIN, secret: await offerBadge(), signer };
      const { credential } = await takeBadge(offered);
      expect(credential).toMatchObject({ id: badge, credentialSubject: { id: didKeyOf(ED) } });
      expect(await (await ask(`${badge}.json`)).json()).toEqual(credential);
      expect(await verdictOf({ credential })).toEqual({ verified: true, verdict: 'valid' });
    });

    it('gives it to another wallet by an exchange of the VC-API, in which the wallet identifies itself', {
      timeout: 2 * MINUTES,
    }, async () => {
      const secret = await offerBadge();
      const headers = { Accept: 'application/json' };
      const { protocols } = await (await ask(`/interactions/${secret}?iuv=1`, { headers })).json();
      const requested = await (await post(protocols.vcapi, {})).json();
      const { did, presentation } = await showWhoItIs(requested.verifiablePresentationRequest);
      const given = await post(protocols.vcapi, { verifiablePresentation: presentation });
      expect(given.status).toBe(200);
      const [credential] = (await given.json()).verifiablePresentation.verifiableCredential;
      expect(credential).toMatchObject({ id: badge, credentialSubject: { id: did } });
      expect(await verdictOf({ credential })).toEqual({ verified: true, verdict: 'valid' });
      expect((await post(protocols.vcapi, {})).status).toBe(404);
      expect((await ask(`/interactions/${secret}`, { headers })).status).toBe(404);
    });

    it('shows a badge in other people’s pages, and only its card', async () => {
      const card = await ask(`${badge}/embed`);
      expect([card.status, card.headers.get('Content-Security-Policy')]).toEqual([
        200,
        expect.stringContaining('frame-ancestors *'),
      ]);
      expect(await card.text()).toContain('Badge authentique et valable');
      const policy = (await page(badge)).headers.get('Content-Security-Policy');
      expect(policy).toContain("frame-ancestors 'none'");
      const oembed = await (await ask(`/oembed?format=json&url=${encodeURIComponent(badge)}`)).json();
      expect(oembed).toMatchObject({ type: 'rich', html: expect.stringContaining(`${badge}/embed`) });
    });

    it('notices a changed letter', async () => {
      const text = await (await ask(`${badge}.json`)).text();
      const forged = JSON.parse(text.replace('Claire Dupont', 'Claire Dupond'));
      expect(await verdictOf({ credential: forged })).toMatchObject({ verified: false });
      const form = new URLSearchParams({ url: badge });
      const answered = await ask('/verify', { method: 'POST', body: form });
      expect([answered.status, await answered.text()]).toEqual([200, expect.stringContaining('RUPN')]);
    });

    it('connects to no private network for a stranger', async () => {
      for (const url of ['https://127.0.0.1/badge', 'https://[::1]/badge', 'https://localhost/badge']) {
        const report = await (await post('/api/v1/verifications', { url })).json();
        expect(report.verified).toBe(false);
        expect(JSON.stringify(report.steps)).toContain('not on the public internet');
      }
    });

    it('revokes a badge, and its status list shows it', { timeout: 2 * MINUTES }, async () => {
      expect(await remote('revoke', badge, '--reason', 'Erreur de saisie')).toMatchObject([
        { kind: 'revoked', credential: badge },
      ]);
      expect(await verdictOf({ url: badge })).toEqual({ verified: false, verdict: 'revoked' });
      expect(await (await page(badge)).text()).toContain('Erreur de saisie');
      // The mail to its holder waits for the timer.
      expect(await (await ask('/metrics')).text()).toMatch(/jalon_mail_waiting [01]\n/);
    });

    it('answers the rights of access and erasure', { timeout: 2 * MINUTES }, async () => {
      expect(await remote('export-person', CLAIRE)).toMatchObject([
        { tables: { person: [{ given_name: 'Claire' }], award: [{ achievement: 'RUPN-ENG' }] } },
      ]);
      expect(await remote('erase-person', CLAIRE)).toMatchObject([{ revokedCredentials: 1 }]);
      expect((await page(badge)).status).toBe(410);
      expect((await ask(`${badge}.json`)).status).toBe(410);
    });

    it('reports missing addresses, to people and to programs', async () => {
      expect((await page('/nowhere')).status).toBe(404);
      const answer = await ask('/api/v1/nowhere');
      expect([answer.status, answer.headers.get('Content-Type')]).toEqual([404, 'application/problem+json']);
    });
  });
}
