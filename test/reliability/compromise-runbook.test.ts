import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SmtpCatcher, startSmtpCatcher } from '../mail/smtp-catcher.ts';
import { type CommandResult, jalon, ROOT } from '../support/command-line.ts';
import { copyDatabase, copyKeys } from '../support/fixtures/template.ts';
import { fr } from '../support/fr.ts';
import { type RunningServer, startServer } from '../support/servers/running.ts';
import { ONE_RUPN } from '../support/servers/service.ts';
import { openThirdPartyVerifier } from '../support/third-party/verifiers.ts';

const ORIGIN = 'https://jalon.test';
const SUBJECT = fr.mail.life.subjects['signed-anew'];
const LUC = 'luc.petit@ac-test.example';

/** The commands of the runbook, in their order on the page. */
const COMMANDS = (
  readFileSync(join(ROOT, 'docs/operate.md'), 'utf8').split('## A key is compromised')[1]?.split('```')[1] ??
  ''
)
  .split('\n')
  .filter((line) => line.startsWith('npm run -s jalon -- '))
  .map((line) => line.replace('npm run -s jalon -- ', '').split(' #')[0]?.trim() ?? '');

const folder = mkdtempSync(join(tmpdir(), 'jalon-runbook-'));
let smtp: SmtpCatcher;
let environment: Readonly<Record<string, string>>;
let server: RunningServer;
/** Addresses of the accepted badge and of the one that waits. */
let accepted: string;
let waiting: string;
let kids: readonly string[];

const run = (...texts: string[]) => jalon([...texts, '--json'], { environment });
const ask = (path: string, accept: string) =>
  fetch(`${server.url}${new URL(path, ORIGIN).pathname}`, {
    headers: { Accept: accept, 'Accept-Language': 'fr' },
  });
const page = async (address: string) => (await ask(address, 'text/html')).text();
const activeKids = ({ lines }: CommandResult) =>
  lines.flatMap(({ kid, state }) => (state === 'active' ? [String(kid)] : []));

beforeAll(async () => {
  smtp = await startSmtpCatcher();
  environment = {
    PUBLIC_URL: ORIGIN,
    DATABASE_URL: `sqlite:${join(folder, 'jalon.db')}`,
    KEYS_DIR: join(folder, 'keys'),
    ...smtp.settings,
  };
  await copyKeys(environment['KEYS_DIR'] ?? '');
  await copyDatabase(join(folder, 'jalon.db'));
  const files = {
    ...ONE_RUPN,
    'personnes.csv': `email;prenom;nom\nclaire.dupont@ac-test.example;Claire;Dupont\n${LUC};Luc;Petit\n`,
    'autres.csv': `reference;email;uai;debut;fin;missions;roles;confirmation\nSEG-2;${LUC};0210001M;01/09/2023;31/08/2024;A1|A2|B1;;confirmee\n`,
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  await run('import', ...Object.keys(files).map((name) => join(folder, name)));
  await run('grant', '--all-met', '--also-to-look-at');
  const issued = await run('issue');
  for (const { credential, email } of issued.lines) {
    if (email === LUC) waiting = String(credential);
    else if (email !== undefined) accepted = String(credential);
  }
  await run('accept', accepted, '--visibility', 'public');
  kids = activeKids(await run('keys', 'list'));
  // Only now: the first mail about the badge would else be the letter of the day, where accepting takes long.
  server = await startServer(environment, ORIGIN);
}, 120_000);
afterAll(async () => {
  await server.stop();
  await smtp.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Runs a command of the page: once, or for each key where it names one. */
async function follow(command: string): Promise<readonly CommandResult[]> {
  const results: CommandResult[] = [];
  for (const kid of command.includes('KID') ? kids : ['']) {
    const texts = command.match(/"[^"]*"|\S+/g) ?? [];
    const real: Readonly<Record<string, string>> = { KID: kid, DAY: '2020-01-01' };
    results.push(await run(...texts.map((word) => real[word] ?? word.replaceAll('"', ''))));
    expect(results.at(-1)).toMatchObject({ code: 0 });
  }
  return results;
}

async function until(isSo: () => unknown): Promise<void> {
  for (let tries = 0; tries < 300 && !(await isSo()); tries += 1)
    await new Promise((resolve) => setTimeout(resolve, 100));
}

const reissueMails = () => smtp.mails.filter(({ headers }) => headers.get('subject') === SUBJECT);

describe('the runbook of a compromise, as docs/operate.md has it', () => {
  it('names and counts first, then declares, signs again and writes to the holders', async () => {
    const [list, look, declare, issue, after] = COMMANDS;
    expect(COMMANDS).toHaveLength(5);
    expect(activeKids((await follow(list ?? ''))[0] as CommandResult)).toEqual(kids);

    for (const { lines } of await follow(look ?? '')) {
      const named = lines.filter(({ kind }) => kind === 'compromised-badge');
      expect(named.map(({ credential }) => credential).toSorted()).toEqual([accepted, waiting].toSorted());
      expect(named.map(({ inWindow }) => inWindow)).toEqual([true, true]);
      expect(lines.find(({ kind }) => kind === 'mail')).toMatchObject({
        count: 1,
        subject: SUBJECT,
        text: expect.stringContaining(fr.mail.life.signedAnewAct),
      });
      expect(lines.at(-1)).toMatchObject({ kind: 'compromise', badges: 2, inWindow: 2, mails: 1 });
    }
    // So far nothing has changed.
    expect(activeKids(await run('keys', 'list'))).toEqual(kids);
    expect((await page(accepted)).includes(fr.verification.innerVerdict.valid)).toBe(true);

    await follow(declare ?? '');
    await until(async () => (await ask(`/keys/${kids[0]}`, '*/*')).status === 410);
    const report = (await run('verify', accepted)).lines[0];
    expect(report).toMatchObject({ verified: false, verdict: 'not-verifiable' });
    expect(reissueMails()).toEqual([]);

    const [signed] = await follow(issue ?? '');
    expect(signed?.lines.filter(({ kind }) => kind === 'reissued')).toHaveLength(2);
    await until(() => reissueMails().length > 0);
    expect(reissueMails().map(({ recipients }) => recipients)).toEqual([['claire.dupont@ac-test.example']]);
    const [listed] = await follow(after ?? '');
    const successors = activeKids(listed as CommandResult);
    expect(successors).toHaveLength(2);
    expect(successors.filter((kid) => kids.includes(kid))).toEqual([]);
  }, 120_000);

  it('leaves every badge valid, by the page and by the verifiers of others', async () => {
    expect((await page(accepted)).includes(fr.verification.innerVerdict.valid)).toBe(true);
    const answer = ({
      url,
      headers,
    }: {
      readonly url: string;
      readonly headers: Readonly<Record<string, string>>;
    }) =>
      url.startsWith(ORIGIN) ? fetch(`${server.url}${url.slice(ORIGIN.length)}`, { headers }) : undefined;
    const document = await (await ask(accepted, 'application/vc')).json();
    for (const name of ['dcc', 'didkit'] as const) {
      const verifier = openThirdPartyVerifier(name, answer);
      try {
        const judged = await verifier.verify(document);
        expect([name, judged.verified, judged.faults]).toEqual([name, true, []]);
      } finally {
        verifier.close();
      }
    }
    expect((await run('issue')).lines).toEqual([{ kind: 'summary', issued: 0, remaining: 0 }]);
  }, 60_000);

  it('asks for a yes: without a terminal or --yes, nothing is done', async () => {
    const [kid = ''] = activeKids(await run('keys', 'list'));
    const refused = await run('keys', 'compromise', kid, '--reason', 'Essai');
    expect([refused.code, refused.stderr]).toEqual([2, expect.stringContaining(fr.cli.confirmByOption)]);
    expect(activeKids(await run('keys', 'list'))).toContain(kid);
    for (const since of ['hier', '2026-02-30'])
      expect((await run('keys', 'compromise', kid, '--reason', 'Essai', '--since', since)).code).toBe(2);
  });
});
