import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MOST_ANONYMOUS_BYTES } from '../../src/adapters/http/limits/request-size.ts';
import { type ServedService, startServedService } from '../support/servers/served-service.ts';
import { ONE_RUPN } from '../support/servers/service.ts';
import { signInAs } from '../support/sign-in.ts';
import { tokenOf } from '../support/tokens.ts';

let service: ServedService;
let port: number;
beforeAll(async () => {
  service = await startServedService([]);
  port = Number(new URL(service.url).port);
});
afterAll(() => service.stop());

/** Sends the head of a request, and what the service answers. */
function begin(...lines: readonly string[]) {
  const socket: Socket = connect({ port, host: '127.0.0.1' });
  let answer = '';
  socket.on('data', (bytes: Buffer) => {
    answer += bytes.toString();
  });
  socket.on('error', () => {});
  socket.write(`${['POST /verify HTTP/1.1', ...lines].join('\r\n')}\r\n\r\n`);
  return { socket, answer: () => answer, closed: once(socket, 'close') };
}

const metric = async (limit: string): Promise<number> => {
  const text = await (await fetch(`${service.url}/metrics`)).text();
  const line = text.split('\n').find((one) => one.startsWith(`jalon_limits_reached_total{limit="${limit}"`));
  return Number(line?.split(' ')[1] ?? 0);
};

describe('a body that arrives', () => {
  const form = ['Host: localhost', 'Content-Type: application/x-www-form-urlencoded'];

  it('below the least rate gets 408 with a sentence, and its connection closes', async () => {
    const { socket, answer, closed } = begin(...form, 'Content-Length: 60');
    const trickle = setInterval(() => socket.write('a'), 500);
    await closed;
    clearInterval(trickle);
    expect(answer()).toMatch(/^HTTP\/1\.1 408 Request Timeout\r\n/);
    expect(answer()).toContain('Connection: close');
    expect(answer()).toContain('1 ko par seconde');
    expect(answer()).toContain('1 kB a second');
    expect(await metric('slow-bodies')).toBeGreaterThan(0);
  });

  it('slowly, but above the least rate, is read to its end', async () => {
    const size = 32_000;
    const { socket, answer, closed } = begin(...form, `Content-Length: ${size}`, 'Connection: close');
    for (let sent = 0; sent < size; sent += size / 8) {
      socket.write('a'.repeat(size / 8));
      await wait(1000);
    }
    await closed;
    expect(answer()).not.toContain('408');
    expect(answer()).toMatch(/^HTTP\/1\.1 (200|400)/);
  });
});

describe('a request with several Host headers', () => {
  it.each([
    ['the same twice', 'Host: localhost', 'Host: localhost'],
    ['two different ones, in other letters', 'Host: localhost', 'hOST: evil.example'],
  ])('is refused with 400: %s', async (_, ...hosts) => {
    const { answer, closed } = begin(...hosts, 'Content-Length: 0');
    await closed;
    expect(answer()).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n/);
    expect(answer()).toContain('Host');
  });
});

describe('a body longer than 256 KiB', () => {
  const send = (path: string, bytes: number, headers: Readonly<Record<string, string>> = {}) =>
    fetch(`${service.url}${path}`, {
      method: 'POST',
      headers: { Origin: service.url, 'Content-Type': 'application/x-www-form-urlencoded', ...headers },
      body: `a=${'x'.repeat(bytes - 2)}`,
      redirect: 'manual',
    });

  it.each(['/my/support/new', '/dane/imports', '/school/0750001A/means', '/oauth/authorize'])(
    'is not read without a session at %s',
    async (path) => {
      expect((await send(path, MOST_ANONYMOUS_BYTES)).status).not.toBe(413);
      const refused = await send(path, MOST_ANONYMOUS_BYTES + 1);
      expect([refused.status, refused.headers.get('Connection')]).toEqual([401, 'close']);
      expect(await refused.text()).toContain('/sign-in');
    },
  );

  it('is not read without a token by the API', async () => {
    const json = { 'Content-Type': 'application/json' };
    const refused = await send('/api/v1/imports', 300_000, json);
    expect([refused.status, (await refused.json()).code]).toEqual([401, 'not-authenticated']);
    const wrong = await send('/api/v1/imports', 300_000, { ...json, Authorization: 'Bearer wrong' });
    expect(wrong.status).toBe(401);
    const Authorization = `Bearer ${await tokenOf(service, 'dane')}`;
    expect((await send('/api/v1/imports', 300_000, { ...json, Authorization })).status).not.toBe(401);
  });

  it('is read with a session, and at public addresses', async () => {
    await service.importText(ONE_RUPN);
    const { cookie } = await signInAs(service, 'claire.dupont@ac-test.example');
    expect((await send('/my/support/new', 300_000, { Cookie: cookie })).status).not.toBe(401);
    // What it says is no badge.
    expect((await send('/verify', 300_000)).status).toBe(400);
  });
});
