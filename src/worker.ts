import { AsyncLocalStorage } from 'node:async_hooks';
import { makeWebFetcher, makeWebSender } from '#open-badges/fetching';
import { chooseCanonicalizer } from '#open-badges/proofs';
import { toAssetAddresses } from './adapters/http/layout/asset-urls.ts';
import { makeWorkerPaperDrawer } from './adapters/pdf/drawer.worker.ts';
import { makeWorkerFileReader } from './adapters/qr-reader/file-reader.worker.ts';
import { makeWorkerRasteriser } from './adapters/rasterizer/resvg.worker.ts';
import { parseKeySecrets, secretNameOf } from './adapters/signing/key-secrets.ts';
import { openKeySet } from './adapters/signing/key-set.ts';
import { makeOwnKeys, type OwnKeys } from './adapters/signing/own-keys.ts';
import { workerPrimitives } from './adapters/signing/worker-primitives.worker.ts';
import { type D1Database, meterD1, openD1Store } from './adapters/storage/engines/d1.worker.ts';
import { makeAuditContexts } from './application/audit/context.ts';
import type { Store } from './application/ports.ts';
import { assemble } from './assembly/composition-root.ts';
import { makeIdentityProviders } from './assembly/identity-providers.ts';
import { makeConfiguredSmtpMailer } from './assembly/make-smtp-mailer.ts';
import { clock, makeLog } from './assembly/system-ports.ts';
import { fetchAsset, makeWorkerAssets, type StaticAssets } from './assembly/worker-parts.worker.ts';
import type { SettingError } from './domain/settings/error.ts';
import { type Config, parseConfig, SECRET_NAMES } from './settings/config.ts';
import type { Secrets } from './settings/secrets.ts';

/** The bindings of `wrangler.toml`. Every other member is a setting or a secret. */
interface Bindings {
  readonly DB: D1Database;
  readonly ASSETS: StaticAssets;
}

type Service = ReturnType<typeof assemble>;

const tools = { road: chooseCanonicalizer({ primitives: workerPrimitives }), primitives: workerPrimitives };

const auditContexts = makeAuditContexts(new AsyncLocalStorage(), () => ({ road: 'timer' }));

const log = makeLog(
  (line) => {
    // biome-ignore lint/suspicious/noConsole: the log of a Worker is its console
    console.log(line);
  },
  { form: 'json', request: () => auditContexts.current().request },
);

// The finished service is kept, never a promise of it: a request must not wait for the work of another one.
let service: Service | undefined;

/** The service on Cloudflare Workers: assembled at the first request of an isolate, then kept. */
export default {
  async fetch(request: Request, bindings: Bindings): Promise<Response> {
    service ??= await openService(bindings);
    return service.app.fetch(request, { caller: service.callers.ofWebRequest(request) });
  },
  /** Does the work that the server on Node does on a timer. */
  async scheduled(_event: unknown, bindings: Bindings): Promise<void> {
    service ??= await openService(bindings);
    await service.keys.refresh();
    await service.services.runMaintenance();
    await service.services.runOutsideTasks();
  },
};

/** Opens the service for these bindings. Keys that are away do not keep it from starting. Throws ConfigError. */
async function openService(bindings: Bindings): Promise<Service> {
  const environment = settingsOf(bindings);
  try {
    const { config, secrets } = parseConfig(environment, {
      bindsDatabase: true,
      fileFaults: namedFiles(environment),
    });
    const { database, beginAllowance } = meterD1(bindings.DB);
    const store = openD1Store(database);
    const parts = makeWorkerAssets(bindings.ASSETS);
    const keys = openKeys({ environment, config, secrets, store });
    const assembled = assemble({
      config,
      metricsToken: secrets.metricsToken,
      store,
      occasions: auditContexts,
      keys,
      outside: makeWebFetcher(),
      sender: makeWebSender(),
      rasteriser: makeWorkerRasteriser(async () => {
        const [{ regular, bold }, fill] = await Promise.all([parts.readFonts(), parts.readContent('resvg')]);
        return { fonts: [regular, bold], fill };
      }),
      assets: await assetAddresses(bindings),
      drawer: makeWorkerPaperDrawer(parts.readFonts),
      files: makeWorkerFileReader(() => parts.readContent('zxing')),
      canonicalise: tools.road.thirdParty,
      primitives: tools.primitives,
      log,
      databaseKind: 'd1',
      beginAllowance,
      identityProviders: makeIdentityProviders(config, secrets),
      makeMailer: (issuer) => makeConfiguredSmtpMailer({ ...config, issuer }, secrets),
    });
    await Promise.all([
      keys.refresh(),
      assembled.ports.catalogue.refresh(),
      assembled.ports.settings.refresh(),
    ]);
    return assembled;
  } catch (error) {
    log.error('not-started', { reason: error instanceof Error ? error.message : String(error) });
    throw error;
  }
}

/** A Worker has no files, so that a secret must be given as one. */
function namedFiles(environment: Readonly<Record<string, string>>): readonly SettingError[] {
  return SECRET_NAMES.map((name) => `${name}_FILE`)
    .filter((name) => environment[name])
    .map((name) => ({ name, code: 'no-files-here' }));
}

function settingsOf(bindings: Bindings): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(bindings).filter(([, value]) => typeof value === 'string'));
}

interface KeyDeps {
  readonly environment: Readonly<Record<string, string>>;
  readonly config: Config;
  readonly secrets: Secrets;
  readonly store: Store;
}

function openKeys({ environment, config, secrets: { keysPassphrase }, store }: KeyDeps): OwnKeys {
  const readFiles = async () => parseKeySecrets(environment);
  return makeOwnKeys({
    readInPlace: async () => (await readFiles()).map(({ record }) => record),
    load: async (kept) =>
      openKeySet(await readFiles(), {
        place: 'secrets',
        placeOf: secretNameOf,
        requireEncryption: config.production,
        kept,
        primitives: tools.primitives,
        ...(keysPassphrase && { passphrase: keysPassphrase }),
      }),
    store,
    log,
    origin: config.publicUrl,
    clock,
    tools,
  });
}

async function assetAddresses({ ASSETS }: Bindings) {
  const answer = await fetchAsset(ASSETS, 'style-names.json');
  const names = (await answer.json()) as Readonly<Record<string, string>>;
  return toAssetAddresses(names);
}
