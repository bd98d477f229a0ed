import { existsSync, readFileSync } from 'node:fs';
import { readFile, statfs } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Fetcher, Sender } from '#open-badges/fetching';
import {
  makeGuardedFetcher,
  makeGuardedSender,
  makeNameResolver,
  makeNodeFileReader,
  nodePrimitives,
} from '#open-badges/node';
import { type CanonicalizerChoice, chooseCanonicalizer } from '#open-badges/proofs';
import { type AssetAddresses, toAssetAddresses } from './adapters/http/layout/asset-urls.ts';
import { makeNodePaperDrawer } from './adapters/pdf/drawer.node.ts';
import { makeNodeRasteriser } from './adapters/rasterizer/resvg.node.ts';
import { readKeyFolder, readPublicKeys } from './adapters/signing/key-folder.node.ts';
import { makeOwnKeys, type OwnKeys } from './adapters/signing/own-keys.ts';
import {
  type Database,
  migrate,
  type OpenOptions,
  openStore,
} from './adapters/storage/engines/open-store.node.ts';
import type { IdentityProvider } from './application/accounts/identity-provider.ts';
import { makeAuditedStore } from './application/audit/audited-store.ts';
import type { AuditContexts } from './application/audit/context.ts';
import { makeOneAtATime, makeRunInTurn } from './application/concurrency/async.ts';
import type { Log, Store } from './application/ports.ts';
import { currentCaller, openAuditContexts } from './assembly/audit-context.node.ts';
import { assemble, type RuntimeDeps } from './assembly/composition-root.ts';
import { compress, gzipList } from './assembly/compress.node.ts';
import { makeIdentityProviders } from './assembly/identity-providers.ts';
import { makeMailer } from './assembly/make-mailer.node.ts';
import { makeProcessFigures } from './assembly/process-metrics.node.ts';
import { readPack } from './assembly/read-pack.node.ts';
import { clock, ids, makeLog, makeStoppableWork } from './assembly/system-ports.ts';
import { makeWorkerPorts } from './assembly/worker-ports.node.ts';
import { DomainError } from './domain/errors.ts';
import { NO_PERSON } from './domain/ids.ts';
import type { Config } from './settings/config.ts';
import { ConfigError } from './settings/config-error.ts';
import { readSettings } from './settings/read.node.ts';
import type { Secrets } from './settings/secrets.ts';

/** The whole service on Node, to be used by a verb or served. */
export interface NodeContext extends ReturnType<typeof assemble> {
  readonly config: Config;
  /** Ends long work after its current step, for a service that must stop. */
  stopWork(): void;
  close(): Promise<void>;
}

export interface ContextOptions {
  /** Replaces the database of the settings; no mail is sent from it. */
  readonly databaseFile?: string;
  /** Whether slow work is done in threads that can be stopped, so that it does not delay other requests. */
  readonly sideWork?: boolean;
  /** Listed before the providers of the settings. */
  readonly identityProviders?: readonly IdentityProvider[];
  /** True for `serve`: a request waits only briefly for the database. */
  readonly serving?: boolean;
  /** True for a copy of all public answers that outlives the service: its pages state this, and no mail is
   *  sent. */
  readonly asCopy?: boolean;
  /** Replaces the guarded network. */
  readonly elsewhere?: { readonly fetcher?: Fetcher; readonly sender?: Sender };
}

/** How long a request waits for a database that another process has locked, or for its first connection: with the
 *  time for its answer, less than two seconds. A verb waits longer. */
const REQUEST_TIMEOUT_MS = 1200;

type Environment = Readonly<Record<string, string | undefined>>;

/** Environment → settings → database and keys → services. The database is migrated first, in production only
 *  if it is new. Private keys are opened at the first signature, and never made. Throws ConfigError,
 *  `key-unreadable`, `unreachable`, `database-unusable`, `newer-database`, `migrations-pending`. */
export async function openNodeContext(
  environment: Environment,
  options: ContextOptions = {},
): Promise<NodeContext> {
  const { databaseFile, sideWork = false, identityProviders = [], serving = false, asCopy } = options;
  const { config, secrets } = readSettings(environment);
  const database = databaseFile ? { file: databaseFile } : databaseOf(config, secrets);
  const limits = { onReached: (_limit: string) => {} };
  const side = sideWork ? openWorkerPorts(!asCopy, (pool) => limits.onReached(pool)) : undefined;
  const command = serving ? undefined : environment;
  const migrating = { migrating: migratingOf(config), checkBeside: side?.checkDatabase };
  const { store, occasions, ready } = await openStoreForActions(database, migrating, command);
  const log = makeProcessLog(occasions);
  const work = makeStoppableWork();
  const guard = {
    resolve: makeNameResolver({ callerOf: currentCaller.of, onFull: () => limits.onReached('names') }),
    proxy: secrets.fetchProxy,
  };
  const canonicalizer = chooseCanonicalizer({
    primitives: nodePrimitives,
    foreignByLibrary: side?.canonicalise,
    foreignBeside: side?.canonicaliseBeside,
  });
  const keys = openKeys({ config, secrets, store, log, road: canonicalizer });
  const tracing = serving ? await openTracing({ config, secrets, log }) : undefined;
  const parts: RuntimeDeps = {
    config,
    metricsToken: secrets.metricsToken,
    store,
    occasions,
    keys,
    outside: options.elsewhere?.fetcher ?? makeGuardedFetcher(guard),
    readFile,
    sender: options.elsewhere?.sender ?? makeGuardedSender(guard),
    rasteriser: side?.rasteriser ?? makeNodeRasteriser(),
    assets: assetAddresses(),
    drawer: side?.drawer ?? makeNodePaperDrawer(),
    files: side?.fileReader ?? makeNodeFileReader(),
    openSheets: side?.openSheets,
    blankNumens: side?.blankNumens,
    canonicalise: canonicalizer.thirdParty,
    primitives: nodePrimitives,
    compress,
    gzip: gzipList,
    log,
    copiedAt: asCopy ? clock.now() : undefined,
    beginAllowance: work.begin,
    oneWorkbookAtATime: makeOneAtATime(),
    largeInTurn: makeRunInTurn(),
    readFreeBytes: 'file' in database ? () => readFreeBytes(database.file) : undefined,
    processFigures: makeProcessFigures(),
    identityProviders: [...identityProviders, ...makeIdentityProviders(config, secrets)],
    makeMailer:
      databaseFile || asCopy ? undefined : (issuer) => makeMailer({ ...config, issuer }, secrets, log),
  };
  const assembled = assemble(tracing?.trace(parts) ?? parts);
  limits.onReached = (limit) => assembled.ports.log.error('limit-reached', { limit });
  await Promise.all([ready, refresh(assembled)]);
  await beginWithOffice(assembled, config);
  return {
    ...assembled,
    config,
    stopWork: work.stop,
    close: async () => {
      await side?.close();
      await store.close();
      await tracing?.close();
    },
  };
}

/** The store and the contexts of actions, by which it tells their waits apart. `command` is the environment
 *  of a process that carries out one command, and absent for one that serves. */
async function openStoreForActions(
  database: Database,
  options: Omit<OpenOptions, 'migrationsFolder'>,
  command: Environment | undefined,
) {
  const present: { action?: () => object } = {};
  const store = await openStore(database, {
    ...options,
    migrationsFolder: migrationsFolder(),
    currentAction: () => present.action?.(),
    ...(!command && { patienceMilliseconds: REQUEST_TIMEOUT_MS, listening: true }),
  });
  const contexts = openAuditContexts(command, store);
  present.action = contexts.occasions.current;
  return { store, ...contexts };
}

function refresh({ keys, ports: { catalogue, settings } }: ReturnType<typeof assemble>) {
  return Promise.all([keys.refresh(), catalogue.refresh(), settings.refresh()]);
}

/** Who asks for no traces loads nothing for them. */
async function openTracing({ config, secrets, log }: Pick<KeyDeps, 'config' | 'secrets' | 'log'>) {
  if (!config.tracing) return undefined;
  const tracing = await import('./assembly/tracing.node.ts');
  return tracing.openTracing({ ...config.tracing, headers: secrets.tracingHeaders ?? {}, log });
}

const openWorkerPorts = (serves: boolean, onLimit: (pool: string) => void) =>
  makeWorkerPorts(`${rootFolder()}dist/worker-thread.js`, { callerOf: currentCaller.of, serves, onLimit });

function makeProcessLog(auditContexts: AuditContexts): Log {
  return makeLog((line) => void process.stderr.write(`${line}\n`), {
    form: process.stderr.isTTY ? 'words' : 'json',
    request: () => auditContexts.current().request,
  });
}

/** A new service begins with the pack that the settings name. Throws `invalid-pack`, `office-in-use`. */
async function beginWithOffice({ ports, services }: ReturnType<typeof assemble>, { officePack }: Config) {
  if (!officePack || ports.catalogue.newestPack().version > 0) return;
  const { document, faults } = await readPack(officePack).catch((error: NodeJS.ErrnoException) => {
    const { syscall, code: reason = '' } = error;
    const fault = { name: 'OFFICE_PACK', code: 'file-unreadable', path: officePack, reason } as const;
    throw syscall === undefined ? error : new ConfigError([fault]);
  });
  if (faults.length > 0) throw new DomainError('invalid-pack', { faults: faults.length });
  await services.beginWithOffice({ document, actor: NO_PERSON.service });
}

/** A database in use is migrated automatically only outside production. */
function migratingOf({ production }: Config): 'if-new' | 'always' {
  return production ? 'if-new' : 'always';
}

async function readFreeBytes(file: string): Promise<number> {
  const { bavail, bsize } = await statfs(dirname(resolve(file)));
  return bavail * bsize;
}

/** Migrates the database. Returns the names of the migrations that ran. */
export async function migrateDatabase(environment: Environment): Promise<readonly string[]> {
  const { config, secrets } = readSettings(environment);
  return migrate(databaseOf(config, secrets), migrationsFolder());
}

function databaseOf({ database }: Config, { postgresUrl }: Secrets): Database {
  return database.kind === 'sqlite' ? { file: database.file } : { postgresUrl: postgresUrl ?? '' };
}

interface KeyDeps {
  readonly config: Config;
  readonly secrets: Secrets;
  readonly store: Store;
  readonly log: Log;
  readonly road: CanonicalizerChoice;
}

function openKeys({ config, secrets: { keysPassphrase }, store, log, road }: KeyDeps): OwnKeys {
  return makeOwnKeys({
    readInPlace: () => readPublicKeys(config.keysDir),
    load: (kept) =>
      readKeyFolder({
        folder: config.keysDir,
        requireEncryption: config.production,
        kept,
        ...(keysPassphrase && { passphrase: keysPassphrase }),
      }),
    store,
    log,
    origin: config.publicUrl,
    clock,
    tools: { road, primitives: nodePrimitives },
  });
}

/** The database with the known keys, whose commits are completed as the service's; undefined if its file does
 *  not exist yet. Throws `unreachable`, `unknown-actor`. */
export async function openKnownDatabase(environment: Environment): Promise<Store | undefined> {
  const { config, secrets } = readSettings(environment);
  const { database } = config;
  if (database.kind === 'sqlite' && !existsSync(database.file)) return undefined;
  const store = await openStore(databaseOf(config, secrets), {
    migrationsFolder: migrationsFolder(),
    migrating: migratingOf(config),
  });
  const { occasions, ready } = openAuditContexts(environment, store);
  await ready;
  return makeAuditedStore(store, { ids, occasions });
}

/** The project's root: one folder above both `src/` and `dist/`. */
function rootFolder(): string {
  return fileURLToPath(new URL('..', import.meta.url));
}

/** The public key that releases are signed with, where one was published with this program. */
export function releaseKeyFile(): string | undefined {
  const file = `${rootFolder()}release-key.pem`;
  return existsSync(file) ? file : undefined;
}

/** The folder of the migrations, for every engine. */
export function migrationsFolder(): string {
  return `${rootFolder()}migrations`;
}

/** The folder of the published data files: the list of schools, the framework, the criteria. */
export function dataFolder(): string {
  return `${rootFolder()}data`;
}

/** The folder of the built style sheet and its fonts. */
export function assetsFolder(): string {
  return `${rootFolder()}dist/assets`;
}

/** Addresses of the built style sheets and scripts, with their hashes. */
export function assetAddresses(): AssetAddresses {
  const manifest = `${assetsFolder()}/manifest.json`;
  if (!existsSync(manifest)) return { css: '/assets/jalon.css', publicCss: '/assets/public.css' };
  const names = JSON.parse(readFileSync(manifest, 'utf8')) as Record<string, string>;
  return toAssetAddresses(names);
}
