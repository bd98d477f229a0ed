import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { jalon } from '../support/command-line.ts';
import { startFullFixture, type Viewer, type WorkspaceFixture } from '../support/fixtures/workspace.ts';
import { englishIn, readLibraryErrors } from '../support/library-errors.ts';
import { formsOf } from '../support/page-forms.ts';
import { TEST_ORIGIN } from '../support/servers/service.ts';
import { MUCH_WORK_MS } from '../support/timeouts.ts';
import { addressIn, WORKSPACE_PAGES } from '../support/workspace-pages.ts';

/** Contents that a library refuses, by the name of a file. */
const DAMAGED: Readonly<Record<string, string>> = {
  'end.json': '{"type": ',
  'sign.json': '{"type": x}',
  'wrong.json': '{"type": 5, "code": 5, "badges": [{"code": 5}]}',
  'token.jwt': 'a.b.c',
  'none.jwt': 'eyJhbGciOiJub25lIn0.e30.',
  'curve.jwt':
    'eyJhbGciOiJFUzI1NiIsImp3ayI6eyJrdHkiOiJFQyIsImNydiI6IlAtMjU2IiwieCI6IkEiLCJ5IjoiQSJ9fQ.e30.AAAA',
  'drawing.svg': '<svg xmlns="http://www.w3.org/2000/svg"><a></b>',
  'unclosed.svg': '<svg xmlns="http://www.w3.org/2000/svg"><g',
  'picture.png': '\u0089PNG\r\n\u001a\nxxxx',
  'paper.pdf':
    '%PDF-1.7\n1 0 obj << /Type /Catalog >> endobj\nxref\n0 1\ntrailer << /Root 1 0 R >>\nstartxref\n9\n%%EOF',
  'book.xlsx': 'PK\u0003\u0004damaged',
  'book.ods': 'PK\u0003\u0004damaged',
  'pack.zip': 'PK\u0003\u0004damaged',
  'rows.csv': 'email;prenom\n"a";"b"c\n',
  'text.db': 'not a database at all, only a text that is long enough to be read as a page',
};

let libraries: ReadonlyMap<string, readonly string[]>;
let fixture: WorkspaceFixture;
let folder: string;
let odd: Server;
let oddAddress: string;
beforeAll(async () => {
  libraries = await readLibraryErrors();
  fixture = await startFullFixture();
  folder = mkdtempSync(join(tmpdir(), 'jalon-english-'));
  for (const [name, content] of Object.entries(DAMAGED)) writeFileSync(join(folder, name), content, 'latin1');
  odd = createServer((_, answer) => answer.end('<html>Not <a'));
  await new Promise<void>((resolve) => odd.listen(0, '127.0.0.1', resolve));
  oddAddress = `http://127.0.0.1:${(odd.address() as AddressInfo).port}`;
}, MUCH_WORK_MS);
afterAll(async () => {
  await fixture.service.stop();
  await new Promise((resolve) => odd.close(resolve));
  rmSync(folder, { recursive: true });
});

const inFolder = (name: string) => join(folder, name);
/** What the input itself contains: no sentence of ours. */
const given = () => [folder, oddAddress, ...Object.keys(DAMAGED)];

/** The visible text of the main part of a page, a line for each element, without fields and French marked as such. */
function textOf(html: string): string {
  const main = /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? '';
  return main
    .replaceAll(/<(textarea|select|code|pre|samp|svg|script|style)\b[\s\S]*?<\/\1>/g, '')
    .replaceAll(/<(\w+)[^>]* lang="en"[^>]*>[\s\S]*?<\/\1>/g, '')
    .replaceAll(/<[^>]+>/g, '\n')
    .replaceAll('&amp;', '&');
}

describe('the English of a library', () => {
  it('is recognised in the messages of every installed library', () => {
    const missed = [...libraries].filter(([, messages]) =>
      messages.every((one) => englishIn(`Échec : ${one}`, new Map()).length === 0),
    );
    expect(missed).toEqual([]);
    expect(libraries.size).toBeGreaterThan(20);
  });

  it(
    'is in no page of a verification',
    async () => {
      const found: string[] = [];
      const inputs: FormData[] = [...Object.keys(DAMAGED)].map((name) => {
        const form = new FormData();
        form.set('file', new File([Buffer.from(DAMAGED[name] ?? '', 'latin1')], name));
        return form;
      });
      for (const text of [
        ...Object.values(DAMAGED),
        'https://[',
        'https://absent.invalid/x',
        'https://127.0.0.1:9/x',
      ]) {
        const form = new FormData();
        form.set('credential', text);
        inputs.push(form);
      }
      for (const body of inputs) {
        const init = { method: 'POST', body, headers: { Origin: TEST_ORIGIN } };
        const answer = await fixture.service.app.request(`${TEST_ORIGIN}/verify?lang=fr`, init);
        found.push(...englishIn(textOf(await answer.text()), libraries, given()));
      }
      expect(found).toEqual([]);
    },
    MUCH_WORK_MS,
  );

  it(
    'is on no page that refuses a form, whichever form and field it is',
    async () => {
      const found = new Map<string, readonly string[]>();
      let refused = 0;
      const send = (as: Viewer, path: string, body?: URLSearchParams) => {
        const cookie = as === 'anyone' ? '' : fixture.viewers[as].cookie;
        const headers = { Origin: TEST_ORIGIN, Cookie: cookie, 'Accept-Language': 'fr' };
        const init = body ? { method: 'POST', headers, body } : { headers };
        return fixture.service.app.request(`${TEST_ORIGIN}${path}`, init);
      };
      const seen = new Set<string>();
      for (const page of WORKSPACE_PAGES.filter(({ refused: isRefused }) => !isRefused)) {
        const path = addressIn(fixture.values, page);
        if (path === undefined) continue;
        const html = await (await send(page.as, path)).text();
        const before = new Set(englishIn(textOf(html), libraries));
        for (const { action, filled, texts } of formsOf(html)) {
          if (seen.has(action) || /sign-out|sessions|erasure/.test(action)) continue;
          seen.add(action);
          for (const name of new Set([
            ...texts,
            ...[...filled.keys()].filter((one) => !one.startsWith('_')),
          ])) {
            const body = new URLSearchParams(filled);
            body.set(name, '{"x": [<a></b>');
            const answer = await send(page.as, action || path, body);
            if (answer.status < 400) continue;
            refused += 1;
            const english = englishIn(textOf(await answer.text()), libraries).filter(
              (one) => !before.has(one),
            );
            if (english.length > 0) found.set(`${action} ${name}`, english);
          }
        }
      }
      expect(Object.fromEntries(found)).toEqual({});
      expect(refused).toBeGreaterThan(100);
    },
    MUCH_WORK_MS,
  );
});

/** Each command that reads a file, an address, a database or a setting, with one that a library refuses. */
function commands(): readonly (readonly [readonly string[], Readonly<Record<string, string>>?])[] {
  const pack = (name: string) => join(folder, `pack-${name}`);
  const files = (...names: readonly string[]) => names.map(inFolder);
  const remote = ['--remote', oddAddress];
  return [
    ...files('end.json', 'sign.json', 'book.xlsx', 'book.ods', 'rows.csv', 'picture.png', 'text.db').map(
      (file) => [['import', file]] as const,
    ),
    ...files(...Object.keys(DAMAGED)).map((file) => [['verify', file]] as const),
    ...files('end.json', 'wrong.json').map((file) => [['badges', 'check', file]] as const),
    [['badges', 'adopt', inFolder('wrong.json'), '--from', '2027-09-01']],
    ...['json', 'shape', 'svg'].map((name) => [['office', 'check', pack(name)]] as const),
    [['office', 'check', inFolder('pack.zip')]],
    ...['https://absent.invalid/x', 'https://127.0.0.1:9/x', 'https://['].map(
      (address) => [['verify', address]] as const,
    ),
    ...['http://127.0.0.1:9', 'https://absent.invalid', oddAddress].map(
      (address) => [['monitor', address]] as const,
    ),
    [['badges', 'list', ...remote], { JALON_TOKEN: 'x' }],
    [['doctor', ...remote], { JALON_TOKEN: 'x' }],
    [['evaluate', '--remote', 'http://127.0.0.1:9'], { JALON_TOKEN: 'x' }],
    ...['restore', 'export'].map((command) => [[command, inFolder('text.db')]] as const),
    [['restore', '--identity', inFolder('end.json'), inFolder('text.db')]],
    [['backup', join(folder, 'text.db', 'inside')]],
    [['erasures', 'replay', inFolder('end.json')]],
    [['release', 'verify', folder]],
    [['move', '--to', 'postgres://127.0.0.1:9/x']],
    ...['postgres://127.0.0.1:9/x', 'postgres://absent.invalid/x', 'postgres://['].map(
      (address) => [['doctor', '--quick'], { DATABASE_URL: address }] as const,
    ),
    [['issue'], { DATABASE_URL: `sqlite:${inFolder('text.db')}` }],
    [['keys', 'list'], { KEYS_DIR: join(folder, 'keys') }],
    ...[{ SMTP_URL: ':::', MAIL_FROM: 'x' }, { PUBLIC_URL: 'http://[' }, { PORT: 'x' }].map(
      (settings) => [['doctor', '--quick'], settings] as const,
    ),
  ];
}

describe('the English of a library on the command line', () => {
  it('stands apart from our sentence, named as English', { timeout: 3 * MUCH_WORK_MS }, async () => {
    const { environment } = fixture.service;
    for (const name of ['json', 'shape', 'svg']) {
      await jalon(['office', 'export', join(folder, `pack-${name}`)], { environment });
    }
    writeFileSync(join(folder, 'pack-json', 'office.json'), DAMAGED['end.json'] ?? '');
    writeFileSync(join(folder, 'pack-shape', 'office.json'), '[]');
    mkdirSync(join(folder, 'pack-svg', 'drawings'), { recursive: true });
    writeFileSync(join(folder, 'pack-svg', 'drawings', 'RUPN-ENG.svg'), DAMAGED['drawing.svg'] ?? '');
    mkdirSync(join(folder, 'keys'));
    for (const name of readdirSync(environment['KEYS_DIR'] ?? '')) {
      writeFileSync(join(folder, 'keys', name), '{"kty":');
    }
    const found: Record<string, readonly string[]> = {};
    for (const [parameters, settings = {}] of commands()) {
      const { code, stdout, stderr } = await jalon(parameters, {
        environment: { ...environment, ...settings },
      });
      const name = [...parameters, ...Object.values(settings)].join(' ').replaceAll(folder, '');
      const english = englishIn(`${stdout}${stderr}`, libraries, given());
      if (english.length > 0 || code === 0) found[`${code} ${name}`] = english;
    }
    expect(found).toEqual({});
  });
});
