import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type LeanClient, openLeanClient } from '../../bench/servers/lean-client.ts';

const requested: string[] = [];
let closes = 0;
const server = createServer((request, response) => {
  requested.push(`${request.method} ${request.url}`);
  if (request.url === '/known') response.writeHead(304).end();
  else if (request.url === '/lost') response.writeHead(404).end('lost');
  else if (request.url === '/closing' && closes > 0) {
    closes -= 1;
    request.socket.destroy();
  } else if (request.url === '/pieces') {
    // The body has no length and comes in pieces; a piece may look like the end of a body.
    response.write('0\r\n\r\n');
    setTimeout(() => response.end('the rest'), 20);
  } else response.end('whole');
});

let client: LeanClient;
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  client = openLeanClient(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
});
afterAll(() => {
  client.close();
  server.close();
});

it('finds the end of an answer of each kind', async () => {
  expect(await client.ask({ path: '/' })).toMatchObject({ status: 200 });
  expect(await client.ask({ path: '/known' })).toMatchObject({ status: 304, bodyBytes: 0 });
  const pieces = await client.ask({ path: '/pieces' });
  expect(pieces.status).toBe(200);
  // A chunked body also contains the sizes and the ends of lines.
  expect(pieces.bodyBytes).toBeGreaterThan('0\r\n\r\nthe rest'.length);
});

it('sends exactly the requested number of requests, and opens closed connections again', async () => {
  requested.length = 0;
  await client.send([{ path: '/a' }, { path: '/b', body: 'x' }], 25, 200);
  server.closeAllConnections();
  await new Promise((resolve) => setTimeout(resolve, 50));
  await client.send([{ path: '/a' }, { path: '/b', body: 'x' }], 25, 200);
  expect(requested.filter((line) => line === 'GET /a')).toHaveLength(26);
  expect(requested.filter((line) => line === 'POST /b')).toHaveLength(24);
});

it('asks again where a kept connection is closed instead of an answer, and only there', async () => {
  await client.ask({ path: '/' });
  closes = 1;
  expect(await client.ask({ path: '/closing' })).toMatchObject({ status: 200 });
  closes = 2;
  await expect(client.ask({ path: '/closing' })).rejects.toThrow('closed the connection');
});

it('refuses an answer of another status', async () => {
  await expect(client.send([{ path: '/lost' }], 3, 200)).rejects.toThrow('/lost: 404');
});
