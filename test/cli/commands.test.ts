import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { jalon } from '../support/command-line.ts';
import { achievement, signed, subject } from '../support/corpus/badge.ts';
import { named, record } from '../support/corpus/embedded.ts';
import { P256, signedBy } from '../support/corpus/suites.ts';
import { embedProof } from '../support/credential-signing.ts';
import { ATTACKER_KEY } from '../support/fixtures/credentials.ts';
import { ONE_RUPN } from '../support/servers/service.ts';

const folder = mkdtempSync(join(tmpdir(), 'jalon-cli-'));
const environment = {
  PUBLIC_URL: 'https://jalon.test',
  DATABASE_URL: `sqlite:${join(folder, 'jalon.db')}`,
  KEYS_DIR: join(folder, 'keys'),
};
const run = (...texts: string[]) => jalon([...texts, '--json'], { environment });

const titled = (name: string) => subject({ achievement: achievement({ name }) });

beforeAll(() => {
  for (const [name, text] of Object.entries(ONE_RUPN)) writeFileSync(join(folder, name), text);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the command line', () => {
  it('exits 2 for a wrong command, and explains how to write it', async () => {
    for (const texts of [
      ['fly'],
      ['grant'],
      ['grant', '--person', 'x@example.org'],
      ['evaluate', '--on', '31/02/2026'],
      ['evaluate', '--on', '2999-01-01'],
      ['evaluate', '--establishment', '0210001A'],
      ['accept'],
      ['revoke', 'A'.repeat(22)],
      ['import'],
      ['evaluate', '--nonsense'],
      ['token', 'create', '--role', 'king', '--name', 'x'],
    ]) {
      const { code, stderr } = await jalon(texts, { environment });
      expect([texts, code]).toEqual([texts, 2]);
      expect(stderr.trim()).not.toBe('');
    }
  });

  it('exits 3 with every fault of the settings at once', async () => {
    const { code, stderr } = await jalon(['evaluate'], {
      environment: {
        NODE_ENV: 'production',
        PORT: 'x',
        PUBLIC_URL: 'http://a.example/path',
        KEYS_PASSPHRASE: 'short',
      },
    });
    expect(code).toBe(3);
    for (const name of [
      'PORT',
      'PUBLIC_URL',
      'KEYS_PASSPHRASE',
      'ISSUER_NAME',
      'ISSUER_URL',
      'ISSUER_EMAIL',
      'OPERATOR_NAME',
      'DPO_EMAIL',
    ]) {
      expect(stderr).toContain(name);
    }
  });

  it('takes a teacher from three files to a revoked badge, and prints only JSON lines', async () => {
    const imported = await run('import', folder);
    expect(imported.lines.at(-1)).toMatchObject({
      kind: 'summary',
      created: 3,
      updated: 0,
      unchanged: 0,
      refused: 0,
    });
    expect((await run('import', folder)).lines.at(-1)).toMatchObject({ created: 0, unchanged: 3 });

    const judged = await run('evaluate', '--person', 'Claire.Dupont@ac-test.example', '--badge', 'RUPN-ENG');
    expect(judged.lines).toMatchObject([
      { email: 'claire.dupont@ac-test.example', badge: 'RUPN-ENG', met: true },
    ]);
    expect(judged.lines[0]?.['facts']).toMatchObject({
      duration: 1,
      yearValues: { '2023': 1 },
      reviewYears: 1,
    });

    expect((await run('issue')).lines.at(-1)).toEqual({ kind: 'summary', issued: 0, remaining: 0 });
    expect((await run('grant', '--all-met', '--also-to-look-at')).lines[0]).toMatchObject({
      kind: 'granted',
      badge: 'RUPN-ENG',
    });
    const without = await run('issue');
    expect(without.code).toBe(3);
    expect(without.stderr).toContain('jalon keys generate');
    expect((await run('keys', 'generate')).code).toBe(0);
    const issued = await run('issue');
    expect(issued.lines.at(-1)).toEqual({ kind: 'summary', issued: 1, remaining: 0 });
    const address = String(issued.lines[0]?.['credential']);
    expect(address).toMatch(/^https:\/\/jalon\.test\/credentials\/[\w-]{22}$/);

    expect((await run('verify', address)).code).toBe(1);
    const chosen = ['--name', 'full', '--form', 'feminine', '--visibility', 'public'];
    expect((await run('accept', address, ...chosen)).lines[0]).toMatchObject({
      name: 'full',
      form: 'feminine',
    });
    expect((await run('accept', address, '--form', 'neuter')).code).toBe(2);
    const verified = await run('verify', address);
    expect(verified.code).toBe(0);
    expect(verified.lines[0]).toMatchObject({ verified: true });

    expect((await run('revoke', address, '--reason', 'Erreur de saisie')).code).toBe(0);
    expect((await run('verify', address)).lines[0]).toMatchObject({ verified: false, verdict: 'revoked' });
    const again = await run('grant', '--person', 'claire.dupont@ac-test.example', '--badge', 'RUPN-ENG');
    expect([again.code, again.lines[0]?.['code']]).toEqual([1, 'award-declined-or-revoked']);
  });

  it('says in words, and in the words of no system, that a file is not there', async () => {
    for (const texts of [
      ['verify', '/nulle/part.json'],
      ['import', '/nulle/part'],
      ['revoke', '--from', '/nulle/part', '--reason', 'Erreur'],
      ['badges', 'check', '/nulle/part'],
      ['office', 'check', '/nulle/part'],
      ['erasures', 'replay', '/nulle/part'],
      ['restore', '/nulle/part'],
    ]) {
      const { code, stderr } = await jalon(texts, { environment });
      expect([code, stderr]).toEqual([
        expect.any(Number),
        expect.stringContaining('il n’y a pas de fichier'),
      ]);
      expect(stderr).not.toMatch(/ENOENT|missing|no such file/);
    }
  });

  it('says in words that it writes over no file', async () => {
    const there = join(folder, 'present.zip');
    writeFileSync(there, '');
    for (const texts of [
      ['backup', there],
      ['backup', '--new-identity', there],
      ['office', 'export', there],
      ['erasures', 'export', '--since', '2026-01-01', there],
    ]) {
      const { code, stderr } = await jalon(texts, { environment });
      expect([code, stderr]).toEqual([expect.any(Number), expect.stringContaining('existe déjà')]);
      expect([1, 2]).toContain(code);
      expect(readFileSync(there, 'utf8')).toBe('');
    }
    rmSync(there);
  });

  it('names the setting of an office’s pack that is not there', async () => {
    const pack = { ...environment, OFFICE_PACK: '/nulle/part' };
    const { code, lines } = await jalon(['badges', 'list', '--json'], { environment: pack });
    expect([code, lines[0]?.['code']]).toEqual([3, 'settings']);
    expect(lines[0]?.['detail']).toContain('OFFICE_PACK');
  });

  it('verifies piped input, and answers no to a text that is not a credential', async () => {
    const answer = await jalon(['verify', '-', '--json'], { environment, input: '{"hello":"world"}' });
    expect(answer.code).toBe(1);
    expect(answer.lines[0]).toMatchObject({ verified: false, verdict: 'not-verifiable' });
  });

  it('compares the recipient with an address, and answers no where they differ', async () => {
    const input = JSON.stringify(await signedBy(P256, { cryptosuite: 'ecdsa-jcs-2019' }));
    const judge = (address: string) =>
      jalon(['verify', '-', '--json', '--recipient', address], { environment, input });
    const [right, wrong] = [await judge('a@example.com'), await judge('b@example.com')];
    expect([right.code, right.lines[0]?.['recipient']]).toEqual([0, 'confirmed']);
    expect([wrong.code, wrong.lines[0]?.['recipient']]).toEqual([1, 'other-address']);
  });

  it('keeps a stranger’s text on one line, without characters that move the terminal’s cursor', async () => {
    const name = 'Palmes\n\u001b[1A\u001b[2KSignature : valable\u2028\u202e';
    const did = `did:key:${ATTACKER_KEY.publicKeyMultibase}`;
    const verificationMethod = `${did}#${ATTACKER_KEY.publicKeyMultibase}`;
    const issuer = { id: did, type: ['Profile'], name: 'Mallory' };
    const held = record([await signed(named('Palmes', { name, credentialSubject: titled(name) }))], {
      issuer,
    });
    const input = JSON.stringify(await embedProof(held, ATTACKER_KEY, { verificationMethod }));
    const { code, stdout } = await jalon(['verify', '-'], { environment, input });
    expect(code).toBe(1);
    expect(stdout).toContain('Palmes\uFFFD[1A\uFFFD[2KSignature : valable\uFFFD');
    expect(stdout).not.toMatch(/[\p{Cf}\p{Zl}\p{Zp}]/u);
    expect(stdout).not.toContain('\u001b');
  });

  it('exits 1 where some lines are refused, and names file, line, column, value and remedy', async () => {
    const file = join(folder, 'faux.csv');
    writeFileSync(
      file,
      'email;prenom;nom;profil\nbon@ac-test.example;A;B;rupn\nmauvais@ac-test.example;A;B;roi\n',
    );
    const { code, lines } = await run('import', file);
    expect(code).toBe(1);
    expect(lines).toMatchObject([
      {
        kind: 'refused',
        file: 'faux.csv',
        line: 3,
        column: 'profil',
        value: 'roi',
        code: expect.any(String),
      },
      { kind: 'file', file: 'faux.csv', lines: 2, refused: 1 },
      { kind: 'summary', created: 1, refused: 1 },
    ]);
    expect(lines[0]?.['fix']).toContain('rupn');
    rmSync(file);
  });

  it('saves the database and brings it back', async () => {
    const file = join(folder, 'copie.db');
    expect((await run('backup', file)).code).toBe(0);
    expect((await run('erase-person', 'claire.dupont@ac-test.example')).code).toBe(0);
    expect((await run('export-person', 'claire.dupont@ac-test.example')).code).toBe(1);
    expect((await run('restore', file)).code).toBe(0);
    const exported = await run('export-person', 'claire.dupont@ac-test.example');
    expect(JSON.stringify(exported.lines[0])).toContain('Dupont');
    writeFileSync(file, 'not a database');
    expect((await run('restore', file)).code).toBe(1);
    expect((await run('export-person', 'claire.dupont@ac-test.example')).code).toBe(0);
  });
});
