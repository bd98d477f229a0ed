import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ImportEntry, ImportSource, ImportSummary } from '../../../src/application/files/import/run.ts';
import type { CredentialId } from '../../../src/domain/ids.ts';
import { type ContextOptions, type NodeContext, openNodeContext } from '../../../src/node.ts';
import { copyDatabase, copyKeys, fixtureDatabase } from '../fixtures/template.ts';
import { TRUSTED_CLOCK } from '../trusted-clock.ts';

export const TEST_ORIGIN = 'https://jalon.test';

/** A whole service in a private folder: real database, real keys, the real application, but no socket.
 *  `settings` replace those of its environment. */
export interface TestService extends NodeContext {
  readonly folder: string;
  readonly environment: Readonly<Record<string, string>>;
  /** Sends a GET for one of the application's own paths. */
  get(path: string, headers?: Readonly<Record<string, string>>): Promise<Response>;
  post(path: string, body: unknown, token?: string): Promise<Response>;
  importText(
    files: Readonly<Record<string, string>>,
  ): Promise<{ summary: ImportSummary; entries: readonly ImportEntry[] }>;
  stop(): Promise<void>;
}

export type Settings = Readonly<Record<string, string>>;

export function startTestService(
  settings: Settings = {},
  options: ContextOptions = {},
): Promise<TestService> {
  return startFrom(copyDatabase, settings, options);
}

/** A service that begins with what `prepare` did, which `name` describes. The first test of a run prepares it,
 *  and each later one copies the database that was left; so the values of the settings may not matter to it. */
export async function startPrepared(
  { name, prepare }: { readonly name: unknown; prepare(service: TestService): Promise<unknown> },
  settings: Settings = {},
): Promise<TestService> {
  const database = await fixtureDatabase([name, Object.keys(settings).sort()], async (path) => {
    const service = await startTestService(settings);
    await prepare(service);
    await service.close();
    await cp(join(service.folder, 'jalon.db'), path);
    await rm(service.folder, { recursive: true, force: true });
  });
  return startFrom((to) => cp(database, to), settings);
}

async function startFrom(
  makeDatabase: (path: string) => Promise<void>,
  settings: Settings,
  options: ContextOptions = {},
): Promise<TestService> {
  const folder = await mkdtemp(join(tmpdir(), 'jalon-test-'));
  const environment = {
    PUBLIC_URL: TEST_ORIGIN,
    DATABASE_URL: `sqlite:${join(folder, 'jalon.db')}`,
    KEYS_DIR: join(folder, 'keys'),
    DEMO: '0',
    ...(settings['DATABASE_URL'] && TRUSTED_CLOCK),
    ...settings,
  };
  const origin = environment.PUBLIC_URL;
  await copyKeys(environment.KEYS_DIR);
  if (!settings['DATABASE_URL']) await makeDatabase(join(folder, 'jalon.db'));
  const context = await openNodeContext(environment, options);
  await context.keys.open();
  return {
    ...context,
    folder,
    environment,
    get: async (path, headers = {}) => context.app.request(`${origin}${path}`, { headers }),
    post: async (path, body, token) =>
      context.app.request(`${origin}${path}`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', ...(token && { Authorization: `Bearer ${token}` }) },
        body: JSON.stringify(body),
      }),
    async importText(files) {
      const entries: ImportEntry[] = [];
      const summary = await context.services.importFiles(Object.entries(files).map(toSource), {
        dryRun: false,
        actor: 'test',
        onEntry: (entry) => void entries.push(entry),
      });
      return { summary, entries };
    },
    async stop() {
      await context.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

export function toSource([name, text]: readonly [string, string]): ImportSource {
  const bytes = new TextEncoder().encode(text);
  return {
    name,
    sizeBytes: bytes.length,
    open: async function* () {
      yield bytes;
    },
  };
}

/** Three files with which `claire.dupont@ac-test.example` earns RUPN-ENG at any date from 2024 on. */
export const ONE_RUPN: Readonly<Record<string, string>> = {
  'etablissements.csv': 'uai;nom;secteur\n0210001M;Collège Claude Guyot;Public\n',
  'personnes.csv': 'email;prenom;nom\nclaire.dupont@ac-test.example;Claire;Dupont\n',
  'engagements.csv': [
    'reference;email;uai;debut;fin;missions;roles;confirmation',
    'SEG-1;claire.dupont@ac-test.example;0210001M;01/09/2023;31/08/2024;A1|A2|B1;;confirmee',
    '',
  ].join('\n'),
};

export interface IssuedBadge {
  readonly id: CredentialId;
  readonly path: string;
}

/** Grants and signs every badge whose criteria are met. */
export async function issueEverything(
  { services }: NodeContext,
  on?: string,
): Promise<readonly IssuedBadge[]> {
  const command = {
    scope: { kind: 'all-met' as const, cautions: 'included' as const },
    actor: 'test',
    ...(on && { on: on as never }),
  };
  for await (const outcome of services.grantAwards(command)) {
    if (outcome.kind === 'skipped' && outcome.code !== 'award-exists') throw new Error(outcome.code);
  }
  const issued: IssuedBadge[] = [];
  for await (const outcome of services.issueCredentials({ actor: 'test' })) {
    if (outcome.kind === 'failed') throw outcome.error;
    issued.push({ id: outcome.id, path: `/credentials/${outcome.id}` });
  }
  return issued;
}

/** A service in which one person earned one badge, signed and not yet accepted. */
export async function startWithOneBadge(
  ...options: Parameters<typeof startTestService>
): Promise<{ readonly service: TestService; readonly badge: IssuedBadge }> {
  const service = await startTestService(...options);
  await service.importText(ONE_RUPN);
  const [badge] = await issueEverything(service);
  if (!badge) throw new Error('No badge was issued.');
  return { service, badge };
}
