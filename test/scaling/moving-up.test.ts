import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { prepareDemonstration } from '../../src/cli/prepare-demonstration.ts';
import type { NodeContext } from '../../src/node.ts';
import { openNodeContext } from '../../src/node.ts';
import { cliTexts } from '../../src/texts/fr/cli/commands.ts';
import { jalon } from '../support/command-line.ts';
import { makePostgresDatabase, type PostgresDatabase } from '../support/servers/postgres.ts';
import { TEST_ORIGIN } from '../support/servers/service.ts';
import { openThirdPartyVerifier } from '../support/third-party/verifiers.ts';

/** Forms that are compared for every badge. */
const FORMS = ['', '.json', '.jws'];
/** Forms that are compared for some badges of each kind: drawing them costs most. */
const DRAWN_FORMS = ['?lang=en', '.svg', '.png', '/qr.svg', '/image.svg', '/preview.png'];
const DRAWN = 18;

const folder = mkdtempSync(join(tmpdir(), 'jalon-moving-'));
const before = {
  PUBLIC_URL: TEST_ORIGIN,
  DATABASE_URL: `sqlite:${join(folder, 'jalon.db')}`,
  KEYS_DIR: join(folder, 'keys'),
  DEMO: '0',
};
let database: PostgresDatabase;
let after: Readonly<Record<string, string>>;
let moment: Date;

beforeAll(async () => {
  database = await makePostgresDatabase();
  after = { ...before, DATABASE_URL: database.url };
  const progress = { update: () => {}, clear: () => {} };
  const output = {
    json: false,
    line: () => {},
    file: () => {},
    taken: async () => {},
    note: () => {},
    document: () => {},
    progress,
  };
  const call = {
    words: [],
    options: {},
    output,
    texts: cliTexts,
    locale: 'fr' as const,
    environment: before,
  };
  await prepareDemonstration(call, join(folder, 'jalon.db'));
  moment = new Date();
}, 300_000);
afterAll(async () => {
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

/** A page shows when it was verified, so the clock stands still for all compared answers. */
async function atOneDataVersion<T>(
  environment: Readonly<Record<string, string>>,
  use: (it: NodeContext) => T,
) {
  vi.useFakeTimers({ toFake: ['Date'], now: moment });
  const context = await openNodeContext(environment);
  try {
    return await use(context);
  } finally {
    await context.close();
    vi.useRealTimers();
  }
}

async function publicAddresses({ ports, keys }: NodeContext): Promise<readonly string[]> {
  const rows = await ports.store.readCredentials({ limit: 1_000 });
  const badges = rows.flatMap(({ credential }) => (credential ? [`/credentials/${credential.id}`] : []));
  const lists = rows.flatMap(({ credential }) => credential?.statusListId ?? []);
  const codes = [...new Set(rows.map(({ award }) => award.achievement))];
  return [
    ...badges.flatMap((badge) => FORMS.map((form) => `${badge}${form}`)),
    ...badges.slice(0, DRAWN).flatMap((badge) => DRAWN_FORMS.map((form) => `${badge}${form}`)),
    ...[...new Set(lists)].map((list) => `/status/${list}`),
    ...keys.directory.list().map(({ kid }) => `/keys/${kid}`),
    ...codes.flatMap((code) => [
      `/badges/${code}`,
      `/badges/${code}/v1`,
      `/badges/${code}/v1/en`,
      `/badges/${code}/v1/image.svg`,
    ]),
    ...['/', '/badges', '/issuer', '/verify', '/referentiel/rupn/v1', '/api/v1/openapi.json'],
    ...['/.well-known/did.json', '/.well-known/jwks.json'],
  ];
}

/** The status, the headers and every byte of each address, as a browser and as a program gets them. */
async function answersOf({ app }: NodeContext, addresses: readonly string[]) {
  const answers = new Map<string, string>();
  for (const address of addresses) {
    for (const accept of ['text/html', 'application/vc+ld+json, application/ld+json']) {
      const response = await app.request(`${TEST_ORIGIN}${address}`, { headers: { accept } });
      const bytes = Buffer.from(await response.arrayBuffer()).toString('base64');
      // Each request has an id of its own.
      const headers = JSON.stringify([...response.headers].filter(([name]) => name !== 'x-request-id'));
      answers.set(`${accept} ${address}`, `${response.status} ${headers} ${bytes}`);
    }
  }
  return answers;
}

describe('a service that moves from SQLite to PostgreSQL', () => {
  it('answers every public address as before, byte for byte', async () => {
    const { addresses, answers } = await atOneDataVersion(before, async (context) => {
      const addresses = await publicAddresses(context);
      return { addresses, answers: await answersOf(context, addresses) };
    });
    const statuses = [...answers.values()].map((answer) => answer.slice(0, 3));
    expect(statuses.filter((status) => status === '200').length).toBeGreaterThan(500);
    expect(statuses.filter((status) => status === '404').length).toBeGreaterThan(100);
    expect(statuses.filter((status) => status >= '500')).toEqual([]);

    const environment = { ...before, JALON_MOVE_TO: database.url };
    expect((await jalon(['move', '--json'], { environment })).code).toBe(0);

    const afterwards = await atOneDataVersion(after, (context) => answersOf(context, addresses));
    const changed = [...answers].filter(([address, answer]) => afterwards.get(address) !== answer);
    expect(changed.map(([address]) => address)).toEqual([]);
    expect(afterwards.size).toBe(answers.size);
  }, 300_000);

  it('revokes earlier badges there, and another project’s verifier sees it', async () => {
    const context = await openNodeContext(after);
    const rows = await context.ports.store.readCredentials({ limit: 1_000 });
    const badge = rows.find(
      ({ credential }) => credential?.choice.acceptance === 'accepted' && !credential.revocation,
    )?.credential;
    const judge = async () => {
      const thirdParty = openThirdPartyVerifier('dcc', ({ url, headers }) =>
        url.startsWith(TEST_ORIGIN) ? context.app.request(url, { headers }) : undefined,
      );
      const judgment = await thirdParty.verify(JSON.parse(badge?.document ?? ''));
      thirdParty.close();
      return judgment;
    };
    expect(await judge()).toMatchObject({ verified: true, faults: [] });
    await context.services.revokeCredential({
      id: badge?.id as never,
      reason: 'Erreur de saisie',
      actor: 'test',
    });
    await context.services.publishStatusLists();
    expect(await judge()).toMatchObject({ verified: false });
    await context.close();
  }, 120_000);
});
