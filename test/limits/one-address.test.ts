import { request } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, expect, it } from 'vitest';
import { mapConcurrent } from '../../src/application/concurrency/async.ts';
import { holdHalfSent } from '../support/load/half-sent.ts';
import { type ServedService, startServedService } from '../support/servers/served-service.ts';
import { signInAs } from '../support/sign-in.ts';

const SESSIONS = 300;
/** A person has at most fifty sessions. */
const PEOPLE = Array.from({ length: 10 }, (_, at) => `agent${at}@ac-test.example`);
const CONNECTIONS = 200;
/** A whole académie may leave through one address. */
const ADDRESS = '127.66.0.1';

let service: ServedService;
afterEach(() => service.stop());

/** Opens a page as the person of a session, on a connection of its own. Resolves to the status or the error. */
function open(path: string, cookie: string): Promise<number | string> {
  const { port } = new URL(service.url);
  return new Promise((resolve) => {
    const headers = { Cookie: cookie };
    request({ host: '127.0.0.1', port, path, headers, localAddress: ADDRESS, agent: false }, (answer) => {
      answer.resume().on('end', () => resolve(answer.statusCode ?? 0));
      answer.on('error', (error) => resolve(error.message));
    })
      .on('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message))
      .end();
  });
}

it.each([
  ['alone', []],
  ['with an attacker at the same address', [{ localAddress: ADDRESS }]],
  ['with an attacker in the same network', [{ localAddress: '127.66.0.2' }]],
])(
  '300 sessions behind one address are all served, %s',
  async (_, attackers) => {
    service = await startServedService([], { LIMIT_CONNECTIONS: String(CONNECTIONS) });
    await service.importText({
      'personnes.csv': ['email;prenom;nom', ...PEOPLE.map((email) => `${email};Ève;Petit`), ''].join('\n'),
    });
    const cookies: string[] = [];
    for (let count = 0; count < SESSIONS; count += 1)
      cookies.push((await signInAs(service, PEOPLE[count % PEOPLE.length] ?? '')).cookie);
    const serveAll = () => mapConcurrent(cookies, 20, (cookie) => open('/my', cookie));
    // From now on each session is known to be valid.
    expect(new Set(await serveAll())).toEqual(new Set([200]));
    const floods =
      attackers.length > 0 ? [holdHalfSent(Number(new URL(service.url).port), attackers, 400)] : [];
    while (floods.some((flood) => flood.closed() < 100)) await wait(20);
    expect(new Set(await serveAll())).toEqual(new Set([200]));
    for (const flood of floods) {
      // It still wants all that it can hold. Where the service ends slow ones, it opens others.
      while (flood.open() < CONNECTIONS * 0.8) await wait(20);
      await flood.stop();
    }
  },
  120_000,
);
