import { randomBytes } from 'node:crypto';
import { Agent, get } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { SENDERS, type Sender } from '../support/load/half-sent.ts';
import { type ServedService, startServedService } from '../support/servers/served-service.ts';
import { issueEverything, ONE_RUPN } from '../support/servers/service.ts';

/** The least number of connections of a flood. Each asks for one page after the other. */
const CONNECTIONS = 100;
const QUESTIONS = 9;
const COUNTS = [1, 4, 16, 256];

const strange = (path: string) =>
  `${path}?${randomBytes(3).toString('hex')}=${randomBytes(3).toString('hex')}`;

describe.each(Object.entries(SENDERS))('unknown queries of callers %s', (kind, sendersOf) => {
  const isForwarded = kind.includes('proxy');
  const reader: Sender = isForwarded
    ? { localAddress: '127.0.0.1', forwardedFor: '203.0.113.5' }
    : { localAddress: '127.99.1.1' };
  const readerAgent = new Agent({ keepAlive: true });
  const agents: Agent[] = [];
  let service: ServedService;
  let path: string;

  beforeAll(async () => {
    service = await startServedService([], { TRUST_PROXY: isForwarded ? '1' : '0', LIMIT_REQUESTS: '0' });
    await service.importText(ONE_RUPN);
    const [badge] = await issueEverything(service);
    if (!badge) throw new Error('no badge was issued');
    path = badge.path;
    await service.services.acceptCredential({ id: badge.id, actor: 'test' });
  });
  afterEach(() => {
    for (const agent of agents.splice(0)) agent.destroy();
  });
  afterAll(async () => {
    readerAgent.destroy();
    await service.stop();
  });

  /** Resolves to the status. An answer for someone with a session is never taken from memory. */
  function ask(address: string, sender: Sender, agent: Agent, hasSession: boolean): Promise<number> {
    const headers = {
      Accept: 'text/html',
      ...(hasSession && { Cookie: '__Host-session=of-no-one' }),
      ...(sender.forwardedFor !== undefined && { 'X-Forwarded-For': sender.forwardedFor }),
    };
    const { localAddress } = sender;
    const { port } = new URL(service.url);
    return new Promise((resolve, reject) => {
      get({ host: '127.0.0.1', port, path: address, localAddress, agent, headers }, (answer) => {
        answer.resume().once('end', () => resolve(answer.statusCode ?? 0));
      }).once('error', reject);
    });
  }

  /** Asks without a pause on each of its connections. */
  function flood(count: number, hasSession: boolean) {
    const senders = sendersOf(count);
    const connections = Math.max(CONNECTIONS, count);
    let isOver = false;
    let answered = 0;
    let refused = 0;
    const runs = Array.from({ length: connections }, async (_, at) => {
      const agent = new Agent({ keepAlive: true, maxSockets: 1 });
      agents.push(agent);
      while (!isOver) {
        const status = await ask(strange(path), senders[at % count] as Sender, agent, hasSession);
        answered += 1;
        if (status !== 200) refused += 1;
      }
    });
    return {
      connections,
      answered: () => answered,
      async stop() {
        isOver = true;
        await Promise.all(runs);
        return refused;
      },
    };
  }

  const figures = async (): Promise<number> => {
    const text = await (await service.get('/metrics')).text();
    const counts = text.matchAll(/^jalon_verifications_total\{.*?\} (\d+)/gm);
    return [...counts].reduce((sum, [, count]) => sum + Number(count), 0);
  };

  /** What the reader and the health check get during a flood, and how many of its pages came before each page. */
  async function readDuring(busy: ReturnType<typeof flood>, hasSession: boolean) {
    // Each connection is open and has had an answer, so all of them have a request under way.
    while (busy.answered() < 2 * busy.connections) await wait(5);
    const answers: number[] = [];
    const before: number[] = [];
    for (let round = 0; round < QUESTIONS; round += 1) {
      const start = busy.answered();
      answers.push(await ask(strange(path), reader, readerAgent, hasSession));
      before.push(busy.answered() - start);
      answers.push(await ask('/health/live', reader, readerAgent, false));
    }
    return { refused: answers.filter((status) => status !== 200), before };
  }

  it.each(COUNTS)('of %i callers cost no verification, and keep no reader out', async (count) => {
    // The page is in memory.
    await ask(path, reader, readerAgent, false);
    const verifications = await figures();
    expect(verifications).toBeGreaterThan(0);
    const busy = flood(count, false);
    expect((await readDuring(busy, false)).refused).toEqual([]);
    expect(await busy.stop()).toBe(0);
    expect((await figures()) - verifications).toBe(0);
  });

  it.each(COUNTS)('of %i callers with a session come before few pages of another reader', async (count) => {
    const busy = flood(count, true);
    const { refused, before } = await readDuring(busy, true);
    expect(refused).toEqual([]);
    expect(await busy.stop()).toBe(0);
    // Four pages run. Then each caller has one turn before the reader's second.
    const callers = kind.includes('/64') ? 1 : count;
    const median = before.toSorted((a, b) => a - b)[Math.floor(QUESTIONS / 2)];
    expect([before, median]).toEqual([before, expect.toSatisfy((most) => most <= 20 + 2 * callers)]);
  });
});
