import { Validator } from '@seriousme/openapi-schema-validator';
import { describe, expect, it } from 'vitest';
import { P256, signedBy } from '../support/corpus/suites.ts';
import { ONE_RUPN, type TestService } from '../support/servers/service.ts';
import { startBeforeAll } from '../support/servers/start-before.ts';
import { signInAs } from '../support/sign-in.ts';
import { startWithTokens } from '../support/tokens.ts';

let service: TestService;
let dane: string;
let reader: string;

startBeforeAll(startWithTokens, (started) => {
  ({ service, dane, reader } = started);
});

const importThroughApi = (query = '', token = dane) => {
  const form = new FormData();
  for (const [name, text] of Object.entries(ONE_RUPN)) form.append('files', new File([text], name));
  return service.app.request(`https://jalon.test/api/v1/imports${query}`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${token}` },
    body: form,
  });
};

describe('the API', () => {
  it('takes a badge from a spreadsheet to a revoked credential', async () => {
    const tried = await (await importThroughApi('?dryRun=true')).json();
    expect(tried.summary).toMatchObject({ created: 3, refused: 0 });
    expect((await service.ports.store.countRows()).people).toBe(0);
    const done = await (await importThroughApi()).json();
    expect(done.summary).toEqual(tried.summary);

    const judged = await service.get(
      '/api/v1/evaluations?person=claire.dupont@ac-test.example&badge=RUPN-ENG',
      {
        Authorization: `Bearer ${reader}`,
      },
    );
    expect((await judged.json()).evaluations).toMatchObject([{ badge: 'RUPN-ENG', met: true }]);

    const granted = await (
      await service.post('/api/v1/awards', { allMet: true, alsoToLookAt: true }, dane)
    ).json();
    expect(granted.outcomes).toMatchObject([{ kind: 'granted', badge: 'RUPN-ENG' }]);
    const issued = await (await service.post('/api/v1/credentials', {}, dane)).json();
    expect(issued.remaining).toBe(0);
    const url = new URL(issued.outcomes[0].credential);
    const accepted = await service.post(`/api/v1${url.pathname}/acceptance`, { name: 'initials' }, dane);
    expect(await accepted.json()).toMatchObject({ kind: 'accepted', name: 'initials' });
    const report = await (await service.post('/api/v1/verifications', { url: url.href })).json();
    expect(report).toMatchObject({ verified: true, verdict: 'valid' });
    const revoked = await service.post(`/api/v1${url.pathname}/revocation`, { reason: 'Erreur' }, dane);
    expect(revoked.status).toBe(200);
    const after = await (await service.post('/api/v1/verifications', { url: url.href })).json();
    expect(after).toMatchObject({ verified: false, verdict: 'revoked' });
  });

  it('streams everyone, one JSON line each', async () => {
    await importThroughApi();
    const answer = await service.get('/api/v1/evaluations?badge=RUPN-ENG', {
      Authorization: `Bearer ${reader}`,
    });
    const lines = (await answer.text()).trim().split('\n');
    expect(lines.map((line) => JSON.parse(line).email)).toEqual(['claire.dupont@ac-test.example']);
  });

  it('serves a page of ours for the DANE’s agent, except on their own record', async () => {
    await importThroughApi();
    await service.importText({
      'agents.csv': 'email;prenom;nom;profil\nclaire.dupont@ac-test.example;Claire;Dupont;rupn|dane\n',
    });
    const { cookie, personId } = await signInAs(service, 'claire.dupont@ac-test.example');
    const judged = await service.get('/api/v1/evaluations?badge=RUPN-ENG', { Cookie: cookie });
    expect(await judged.text()).toContain('claire.dupont@ac-test.example');
    expect(judged.headers.get('Cache-Control')).toBe('private, no-store');
    const grant = (body: unknown) =>
      service.app.request('https://jalon.test/api/v1/awards', {
        method: 'POST',
        headers: { Cookie: cookie, Origin: 'https://jalon.test', 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
      });
    const person = 'claire.dupont@ac-test.example';
    const own = await grant({ person, badge: 'RUPN-ENT', reason: 'Parce que' });
    expect([own.status, (await own.json()).code]).toEqual([403, 'own-award']);
    const everyone = await (await grant({ allMet: true, alsoToLookAt: true, badge: 'RUPN-ENG' })).json();
    expect(everyone.outcomes).toMatchObject([{ kind: 'skipped', code: 'own-award' }]);
    expect(await service.ports.store.readAwardsOf([{ kind: 'person', personId }])).toHaveLength(1);
  });

  it.each([
    ['without a token', '/api/v1/awards', undefined, 401, 'not-authenticated'],
    ['with an invented token', '/api/v1/awards', () => 'jalon_invented', 401, 'not-authenticated'],
    ['with a reader’s token where something is written', '/api/v1/awards', () => reader, 403, 'not-allowed'],
    ['with a body that says nothing', '/api/v1/awards', () => dane, 400, 'invalid-request'],
  ])('refuses a request %s, with a problem that explains it', async (_, path, token, status, code) => {
    const answer = await service.post(path, {}, token?.());
    expect(answer.status).toBe(status);
    expect(answer.headers.get('Content-Type')).toBe('application/problem+json');
    expect(await answer.json()).toMatchObject({ status, code });
  });

  it.each([
    ['not JSON', '{"credential":'],
    ['null', 'null'],
    ['an array', '[]'],
    ['both a credential and an address', '{"credential":{},"url":"https://x.example"}'],
  ])('refuses a verification whose body is %s', async (_, body) => {
    const answer = await service.app.request('https://jalon.test/api/v1/verifications', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body,
    });
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ code: 'invalid-request' });
  });

  it('verifies another issuer’s badge, and compares its recipient with an address', async () => {
    const credential = await signedBy(P256, { cryptosuite: 'ecdsa-rdfc-2019' });
    const judge = async (recipient: string) =>
      (await service.post('/api/v1/verifications', { credential, recipient })).json();
    expect(await judge('a@example.com')).toMatchObject({ verified: true, recipient: 'confirmed' });
    expect(await judge('b@example.com')).toMatchObject({ verified: true, recipient: 'other-address' });
    const form = new FormData();
    form.append('file', new File([JSON.stringify(credential)], 'badge.json'));
    form.append('recipient', 'a@example.com');
    const answer = await service.app.request('https://jalon.test/api/v1/verifications', {
      method: 'POST',
      body: form,
    });
    expect(await answer.json()).toMatchObject({ verified: true, recipient: 'confirmed' });
  });

  it('names every existing badge for an unknown code', async () => {
    await importThroughApi();
    const body = { person: 'claire.dupont@ac-test.example', badge: 'RUPN-NON' };
    const answer = await (await service.post('/api/v1/awards', body, dane)).json();
    expect(answer).toMatchObject({ code: 'unknown-achievement' });
    expect(answer.detail).toContain('RUPN-EQUIPE');
  });

  it('publishes a valid OpenAPI 3.1 document that names every route', async () => {
    const document = await (await service.get('/api/v1/openapi.json')).json();
    const result = await new Validator().validate(structuredClone(document));
    expect(result).toMatchObject({ valid: true });
    expect(document.openapi).toBe('3.1.0');
    expect(Object.keys(document.paths).sort()).toEqual([
      '/awards',
      '/badges',
      '/badges/trials',
      '/badges/versions',
      '/badges/{code}/retirement',
      '/credentials',
      '/credentials/acceptances',
      '/credentials/corrections',
      '/credentials/revocations',
      '/credentials/revocations/{id}',
      '/credentials/unanswered',
      '/credentials/{id}/acceptance',
      '/credentials/{id}/reminder',
      '/credentials/{id}/resumption',
      '/credentials/{id}/revocation',
      '/credentials/{id}/suspension',
      '/decisions',
      '/decisions/{id}',
      '/directory',
      '/doctor/{invariant}',
      '/endorsements',
      '/endorsements/{id}/withdrawal',
      '/engagements/{reference}/correction',
      '/engagements/{reference}/end',
      '/engagements/{reference}/missions',
      '/engagements/{reference}/removal',
      '/evaluations',
      '/imports',
      '/imports/{id}/undoing',
      '/office',
      '/office/trials',
      '/office/versions',
      '/people/erasures',
      '/people/exports',
      '/tokens',
      '/tokens/{id}/revocation',
      '/verifications',
    ]);
  });
});
