import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeLog } from '../../src/assembly/system-ports.ts';
import { makeOutput } from '../../src/cli/output.ts';
import { cliTexts } from '../../src/texts/fr/cli/commands.ts';
import { jalon, ROOT } from '../support/command-line.ts';
import { HOSTILE_CHARACTERS, HOSTILE_TEXT, obeyedIn } from '../support/load/hostile-text.ts';

/** An output that keeps what it writes. */
function openOutput(json: boolean) {
  const written: string[] = [];
  const write = (text: string) => void written.push(text);
  let now = 0;
  const output = makeOutput(
    {
      out: write,
      taken: async () => {},
      err: write,
      errIsTerminal: true,
      now: () => {
        now += 5000;
        return now;
      },
    },
    json,
    cliTexts,
  );
  return { output, written };
}

const hostile = fc.string({
  unit: fc.oneof(fc.constantFrom(...HOSTILE_CHARACTERS, '\0', '\ud800'), fc.string({ unit: 'binary' })),
  maxLength: 30,
});
/** The bar itself moves the cursor to the beginning of its line and empties it. */
const withoutBar = (text: string) => text.replaceAll('\r\u001b[2K', '');

describe('the output of a verb', () => {
  it('writes no character that a terminal obeys, in lines, remarks and progress', () => {
    fc.assert(
      fc.property(hostile, fc.array(hostile, { minLength: 1 }), (text, lines) => {
        const { output, written } = openOutput(false);
        output.line({}, `a${text}`);
        output.line({}, lines);
        output.note(`a${text}`);
        output.note(lines);
        output.document({ [text]: lines });
        output.progress.update(1, 2, text);
        for (const one of written) expect(obeyedIn(withoutBar(one))).toEqual([]);
        const [single = '', several = ''] = written;
        expect(single.split('\n').length).toBe(2);
        expect(several.split('\n').length).toBe(lines.length + 1);
      }),
      { numRuns: 2000 },
    );
  });

  it('escapes them in JSON, so that a program reads the same value', () => {
    fc.assert(
      fc.property(fc.dictionary(hostile, fc.array(hostile)), (value) => {
        const { output, written } = openOutput(true);
        output.line(value, '');
        output.document(value);
        for (const one of written) {
          expect(obeyedIn(one)).toEqual([]);
          expect(one.split('\n').length).toBe(2);
          expect(JSON.parse(one)).toEqual(value);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('is the only channel to a terminal, next to the log, which escapes them too', () => {
    const writers = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.tsx?$/.test(path))
      .filter((path) => /process\.std(out|err)\.write/.test(readFileSync(join(ROOT, 'src', path), 'utf8')));
    expect(writers.toSorted()).toEqual(['cli/main.ts', 'node.ts']);
    const written: string[] = [];
    makeLog((line) => void written.push(line)).error('failed', { reason: HOSTILE_TEXT });
    expect(obeyedIn(written.join(''))).toEqual([]);
    expect(written.join('').includes('\n')).toBe(false);
  });
});

const folder = mkdtempSync(join(tmpdir(), 'jalon-hostile-'));
/** The name of a file cannot contain a slash. */
const NAME = HOSTILE_TEXT.slice(0, 120).replaceAll('/', '');
const environment = { DATABASE_URL: `sqlite:${join(folder, 'jalon.db')}`, KEYS_DIR: join(folder, 'keys') };
let server: Server;
let url: string;

beforeAll(async () => {
  server = createServer((request, response) => {
    request.resume();
    const isRefused = request.headers.authorization === 'Bearer refused';
    const isThirdParty = request.headers.authorization === 'Bearer foreign';
    response.writeHead(isRefused ? 400 : isThirdParty ? 502 : 200, { 'Content-Type': 'application/json' });
    response.end(isThirdParty ? HOSTILE_TEXT : JSON.stringify(isRefused ? PROBLEM : ANSWER));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  mkdirSync(environment.KEYS_DIR, { mode: 0o700 });
  writeFileSync(
    join(folder, `${NAME}.csv`),
    `email;prenom;nom;profil\n"${HOSTILE_TEXT}@x";A;B;roi\nb@ac-test.example;"${HOSTILE_TEXT}";B;rupn\n`,
  );
  writeFileSync(join(folder, 'badge.json'), JSON.stringify({ id: HOSTILE_TEXT, validFrom: HOSTILE_TEXT }));
  writeFileSync(join(folder, NAME), HOSTILE_TEXT);
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

const H = HOSTILE_TEXT;
const PROBLEM = { code: 'unreadable-file', detail: H, params: { name: H, reason: H } };
const FILE = { file: H, lines: 1, created: 0, updated: 0, unchanged: 0, refused: 1 };
/** What a service that means harm may answer to any request. */
const ANSWER = {
  id: H,
  name: H,
  role: H,
  state: 'active',
  expiresAt: H,
  token: H,
  credential: H,
  reason: H,
  at: H,
  published: false,
  visibility: H,
  erasedAwards: 0,
  revokedCredentials: 1,
  tables: { [H]: [{ [H]: H }] },
  tokens: [{ id: H, role: H, state: 'active', expiresAt: H, lastUsedOn: H, name: H }],
  imports: [{ id: H, begunAt: H, undone: { at: H } }],
  evaluations: [
    { email: H, name: H, school: H, badge: H, met: false, findings: [{ missing: { fr: H, en: H } }] },
  ],
  outcomes: [{ kind: 'failed', email: H, badge: H, reason: H, credential: H, code: H }],
  remaining: 1,
  accepted: [{ credential: H, visibility: H }],
  corrections: [{ kind: 'misstated', email: H, badge: H, credential: H, said: [H], willSay: [H], on: H }],
  files: [FILE],
  unread: [{ file: H, why: 'no-header', lines: 1 }],
  entries: [{ kind: 'refused', file: H, line: 1, column: H, reason: H, fix: H }],
  summary: { kind: 'summary', created: 0, updated: 0, unchanged: 0, refused: 1, notices: 0 },
  kinds: [{ records: 'person', removed: 0, restored: 0, stays: 1, because: [] }],
  kept: [
    {
      ...{ records: 'attendance', record: H, reason: 'award', email: H, name: H, school: H },
      badges: [{ badge: H, credential: H }],
    },
  ],
};

const ID = 'A'.repeat(22);
const REMOTE: readonly (readonly string[])[] = [
  ['evaluate'],
  ['grant', '--all-met', '--also-to-look-at'],
  ['issue'],
  ['accept', '--all'],
  ['accept', ID],
  ['re-sign'],
  ['revoke', ID, '--reason', 'x'],
  ['suspend', ID, '--reason', 'x'],
  ['resume', ID],
  ['token', 'create', '--role', 'dane', '--name', 'x'],
  ['token', 'list'],
  ['token', 'revoke', 'x'],
  ['imports', 'list'],
  ['imports', 'undo', 'x'],
  ['export-person', 'x@example.org'],
  ['erase-person', 'x@example.org'],
  ['import', 'FILE'],
];

async function obeyedOf(texts: readonly string[], token = 'any') {
  const { code, stdout, stderr } = await jalon(texts, {
    environment: { ...environment, JALON_TOKEN: token },
  });
  return { code, length: stdout.length + stderr.length, obeyed: obeyedIn(stdout + stderr) };
}

describe('no verb lets a terminal obey what strangers wrote', () => {
  it.each(REMOTE.map((texts) => [texts.slice(0, 2).join(' '), texts] as const))(
    'an answer to « %s » of --remote',
    async (_verb, texts) => {
      const real = texts.map((word) => (word === 'FILE' ? join(folder, `${NAME}.csv`) : word));
      for (const more of [[], ['--json']]) {
        const reported = await obeyedOf([...real, '--remote', url, ...more]);
        expect(reported.length).toBeGreaterThan(0);
        expect(reported.obeyed).toEqual([]);
      }
    },
  );

  it.each(['refused', 'foreign'])('a problem, from a service that answers: %s', async (token) => {
    expect(await obeyedOf(['issue', '--remote', url], token)).toMatchObject({ obeyed: [] });
    expect(await obeyedOf(['issue', '--remote', url, '--json'], token)).toMatchObject({ obeyed: [] });
  });

  it.each([
    ['cells and the name of a file', ['import', join(folder, `${NAME}.csv`)], 1],
    ['cells that are tried', ['import', join(folder, `${NAME}.csv`), '--dry-run'], 1],
    ['a word that is no verb', [`fly${HOSTILE_TEXT}`], 2],
    ['a file that is no badge', ['verify', join(folder, NAME)], 1],
    ['a badge with odd members', ['verify', join(folder, 'badge.json')], 1],
    ['the name of a file that is no backup', ['restore', join(folder, NAME)], 1],
    ['the name of a file that is missing', ['restore', join(folder, `${NAME}-none`)], 1],
    ['an option', ['evaluate', `--${HOSTILE_TEXT}`], 2],
  ])('%s', async (_what, texts, code) => {
    expect(await obeyedOf(texts)).toMatchObject({ code, obeyed: [] });
    expect(await obeyedOf([...texts, '--json'])).toMatchObject({ code, obeyed: [] });
  });
});
