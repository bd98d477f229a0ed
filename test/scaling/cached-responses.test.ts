import { mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { jalon } from '../support/command-line.ts';
import { fr } from '../support/fr.ts';
import { makeMigratedDatabase } from '../support/servers/postgres.ts';
import { type RunningServer, startServer } from '../support/servers/running.ts';
import {
  issueEverything,
  ONE_RUPN,
  startTestService,
  TEST_ORIGIN,
  type TestService,
} from '../support/servers/service.ts';

interface Shared {
  readonly service: TestService;
  remove(): Promise<void>;
}

/** How old a page's state may be: on PostgreSQL, what other processes commit is heard within a second. */
const OLDEST_MS = { SQLite: 0, PostgreSQL: 1000 };

const ENGINES: readonly (readonly [keyof typeof OLDEST_MS, () => Promise<Shared>])[] = [
  [
    'SQLite',
    async () => {
      const folder = mkdtempSync(join(tmpdir(), 'jalon-kept-'));
      const service = await startTestService({ DATABASE_URL: `sqlite:${join(folder, 'jalon.db')}` });
      return { service, remove: async () => rmSync(folder, { recursive: true }) };
    },
  ],
  [
    'PostgreSQL',
    async () => {
      const { url, drop } = await makeMigratedDatabase();
      return { service: await startTestService({ DATABASE_URL: url }), remove: drop };
    },
  ],
];

let shared: Shared;
let servers: readonly RunningServer[] = [];
afterEach(async () => {
  for (const server of servers) await server.stop();
  await shared.service.stop();
  await shared.remove();
});

interface Answer {
  readonly status: number;
  readonly tag: string;
  readonly encoding: string;
  readonly text: string;
}

/** Requests like a browser, on a new connection, and without decoding the body. */
const ask = (url: string, headers: Readonly<Record<string, string>> = {}, method = 'GET') =>
  new Promise<Answer>((resolve, reject) => {
    const requested = request(
      url,
      { method, headers: { accept: 'text/html', ...headers }, agent: false },
      (answer) => {
        let text = '';
        answer.setEncoding('utf8').on('data', (part: string) => {
          text += part;
        });
        const { etag = '', 'content-encoding': encoding = '' } = answer.headers;
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, tag: etag, encoding, text }));
      },
    );
    requested.on('error', reject).end();
  });

describe.each(ENGINES)('two servers on one database: %s', (engine, start) => {
  it('give a kept page until a change, and neither gives it once the badge is revoked', async () => {
    shared = await start();
    const { service } = shared;
    await service.importText(ONE_RUPN);
    const [badge] = await issueEverything(service);
    if (!badge) throw new Error('no badge was issued');
    await service.services.acceptCredential({ id: badge.id, actor: 'test' });
    servers = [
      await startServer(service.environment, TEST_ORIGIN),
      await startServer(service.environment, TEST_ORIGIN),
    ];
    const pages = servers.map(({ url }) => `${url}${badge.path}`);

    for (const page of pages) {
      const first = await ask(page);
      expect([first.status, first.text.includes(fr.verification.innerVerdict.valid)]).toEqual([200, true]);
      expect((await ask(page, { 'if-none-match': first.tag })).status).toBe(304);
      const head = await ask(page, {}, 'HEAD');
      expect([head.status, head.tag, head.text]).toEqual([200, first.tag, '']);
      const brotli = await ask(page, { 'accept-encoding': 'br' });
      expect([brotli.encoding, brotli.tag]).toEqual(['br', first.tag.replace(/"$/, '-br"')]);
      const json = await ask(page, { accept: 'application/json' });
      expect(JSON.parse(json.text)).toMatchObject({ id: `${TEST_ORIGIN}${badge.path}` });
      expect((await ask(`${page}.json`)).text).toBe(json.text);
    }

    const tags = await Promise.all(pages.map(async (page) => (await ask(page)).tag));
    const revoking = await jalon(['revoke', badge.id, '--reason', 'Saisie erronée'], {
      environment: service.environment,
    });
    expect(revoking.code).toBe(0);
    await wait(OLDEST_MS[engine]);
    for (const [at, page] of pages.entries()) {
      const next = await ask(page, { 'if-none-match': tags[at] ?? '' });
      expect([next.status, next.text.includes('Saisie erronée')]).toEqual([200, true]);
      const embedded = await ask(`${page}/embed`);
      expect(embedded.text).not.toContain(fr.verification.innerVerdict.valid);
    }
  });
});
