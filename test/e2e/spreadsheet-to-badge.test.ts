import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { generateDemo } from '../../demo/generate-demo.ts';
import { teamDaysUntil } from '../../demo/move-plan.ts';
import { jalon, ROOT } from '../support/command-line.ts';
import { todayInParis } from '../support/now.ts';
import { type RunningServer, startServer } from '../support/servers/running.ts';
import { openThirdPartyVerifier, verifyJwsWithNode } from '../support/third-party/verifiers.ts';

const ORIGIN = 'https://jalon.test';
const folder = mkdtempSync(join(tmpdir(), 'jalon-e2e-'));
const files = join(folder, 'files');
const environment = {
  PUBLIC_URL: ORIGIN,
  DATABASE_URL: `sqlite:${join(folder, 'jalon.db')}`,
  KEYS_DIR: join(folder, 'keys'),
};
/** The last day on which whole school teams and people are met. */
const JUDGED_ON = teamDaysUntil(todayInParis()).at(-1) ?? todayInParis();
const run = (...texts: string[]) => jalon([...texts, '--json'], { environment });
let server: RunningServer;

beforeAll(async () => {
  const establishmentsCsv = readFileSync(`${ROOT}data/establishments-dijon.csv`, 'utf8');
  mkdirSync(files);
  for (const { name, text } of generateDemo({ establishmentsCsv, today: todayInParis() }))
    writeFileSync(join(files, name), text);
  expect((await run('keys', 'generate')).code).toBe(0);
  server = await startServer(environment, ORIGIN);
});
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

const fetchJson = async (address: string) =>
  fetch(address.replace(ORIGIN, server.url), { headers: { Accept: 'application/vc' } });

it('goes from the DANE’s spreadsheets to badges that strangers verify, and to their revocation', async () => {
  const imported = await run('import', files);
  expect(imported.code).toBe(0);
  expect(imported.lines.at(-1)).toMatchObject({ kind: 'summary', refused: 0 });

  const judged = await run('evaluate', '--on', JUDGED_ON);
  const met = judged.lines.filter((line) => line['met'] === true);
  expect(new Set(met.map((line) => line['badge'])).size).toBe(8);
  const granted = await run('grant', '--all-met', '--also-to-look-at', '--on', JUDGED_ON);
  expect(granted.lines.filter((line) => line['kind'] === 'granted')).toHaveLength(met.length);
  const again = await run('grant', '--all-met', '--also-to-look-at', '--on', JUDGED_ON);
  expect(again.lines.at(-1)).toMatchObject({ kind: 'summary', granted: 0, skipped: met.length });

  // The command is killed twice, then left to finish: nothing may be lost or doubled.
  const addresses = new Set<unknown>();
  for (const killAfterLines of [15, 40, undefined]) {
    const issued = await jalon(['issue', '--json'], {
      environment,
      ...(killAfterLines && { killAfterLines }),
    });
    for (const line of issued.lines) if (line['kind'] === 'issued') addresses.add(line['credential']);
  }
  expect((await run('issue')).lines).toEqual([{ kind: 'summary', issued: 0, remaining: 0 }]);
  // The badges of a chunk are stored together and printed after that, so a kill in between loses only their
  // lines.
  expect(addresses.size).toBeGreaterThan(15 + 40);

  const waiting = await fetchJson(String([...addresses][0]));
  expect(waiting.status).toBe(404);
  const accepted = await run('accept', '--all', '--visibility', 'public', '--name', 'initials');
  expect(accepted.lines.at(-1)).toEqual({ kind: 'summary', accepted: met.length });
  const all = new Set(accepted.lines.slice(0, -1).map((line) => line['credential']));
  expect(all.size).toBe(met.length);
  expect([...addresses].filter((address) => !all.has(address))).toEqual([]);

  // One badge of each kind, fetched by its own id with plain HTTP, is given to verifiers that others wrote.
  const kinds = new Map<string, string>();
  for (const address of accepted.lines.slice(0, -1).map((line) => String(line['credential']))) {
    const document = await (await fetchJson(address)).json();
    kinds.set(document.credentialSubject.achievement.humanCode, address);
    if (kinds.size === 8) break;
  }
  expect(kinds.size).toBe(8);
  const dcc = openThirdPartyVerifier('dcc', server.network);
  const didkit = openThirdPartyVerifier('didkit', server.network);
  try {
    for (const address of kinds.values()) {
      const document = await (await fetchJson(address)).json();
      expect(document.id).toBe(address);
      const jws = await (await fetch(`${address.replace(ORIGIN, server.url)}.jws`)).text();
      const judgments = await Promise.all([
        dcc.verify(document),
        didkit.verify(document),
        verifyJwsWithNode(jws, server.network),
      ]);
      expect(judgments.map(({ verified, faults }) => ({ verified, faults }))).toEqual(
        Array(3).fill({ verified: true, faults: [] }),
      );
      expect((await run('verify', address)).code).toBe(0);
    }

    const [address = ''] = kinds.values();
    expect((await run('revoke', address, '--reason', 'Erreur de saisie')).code).toBe(0);
    const revoked = await (await fetchJson(address)).json();
    const judgment = await dcc.verify(revoked);
    expect(judgment.verified).toBe(false);
    expect(JSON.stringify(judgment)).toMatch(/revo/i);
    const [, other = ''] = kinds.values();
    expect((await dcc.verify(await (await fetchJson(other)).json())).verified).toBe(true);
  } finally {
    dcc.close();
    didkit.close();
  }
}, 180_000);

// A dozen commands start, one after the other.
it('keeps old badges valid after a rotation of keys, and rejects those of a compromised key', {
  timeout: 60_000,
}, async () => {
  const reading = async (address: string) =>
    (await run('verify', address)).lines[0] as Record<string, unknown>;
  const [first] = (await run('keys', 'list')).lines.filter((key) => key['algorithm'] === 'Ed25519');
  const listed = await run('accept', '--all');
  expect(listed.code).toBe(0);
  const granted = await run(
    'grant',
    '--person',
    'anais.marceau@ac-dijon.example',
    '--badge',
    'RUPN-COM',
    '--on',
    JUDGED_ON,
    '--reason',
    'Décision de la DANE',
  );
  expect(granted.code).toBe(0);
  const [line] = (await run('issue')).lines;
  const address = String(line?.['credential']);
  await run('accept', address);
  expect(await reading(address)).toMatchObject({ verified: true });

  expect((await run('keys', 'rotate', '--algorithm', 'Ed25519')).code).toBe(0);
  expect(await reading(address)).toMatchObject({ verified: true });

  const kid = String(first?.['kid']);
  expect((await run('keys', 'compromise', kid, '--reason', 'Sauvegarde perdue', '--yes')).code).toBe(0);
  const failed = await reading(address);
  expect(failed).toMatchObject({ verified: false });
  expect(JSON.stringify(failed)).toContain('Sauvegarde perdue');
  const key = await (await waitForKey(kid)).json();
  expect(key).toMatchObject({ status: 410, code: 'key-compromised', reason: 'Sauvegarde perdue' });
  const did = await (await fetch(`${server.url}/.well-known/did.json`)).json();
  expect(JSON.stringify(did)).not.toContain(kid);

  const resigned = await run('issue');
  expect(resigned.lines.at(-1)).toMatchObject({ kind: 'summary', issued: 0, remaining: 0 });
  expect(resigned.lines.filter((one) => one['kind'] === 'reissued').length).toBeGreaterThan(100);
  expect(await reading(address)).toMatchObject({ verified: true });
  expect((await run('issue')).lines).toEqual([{ kind: 'summary', issued: 0, remaining: 0 }]);
});

/** A running server notices a changed key folder by itself, within seconds. */
async function waitForKey(kid: string): Promise<Response> {
  for (let attempt = 0; ; attempt += 1) {
    const answer = await fetch(`${server.url}/keys/${kid}`);
    if (answer.status === 410 || attempt === 100) return answer;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
