import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { makeSender } from '../../src/cli/http-client.ts';
import { jalon } from '../support/command-line.ts';
import { fr } from '../support/fr.ts';

const TOKEN = 'jalon_secret';
const folder = mkdtempSync(join(tmpdir(), 'jalon-hostile-remote-'));
const people = join(folder, 'personnes.csv');

type Answer = (request: IncomingMessage, response: ServerResponse) => void;
let answer: Answer;
/** What reached the other host. */
let leaked: string[];
let server: Server;
let elsewhere: Server;

const addressOf = (one: Server) => `http://127.0.0.1:${(one.address() as AddressInfo).port}`;
const listen = async (on: Answer) => {
  const one = createServer(on);
  await new Promise<void>((resolve) => one.listen(0, '127.0.0.1', resolve));
  return one;
};

beforeAll(async () => {
  writeFileSync(people, 'email;prenom;nom\nclaire.dupont@ac-test.example;Claire;Dupont\n');
  server = await listen((request, response) => {
    request.resume();
    answer(request, response);
  });
  elsewhere = await listen((request, response) => {
    leaked.push(request.url ?? '');
    request.on('data', (bytes) => leaked.push(String(bytes)));
    response.end('{}');
  });
});
beforeEach(() => {
  leaked = [];
});
afterAll(() => {
  for (const one of [server, elsewhere]) {
    one.closeAllConnections();
    one.close();
  }
  rmSync(folder, { recursive: true, force: true });
});

const json =
  (value: unknown): Answer =>
  (_request, response) =>
    void response.end(JSON.stringify(value));

async function run(texts: readonly string[], url = addressOf(server)) {
  const environment = { JALON_TOKEN: TOKEN };
  const { code, lines, stdout, stderr } = await jalon([...texts, '--remote', url, '--json'], { environment });
  expect(stdout + stderr).not.toContain(TOKEN);
  expect(stderr).not.toMatch(/^ {4}at /m);
  return { code, last: lines.at(-1), stderr };
}

const COMMANDS: readonly (readonly string[])[] = [
  ['import', people],
  ['evaluate'],
  ['grant', '--all-met'],
  ['issue'],
  ['accept', '--all'],
  ['re-sign'],
  ['token', 'list'],
  ['imports', 'list'],
];
const named = COMMANDS.map((texts) => [texts[0] ?? '', texts] as const);

describe('--remote sends a token and the data of people', () => {
  it.each([
    'http://jalon.example',
    'http://127.0.0.1.example',
    'http://192.168.1.20:3000',
    'http://localhost.example/',
    'data:application/json,{"tokens":[]}',
    'file:///etc/passwd',
    'ftp://jalon.example',
    'https://someone:word@jalon.example',
    'https://jalon.example/?a=',
  ])('not to %s', async (url) => {
    const { code, stderr } = await run(['token', 'list'], url);
    expect([code, stderr.trim()]).toEqual([2, fr.cli.unsafeRemote(url)]);
  });

  it.each([301, 302, 303, 307, 308])('not to where a service redirects with %i', async (status) => {
    answer = (_request, response) =>
      void response.writeHead(status, { Location: `${addressOf(elsewhere)}/collect` }).end();
    for (const [, texts] of named) {
      const { code, last } = await run(texts);
      expect([code, last?.['code']]).toEqual([3, 'odd-answer']);
    }
    expect(leaked).toEqual([]);
  });
});

describe('a command with --remote ends', () => {
  const SUMMARY = { kind: 'summary', created: 0, updated: 0, unchanged: 0, refused: 0, notices: 0 };
  const line = { kind: 'issued', email: 'a@example.org', badge: 'B', credential: 'c', findings: [] };
  const part = {
    evaluations: [line],
    outcomes: [line],
    corrections: [{ ...line, kind: 'misstated' }],
    accepted: Array.from({ length: 25 }, () => line),
    remaining: 1,
    unread: [],
    entries: [],
    files: [],
    summary: SUMMARY,
  };

  it.each(named.slice(0, 6))('though the same part is answered for ever: %s', async (_verb, texts) => {
    answer = json({ ...part, next: 'again' });
    const { code, last } = await run(texts);
    expect([code, last?.['code']]).toEqual([3, 'odd-answer']);
  });

  it.each(named.slice(0, 3))('though two parts lead to each other: %s', async (_verb, texts) => {
    let turn = 0;
    answer = (request, response) => {
      turn += 1;
      json({ ...part, next: turn % 2 === 0 ? 'a' : 'b' })(request, response);
    };
    expect((await run(texts)).last?.['code']).toBe('odd-answer');
  });

  it('though the service is silent, or sends its answer drop by drop', async () => {
    const send = makeSender({ url: addressOf(server), token: TOKEN, patienceMs: 300 });
    answer = () => {};
    await expect(send('/tokens', undefined)).rejects.toMatchObject({ code: 'unreachable' });
    answer = (_request, response) => {
      const drops = setInterval(() => response.write(' '), 20);
      response.on('close', () => clearInterval(drops));
    };
    await expect(send('/tokens', undefined)).rejects.toMatchObject({ code: 'unreachable' });
  });

  it('though the answer has no end', async () => {
    const block = Buffer.alloc(1024 * 1024, 0x20);
    answer = (_request, response) => {
      const pour = () => {
        while (!response.destroyed && response.write(block));
        response.once('drain', pour);
      };
      pour();
    };
    const { code, last } = await run(['token', 'list']);
    expect([code, last?.['code']]).toEqual([3, 'odd-answer']);
  });
});

describe('an answer that is not of a service of ours', () => {
  it.each(named)('is explained: %s', async (_verb, texts) => {
    for (const text of ['', 'null', '[]', '{}', '<html>', '{"tokens":[null],"outcomes":{},"summary":1}']) {
      answer = (_request, response) => void response.end(text);
      const { code, last } = await run(texts);
      expect([text, code, last?.['code']]).toEqual([text, 3, 'odd-answer']);
    }
  });

  it.each([
    ['null', 3],
    ['{"code":1}', 3],
    ['{"code":"unreadable-file","params":null,"detail":{}}', 1],
    ['{"code":"invalid-uai","params":{"text":{"a":[]}}}', 2],
  ])('is explained where it is a refusal: %s', async (text, exit) => {
    answer = (_request, response) => void response.writeHead(400).end(text);
    expect((await run(['issue'])).code).toBe(exit);
  });
});
