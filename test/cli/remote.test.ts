import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { jalon } from '../support/command-line.ts';
import { type RunningServer, startServer } from '../support/servers/running.ts';
import { ONE_RUPN } from '../support/servers/service.ts';

const folder = mkdtempSync(join(tmpdir(), 'jalon-remote-'));
const service = { DATABASE_URL: `sqlite:${join(folder, 'jalon.db')}`, KEYS_DIR: join(folder, 'keys') };
let server: RunningServer;
let token: string;

beforeAll(async () => {
  for (const [name, text] of Object.entries(ONE_RUPN)) writeFileSync(join(folder, name), text);
  await jalon(['keys', 'generate'], { environment: service });
  const made = await jalon(['token', 'create', '--role', 'dane', '--name', 'poste', '--json'], {
    environment: service,
  });
  token = String(made.lines[0]?.['token']);
  server = await startServer(service);
});
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** A machine without the database and the keys: it has only the address and the token. */
const remote = (texts: readonly string[], withToken = token) =>
  jalon([...texts, '--remote', server.url, '--json'], {
    environment: { DATABASE_URL: `sqlite:${join(folder, 'elsewhere/none.db')}`, JALON_TOKEN: withToken },
  });

it('works through the API as on the database, with the same lines', async () => {
  const tried = await remote(['import', folder, '--dry-run']);
  expect(tried.lines.at(-1)).toMatchObject({ kind: 'summary', created: 3, refused: 0 });
  const imported = await remote(['import', folder]);
  expect(imported.lines).toEqual(tried.lines);
  expect((await remote(['grant', '--all-met', '--also-to-look-at'])).lines).toMatchObject([
    { kind: 'granted', badge: 'RUPN-ENG', email: 'claire.dupont@ac-test.example' },
    { kind: 'summary', granted: 1, skipped: 0 },
  ]);
  const issued = await remote(['issue']);
  expect(issued.lines.at(-1)).toEqual({ kind: 'summary', issued: 1, remaining: 0 });
  const address = String(issued.lines[0]?.['credential']);
  expect((await remote(['accept', '--all', '--name', 'initials'])).lines.at(-1)).toMatchObject({
    accepted: 1,
  });
  expect((await fetch(address)).status).toBe(200);
  expect((await remote(['revoke', address, '--reason', 'Erreur'])).lines).toMatchObject([
    { kind: 'revoked' },
  ]);
  const again = await remote(['revoke', address, '--reason', 'Erreur']);
  expect([again.code, again.lines[0]?.['code']]).toEqual([1, 'already-revoked']);
});

it('undoes an import through the API as on the database, after a look', async () => {
  const [newest] = (await remote(['imports', 'list'])).lines;
  expect(newest).toMatchObject({
    kind: 'import',
    actor: 'token:poste',
    files: expect.arrayContaining([expect.objectContaining({ file: 'engagements.csv', refused: 0 })]),
  });
  const id = String(newest?.['id']);
  const looked = await remote(['imports', 'undo', id, '--dry-run']);
  const local = await jalon(['imports', 'undo', id, '--dry-run', '--json'], { environment: service });
  expect(looked.lines).toEqual(local.lines);
  expect(looked.lines.map((line) => line['records'])).toContain('engagement');
  const done = await remote(['imports', 'undo', id]);
  // With the engagement goes the school by which its person was told from namesakes.
  const withoutSchool = (lines: readonly object[]) => lines.map((line) => ({ ...line, school: undefined }));
  expect(withoutSchool(done.lines)).toEqual(withoutSchool(looked.lines));
  expect((await remote(['imports', 'list'])).lines.at(0)).toMatchObject({
    id,
    undone: { by: 'token:poste' },
  });
  expect((await remote(['imports', 'undo', 'none'])).lines[0]).toMatchObject({ code: 'unknown-import' });
});

it('could not look where the token opens nothing', async () => {
  const requested = await remote(['doctor', '--quick'], 'wrong');
  expect([requested.code, requested.lines[0]?.['code']]).toEqual([3, 'not-authenticated']);
});

it.each([
  ['imports', 'undo', 'none'],
  ['evaluate', '--badge', 'NONE'],
  ['grant', '--person', 'nobody@ac-test.example', '--badge', 'RUPN-ENG'],
])('ends with the same number as on the database: %s %s %s', async (...texts) => {
  const here = await jalon([...texts, '--json'], { environment: service });
  const there = await remote(texts);
  expect(there.lines[0]).toMatchObject({ code: here.lines[0]?.['code'] });
  expect(there.code).toBe(here.code);
});

it('judges, makes tokens, exports and erases through the API as on the database', async () => {
  await remote(['import', folder]);
  const local = (texts: readonly string[]) => jalon([...texts, '--json'], { environment: service });
  for (const texts of [
    ['evaluate', '--on', '2026-07-10'],
    ['evaluate', '--person', 'claire.dupont@ac-test.example', '--badge', 'RUPN-ENG', '--on', '2026-07-10'],
  ]) {
    const through = await remote(texts);
    expect(through.lines.length).toBeGreaterThan(0);
    expect(through.lines).toEqual((await local(texts)).lines);
  }
  const made = await remote(['token', 'create', '--role', 'reader', '--name', 'lecture']);
  const reader = String(made.lines[0]?.['token']);
  expect((await remote(['evaluate'], reader)).code).toBe(0);
  for (const texts of [
    ['export-person', 'claire.dupont@ac-test.example'],
    ['erase-person', 'claire.dupont@ac-test.example'],
    ['token', 'create', '--role', 'dane', '--name', 'plus'],
  ]) {
    const refused = await remote(texts, reader);
    expect([refused.code, refused.lines[0]?.['code']]).toEqual([1, 'not-allowed']);
  }
  const exported = await remote(['export-person', 'claire.dupont@ac-test.example']);
  expect(exported.lines[0]).toMatchObject({
    tables: { person: [{ given_name: 'Claire' }], award: [{ achievement: 'RUPN-ENG' }] },
  });
  expect((await remote(['erase-person', 'claire.dupont@ac-test.example'])).lines).toEqual([
    { kind: 'erased', erasedAwards: 0, revokedCredentials: 1 },
  ]);
  const gone = await remote(['export-person', 'claire.dupont@ac-test.example']);
  expect([gone.code, gone.lines[0]?.['code']]).toEqual([1, 'unknown-person']);
});

it('continues to ask until long work is done', async () => {
  const many = join(folder, 'many');
  mkdirSync(many);
  const turns = Array.from({ length: 210 }, (_, turn) => turn);
  const person = (turn: number) => `personne.${turn}@ac-test.example`;
  const files = {
    'personnes.csv': ['email;prenom;nom', ...turns.map((turn) => `${person(turn)};Camille;Martin`)],
    'engagements.csv': [
      'reference;email;uai;debut;fin;missions;roles;confirmation',
      ...turns.map((turn) => `M-${turn};${person(turn)};0210001M;01/09/2023;31/08/2024;A1|A2|B1;;confirmee`),
    ],
  };
  for (const [name, lines] of Object.entries(files)) writeFileSync(join(many, name), lines.join('\n'));
  await remote(['import', many]);
  const judged = await remote(['evaluate', '--badge', 'RUPN-ENG']);
  const ours = judged.lines
    .map(({ email }) => email)
    .filter((email) => String(email).startsWith('personne.'));
  expect(ours.toSorted()).toEqual(turns.map(person).toSorted());
  const granted = await remote(['grant', '--all-met', '--also-to-look-at', '--badge', 'RUPN-ENG']);
  expect(granted.lines.at(-1)).toMatchObject({ kind: 'summary', granted: 210 });
});

it('explains the fault of a token or an address, and never shows the token', async () => {
  const refused = await remote(['grant', '--all-met', '--also-to-look-at'], 'jalon_wrong');
  expect([refused.code, refused.lines[0]?.['code']]).toEqual([1, 'not-authenticated']);
  expect(refused.stdout + refused.stderr).not.toContain('jalon_wrong');
  const nowhere = await jalon(['issue', '--remote', 'http://localhost:1', '--json'], {
    environment: { JALON_TOKEN: token },
  });
  expect(nowhere.code).toBe(3);
  expect(nowhere.stdout + nowhere.stderr).not.toContain(token);
  expect((await jalon(['issue', '--remote', server.url])).code).toBe(2);
});
