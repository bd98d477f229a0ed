import { randomBytes, randomInt, randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { makeGuardedFetcher } from './adapters/fetching/guarded-fetch.node.ts';
import { makeOwnOriginFetcher } from './adapters/fetching/own-origin-fetcher.ts';
import { createApp } from './adapters/http/app.ts';
import { makeNodeRasteriser } from './adapters/rasterising/resvg.node.ts';
import { readKeyFolder, readPublicKeys } from './adapters/signing/key-folder.node.ts';
import { type KeyRing, openKeyRing } from './adapters/signing/key-ring.ts';
import { makeProofChecker } from './adapters/signing/proof-checker.ts';
import { makeSigner } from './adapters/signing/signer.ts';
import { openSpreadsheet } from './adapters/spreadsheets/open-spreadsheet.ts';
import { writeCsv } from './adapters/spreadsheets/write-csv.ts';
import { makeWorkbookWriter } from './adapters/spreadsheets/write-workbook.ts';
import { type Database, migrate, openStore } from './adapters/storage/open-store.node.ts';
import type { IdentityProvider } from './application/accounts/identity-provider.ts';
import { makeLivingCatalogue } from './application/criteria/living-catalogue.ts';
import type { Mailer } from './application/mail/mailer.ts';
import type { Clock, Ids, KeyDirectory, Log, Signer } from './application/ports.ts';
import { makeServices, type Ports } from './application/services.ts';
import { makeLivingSettings } from './application/settings/living-settings.ts';
import { makeVerifyCredential } from './application/verify-credential.ts';
import { type Config, parseConfig, type Secrets } from './config.ts';
import type { AwardId, CredentialId, PersonId } from './domain/ids.ts';
import { type Instant, toInstant } from './domain/time.ts';
import { makeIdentityProviders } from './identity-providers.ts';
import { makeMailer } from './make-mailer.node.ts';

/** The whole service on Node, ready to be used by a verb or served. */
export interface NodeContext extends ReturnType<typeof assemble> {
  readonly config: Config;
  close(): Promise<void>;
}

export interface ContextOptions {
  /** In place of the database in the settings; from it nobody is written to. */
  readonly databaseFile?: string;
  /** Before those of the settings. */
  readonly identityProviders?: readonly IdentityProvider[];
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Environment → settings → database and keys → services. The database is brought up to date first; keys are read when
 *  something is signed, and never made.
 *  Throws ConfigError, `key-unreadable`, `unreachable`. */
export async function openNodeContext(
  environment: Environment,
  { databaseFile, identityProviders = [] }: ContextOptions = {},
): Promise<NodeContext> {
  const { config, secrets } = parseConfig(environment);
  const database = databaseFile ? { file: databaseFile } : databaseOf(config, secrets);
  const store = await openStore(database, migrationsFolder());
  const keys = await openKeys(config, secrets);
  const catalogue = makeLivingCatalogue({ store, clock });
  const settings = makeLivingSettings({ store, clock, issuer: config.issuer });
  await Promise.all([catalogue.refresh(), settings.refresh()]);
  const mailer = databaseFile ? undefined : makeMailer({ ...config, issuer: settings.issuer }, secrets, log);
  const providers = [...identityProviders, ...makeIdentityProviders(config, secrets)];
  const parts = { config, store, keys, catalogue, settings, mailer, identityProviders: providers };
  return { ...assemble(parts), config, close: () => store.close() };
}

/** Brings the database to the newest shape; answers the names of the migrations that ran. */
export async function migrateDatabase(environment: Environment): Promise<readonly string[]> {
  const { config, secrets } = parseConfig(environment);
  return migrate(databaseOf(config, secrets), migrationsFolder());
}

function databaseOf({ database }: Config, { postgresUrl }: Secrets): Database {
  return database.kind === 'sqlite' ? { file: database.file } : { postgresUrl: postgresUrl ?? '' };
}

interface Parts {
  readonly config: Config;
  readonly store: Ports['store'];
  readonly keys: Awaited<ReturnType<typeof openKeys>>;
  readonly catalogue: Ports['catalogue'];
  readonly settings: Ports['settings'];
  readonly mailer: Mailer | undefined;
  readonly identityProviders: readonly IdentityProvider[];
}

function assemble({ config, store, keys, catalogue, settings, mailer, identityProviders }: Parts) {
  const origin = config.publicUrl;
  const fetcher = makeOwnOriginFetcher({
    origin,
    answer: (request) => app.fetch(request),
    outside: makeGuardedFetcher(),
  });
  const ports: Ports = {
    store,
    clock,
    ids,
    waitUntilAfter,
    catalogue,
    signer: keys.signer,
    keys: keys.directory,
    issuer: settings.issuer,
    settings,
    origin,
    fetcher,
    openSheets: openSpreadsheet,
    tableWriters,
    log,
    identityProviders,
    ...(mailer && { mailer }),
  };
  const services = makeServices(ports);
  const verify = makeVerifyCredential({ fetcher, proofChecker: makeProofChecker(), clock, origin });
  const app = createApp({
    ports,
    services,
    verify,
    rasteriser: makeNodeRasteriser(),
    demo: config.demo,
    assets: { css: styleSheetAddress() },
  });
  return { ports, services, verify, app, keys };
}

/** Public halves at once; private ones when something is first signed, so that a verb that signs nothing needs none. */
async function openKeys(config: Config, { keysPassphrase }: Secrets) {
  const publicKeys = await readPublicKeys(config.keysDir);
  let ring: Promise<KeyRing> | undefined;
  let opened: KeyRing | undefined;
  const open = async (): Promise<KeyRing> => {
    ring ??= openKeyRing(() =>
      readKeyFolder({
        folder: config.keysDir,
        requireEncryption: config.production,
        ...(keysPassphrase && { passphrase: keysPassphrase }),
      }),
    );
    opened = await ring;
    return opened;
  };
  const makeOwnSigner = async (): Promise<Signer> => {
    const { current } = await open();
    return makeSigner({ origin: config.publicUrl, keys: current, clock });
  };
  let signer: Promise<Signer> | undefined;
  const ready = () => {
    signer ??= makeOwnSigner();
    return signer;
  };
  const directory: KeyDirectory = { list: () => opened?.directory.list() ?? publicKeys };
  return {
    directory,
    open,
    signer: {
      signDataIntegrity: async (unsigned) => (await ready()).signDataIntegrity(unsigned),
      signJwt: async (unsigned) => (await ready()).signJwt(unsigned),
    } satisfies Signer,
  };
}

const tableWriters: Ports['tableWriters'] = {
  csv: writeCsv,
  xlsx: (language) => makeWorkbookWriter(language === 'fr' ? 'fr-FR' : 'en-GB'),
};

const clock: Clock = { now: () => toInstant(new Date()) };

const waitUntilAfter = async (instant: Instant): Promise<void> => {
  while (clock.now() <= instant) await sleep(Date.parse(instant) + 1000 - Date.now() + 1);
};

const ids: Ids = {
  personId: () => randomUUID() as string as PersonId,
  awardId: () => growingId() as AwardId,
  credentialId: () => randomBytes(16).toString('base64url') as CredentialId,
  uuid: () => randomUUID(),
  integer: (below) => randomInt(below),
  salt: () => randomBytes(16).toString('hex'),
};

let last = 0;
/** Grows with time inside a process, and is random beyond it: awards are signed in the order they were granted. */
function growingId(): string {
  last = Math.max(last + 1, Date.now() * 1000);
  return `${last.toString(16).padStart(14, '0')}-${randomBytes(8).toString('hex')}`;
}

const log: Log = {
  info: (event, fields = {}) =>
    void process.stderr.write(`${JSON.stringify({ level: 'info', event, ...fields })}\n`),
  error: (event, fields = {}) =>
    void process.stderr.write(`${JSON.stringify({ level: 'error', event, ...fields })}\n`),
};

/** The project's root: one folder above `src/` and above `dist/` alike. */
function rootFolder(): string {
  return fileURLToPath(new URL('..', import.meta.url));
}

/** Where the migrations are, for every engine. */
function migrationsFolder(): string {
  return `${rootFolder()}migrations`;
}

/** Where the published data files are: the list of schools, the framework, the criteria. */
export function dataFolder(): string {
  return `${rootFolder()}data`;
}

/** Where the built style sheet and its fonts are. */
export function assetsFolder(): string {
  return `${rootFolder()}dist/assets`;
}

/** Address of the built style sheet, with its hash. */
export function styleSheetAddress(): string {
  const manifest = `${assetsFolder()}/manifest.json`;
  if (!existsSync(manifest)) return '/assets/jalon.css';
  const names = JSON.parse(readFileSync(manifest, 'utf8')) as Record<string, string>;
  return `/assets/${names['jalon.css']}`;
}
