import { afterAll, beforeAll, expect, it } from 'vitest';
import { authenticate, createToken } from '../../src/application/accounts/tokens.ts';
import { type Instant, secondsAfter } from '../../src/domain/time/calendar.ts';
import { startTestService, type TestService } from '../support/servers/service.ts';
import { signInAs } from '../support/sign-in.ts';

const DAY = 24 * 3600;
const AGENT = 'agent@ac-test.example';

let service: TestService;
beforeAll(async () => {
  service = await startTestService();
  await service.importText({ 'agents.csv': `email;prenom;nom;profil\n${AGENT};Odile;Richardot;dane\n` });
});
afterAll(() => service.stop());

/** The use cases on a day of the token's life, and their log. */
function atDay(start: Instant, days: number) {
  const logged: unknown[] = [];
  const { ports } = service;
  const log = { info: (event: string, fields = {}) => void logged.push([event, fields]), error: () => {} };
  const needs = { ...ports, log, clock: { now: () => secondsAfter(start, days * DAY) } };
  return { create: createToken(needs), open: authenticate(needs), logged };
}

it('a token is accepted for a year, or for its own number of days, and then refused', async () => {
  const start = service.ports.clock.now();
  const year = await atDay(start, 0).create({ role: 'reader', name: 'a year', actor: 'test' });
  const week = await atDay(start, 0).create({ role: 'reader', name: 'a week', days: 7, actor: 'test' });
  expect(await atDay(start, 6).open(week.secret)).toMatchObject({ name: 'a week' });
  const late = atDay(start, 7);
  expect(await late.open(week.secret)).toBeUndefined();
  expect(late.logged).toEqual([['token-refused', { reason: 'expired', token: week.token.id }]]);
  expect(await atDay(start, 364).open(year.secret)).toMatchObject({ name: 'a year' });
  expect(await atDay(start, 365).open(year.secret)).toBeUndefined();
  for (const days of [0, -1, 1.5, 366, Number.NaN]) {
    const command = { role: 'dane' as const, name: 'x', days, actor: 'test' };
    await expect(atDay(start, 0).create(command)).rejects.toMatchObject({ code: 'invalid-request' });
  }
});

it('the day of its last use is noted, once a day', async () => {
  const start = service.ports.clock.now();
  const { secret, token } = await atDay(start, 0).create({ role: 'reader', name: 'daily', actor: 'test' });
  const lastUse = async () =>
    (await service.services.listTokens()).find(({ id }) => id === token.id)?.lastUsedOn;
  expect(await lastUse()).toBeUndefined();
  await atDay(start, 3).open(secret);
  expect(await lastUse()).toBe(secondsAfter(start, 3 * DAY).slice(0, 10));
  // A clock that is behind changes nothing.
  await atDay(start, 2).open(secret);
  expect(await lastUse()).toBe(secondsAfter(start, 3 * DAY).slice(0, 10));
});

it('the DANE sees the tokens on a page without their secrets, and ends one for good', async () => {
  const { secret, token } = await service.services.createToken({
    role: 'dane',
    name: 'Poste de Camille',
    actor: 'test',
  });
  const agent = await signInAs(service, AGENT);
  const page = await (await agent.get('/dane/settings/tokens')).text();
  expect(page).toContain('Poste de Camille');
  expect(page).not.toContain(secret);
  expect(page).not.toContain(token.secretHash);
  expect((await service.post('/api/v1/credentials', { limit: 1 }, secret)).status).toBe(200);
  const ended = await agent.post('/dane/settings/tokens/revocation', { id: token.id });
  expect(ended.status).toBe(303);
  expect((await service.post('/api/v1/credentials', { limit: 1 }, secret)).status).toBe(401);
  const stated = await (await agent.get(ended.headers.get('Location') ?? '')).text();
  expect(stated).toContain('Le jeton est révoqué');
  expect((await agent.post('/dane/settings/tokens/revocation', { id: 'none' })).status).toBe(404);
});

it('a program lists and ends tokens by the API, but not with a token that only reads', async () => {
  const { services } = service;
  const dane = await services.createToken({ role: 'dane', name: 'script', actor: 'test' });
  const reader = await services.createToken({ role: 'reader', name: 'lecture', actor: 'test' });
  const list = (secret: string) => service.get('/api/v1/tokens', { Authorization: `Bearer ${secret}` });
  expect((await list(reader.secret)).status).toBe(403);
  const { tokens } = (await (await list(dane.secret)).json()) as { tokens: { id: string }[] };
  expect(tokens).toContainEqual(expect.objectContaining({ id: reader.token.id, state: 'active' }));
  expect(JSON.stringify(tokens)).not.toContain('sha256$');
  const address = `/api/v1/tokens/${reader.token.id}/revocation`;
  expect(await (await service.post(address, {}, dane.secret)).json()).toMatchObject({ state: 'revoked' });
  expect((await list(reader.secret)).status).toBe(401);
});

it('the figures are open only to the holder of their token, where there is one', async () => {
  const token = 'a-token-of-the-figures';
  const guarded = await startTestService({ METRICS_TOKEN: token });
  const closed = await startTestService({ METRICS: 'off' });
  try {
    const ask = (headers = {}) => guarded.get('/metrics', headers);
    expect((await ask()).status).toBe(401);
    expect((await ask({ Authorization: `Bearer ${token}x` })).status).toBe(401);
    expect(await (await ask({ Authorization: `Bearer ${token}` })).text()).toContain('jalon_up 1');
    const refused = await closed.get('/metrics', { Authorization: `Bearer ${token}` });
    expect(refused.status).toBe(404);
  } finally {
    await guarded.stop();
    await closed.stop();
  }
});

it('no cache keeps the API’s answer to a token', async () => {
  const { secret } = await service.services.createToken({ role: 'dane', name: 'keeps', actor: 'test' });
  const read = await service.get('/api/v1/evaluations', { Authorization: `Bearer ${secret}` });
  const exported = await service.post('/api/v1/people/exports', { email: AGENT }, secret);
  const refused = await service.get('/api/v1/evaluations');
  expect([read.status, exported.status, refused.status]).toEqual([200, 200, 401]);
  for (const answer of [read, exported, refused]) {
    expect(answer.headers.get('Cache-Control')).toBe('private, no-store');
  }
});
