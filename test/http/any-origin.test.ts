import { Hono } from 'hono';
import { expect, it } from 'vitest';
import { allowAnyOrigin } from '../../src/adapters/http/middleware/response-headers.ts';

const app = new Hono()
  .use('/open', allowAnyOrigin)
  .post('/open', async (c) => {
    if ((await c.req.text()) === '') throw new Error('nothing was sent');
    return c.json({ read: true });
  })
  .get('/closed', (c) => c.text('closed'))
  .onError((error, c) => c.text(error.message, 400));

const ask = (path: string, init: RequestInit) =>
  app.request(path, { ...init, headers: { Origin: 'https://elsewhere.test', ...init.headers } });
const originOf = (answer: Response) => answer.headers.get('Access-Control-Allow-Origin');

it('lets a script of any origin read an answer and a refusal', async () => {
  const answer = await ask('/open', { method: 'POST', body: 'a' });
  expect([answer.status, originOf(answer), await answer.json()]).toEqual([200, '*', { read: true }]);
  const rejection = await ask('/open', { method: 'POST' });
  expect([rejection.status, originOf(rejection), await rejection.text()]).toEqual([
    400,
    '*',
    'nothing was sent',
  ]);
});

it('answers the question of a browser before the request', async () => {
  const headers = {
    'Access-Control-Request-Method': 'POST',
    'Access-Control-Request-Headers': 'Content-Type',
  };
  const { status, headers: given } = await ask('/open', { method: 'OPTIONS', headers });
  expect(status).toBe(204);
  expect(given.get('Access-Control-Allow-Origin')).toBe('*');
  expect(given.get('Access-Control-Allow-Methods')).toContain('POST');
  expect(given.get('Access-Control-Allow-Headers')).toBe('Content-Type');
});

it('opens no other address', async () => {
  expect(originOf(await ask('/closed', {}))).toBeNull();
});
