import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startDaneService } from '../support/fixtures/dane.ts';
import { fr } from '../support/fr.ts';
import { grantToMany } from '../support/many-awards.ts';
import { issueEverything, type TestService } from '../support/servers/service.ts';
import type { SignedInBrowser } from '../support/sign-in.ts';

/** A page lists fewer badges. */
const BADGES = 230;
const FILTER = { badge: 'RUPN-ENG' };
const PAGE = '/dane/revocations';

let service: TestService;
let agent: SignedInBrowser;
let token: string;
beforeAll(async () => {
  ({ service, agent } = await startDaneService());
  await grantToMany(service, BADGES - 1);
  await issueEverything(service);
  const made = await service.services.createToken({ name: 'poste', role: 'dane', actor: 'test' });
  token = made.secret;
}, 120_000);
afterAll(() => service.stop());

/** The address of the form contains the filter. */
const send = async (
  form: Readonly<Record<string, string>>,
  filter: Readonly<Record<string, string>> = FILTER,
) => agent.post(`${PAGE}?${new URLSearchParams(filter)}`, form);
const digestIn = (html: string) => /name="confirm" value="([^"]+)"/.exec(html)?.[1] ?? '';
const standing = async () =>
  (await service.ports.store.readStandingBadges({ achievement: 'RUPN-ENG', limit: 2 * BADGES })).length;
const stopAll = async () => {
  for (const job of await service.ports.store.readUnfinishedJobs('revoke-many')) {
    await service.services.takeBackJob({ id: job.id, actor: agent.personId as never });
  }
};

describe('a whole campaign revoked on the page', () => {
  it('is offered where the filter finds more badges than the page lists', async () => {
    const html = await (await agent.get(`${PAGE}?badge=RUPN-ENG`)).text();
    expect(html).toContain(fr.revocations.previewAll(BADGES));
    expect(html.match(/type="checkbox"[^>]*name="ids"|name="ids"[^>]*type="checkbox"/g)).toHaveLength(200);
  });

  it('first shows the number, the holders and the text, and is confirmed as one piece of work', async () => {
    const form = { which: 'matching', reason: 'Erreur de saisie' };
    const preview = await (await send(form)).text();
    expect(preview).toContain(fr.revocations.previewTitle(BADGES));
    expect(preview).toContain('Erreur de saisie');
    expect(preview).not.toContain('name="ids"');
    const begun = await send({ ...form, confirm: digestIn(preview) });
    expect(begun.status).toBe(303);
    const [job] = await service.ports.store.readUnfinishedJobs('revoke-many');
    expect(begun.headers.get('Location')).toBe(`/dane/jobs/${job?.id}`);
    expect([job?.total, job?.done]).toEqual([BADGES, 0]);
    expect(await standing()).toBe(BADGES);
    await stopAll();
  });

  it('is shown again where the badges differ from those that were shown', async () => {
    const form = { which: 'matching', reason: 'Erreur de saisie' };
    const other = await (await send(form, { ...FILTER, uai: '0210001M' })).text();
    const again = await send({ ...form, confirm: digestIn(other) });
    expect(again.status).toBe(200);
    expect(await again.text()).toContain(fr.revocations.changed);
    expect(await service.ports.store.readUnfinishedJobs('revoke-many')).toEqual([]);
  });

  it('asks for a badge where none is ticked, and keeps the typed values', async () => {
    const answer = await send({ reason: 'Erreur de saisie' });
    expect(answer.status).toBe(400);
    const html = await answer.text();
    expect(html).toContain('Erreur de saisie');
    expect(html).toContain(`des ${BADGES} badges du filtre`);
  });
});

describe('many badges revoked through the API', () => {
  const call = async (path: string, body: unknown) => {
    const answer = await service.post(`/api/v1/credentials/revocations${path}`, body, token);
    return { status: answer.status, body: (await answer.json()) as Record<string, never> };
  };
  const someIds = async (count: number) => {
    const badges = await service.ports.store.readStandingBadges({ achievement: 'RUPN-ENG', limit: count });
    return badges.map(({ credential }) => credential.id);
  };

  it('wait, are one piece of work however often they are sent, and can be stopped', async () => {
    const body = { credentials: await someIds(3), reason: 'Fraude' };
    const begun = await call('', body);
    expect(begun.status).toBe(202);
    expect(begun.body).toMatchObject({ done: 0, total: 3, startsAt: expect.any(String), counts: {} });
    expect((await call('', body)).body).toEqual(begun.body);
    expect((await call(`/${begun.body['id']}`, { act: 'continue' })).body).toEqual(begun.body);
    const stopped = await call(`/${begun.body['id']}`, { act: 'stop' });
    expect(stopped.body).toMatchObject({ counts: { 'taken-back': 3 }, finishedAt: expect.any(String) });
    expect(await standing()).toBe(BADGES);
  });

  it('are revoked once each, and each list is signed again once', async () => {
    const credentials = await someIds(25);
    const { ports, services } = service;
    const begun = await call('', { credentials: [...credentials, credentials[0]], reason: 'Fraude' });
    const id = String(begun.body['id']);
    const done = await call(`/${id}`, { act: 'start' });
    expect(done.body).toMatchObject({ done: 25, total: 25, counts: { revoked: 25 } });
    expect(await standing()).toBe(BADGES - 25);
    const one = await ports.store.readCredential(credentials[0] as never);
    expect(one?.credential?.revocation).toMatchObject({ by: 'token:poste', reason: 'Fraude' });
    const list = one?.credential?.statusListId ?? '';
    const waiting = (await ports.store.countOutbox('9999' as never)).waiting;
    // Each step revokes ten badges.
    expect(waiting).toBe(3);
    const before = await ports.store.readStatusList(list);
    await services.emptyOutbox('publish-status-list');
    const published = await ports.store.readStatusList(list);
    expect(published?.published?.publishedRevision).toBe(before?.revision);
    expect((await ports.store.readSetIndexes(list)).set).toHaveLength(25);
    expect((await call('', { credentials, reason: 'Fraude' })).body).not.toHaveProperty('finishedAt');
    await stopAll();
  });

  it('stop where the token was revoked in the meantime', async () => {
    const { services, ports } = service;
    const begun = await call('', { credentials: await someIds(2), reason: 'Fraude' });
    const id = String(begun.body['id']);
    const own = (await ports.store.readTokens()).find(({ name }) => name === 'poste');
    await services.revokeToken({ id: own?.id ?? '', actor: 'test' });
    await services.startJob({ id, actor: agent.personId as never });
    expect((await services.advanceJob(id))?.progress.counts).toEqual({ 'agent-no-more': 2 });
    expect(await standing()).toBe(BADGES - 25);
  });

  it.each([
    ['of something else than a badge', { credentials: ['x'], reason: 'Fraude' }],
    ['of none', { credentials: [], reason: 'Fraude' }],
    ['of more than ten thousand', { credentials: Array(10_001).fill('A'.repeat(22)), reason: 'Fraude' }],
    ['without a reason', { credentials: ['A'.repeat(22)] }],
  ])('are refused where they are %s', async (_, body) => {
    const made = await service.services.createToken({ name: 'autre', role: 'dane', actor: 'test' });
    const { secret } = made;
    const answer = await service.post('/api/v1/credentials/revocations', body, secret);
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ code: 'invalid-request' });
  });
});
