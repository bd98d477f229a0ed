import type { Fetcher, Sender } from '#open-badges/fetching';
import type { FileReader, Gzip } from '#open-badges/files';
import type { makeProofChecker } from '#open-badges/proofs';
import { makeNoteChecker } from '#open-badges/transparency-log';
import { createApp } from '../adapters/http/app.ts';
import type { Compress } from '../adapters/http/cache/representation.ts';
import { makeCachedResponses } from '../adapters/http/cache/responses.ts';
import type { AppDeps } from '../adapters/http/env.ts';
import { makeCallers } from '../adapters/http/limits/caller.ts';
import { makeRateLimiter } from '../adapters/http/limits/rate-limiter.ts';
import { makePictures } from '../adapters/http/public/credential/pictures.ts';
import { makeVerificationQueue } from '../adapters/http/public/credential/verification-queue.ts';
import { makeOwnOriginFetcher } from '../adapters/http-client/own-origin-fetcher.ts';
import type { OwnKeys } from '../adapters/signing/own-keys.ts';
import { openSpreadsheet } from '../adapters/spreadsheets/open.ts';
import type { IdentityProvider } from '../application/accounts/identity-provider.ts';
import { makeAuditedStore } from '../application/audit/audited-store.ts';
import type { AuditContexts } from '../application/audit/context.ts';
import type { makeOneAtATime, RunInTurn } from '../application/concurrency/async.ts';
import type { BeginAllowance } from '../application/concurrency/query-budget.ts';
import { makeLiveCatalogue } from '../application/criteria/live-catalogue.ts';
import { sha256Of } from '../application/digest.ts';
import type { TableWriters } from '../application/files/export/table.ts';
import type { OpenSheets } from '../application/files/import/sheet.ts';
import { type BlankNumens, blankNumens } from '../application/files/upload/blank-numens.ts';
import type { Mailer } from '../application/mail/mailer.ts';
import { watchLog } from '../application/observability/counting-logger.ts';
import { makeMeter } from '../application/observability/meter.ts';
import type { Tracer } from '../application/observability/tracer.ts';
import { drawPaper, drawPapers, type PaperDrawer } from '../application/papers/draw.ts';
import type {
  Catalogue,
  IssuerConfig,
  Log,
  OperatorConfig,
  OperatorTexts,
  Rasteriser,
  Store,
} from '../application/ports.ts';
import type { Ports } from '../application/service-ports.ts';
import { makeServices } from '../application/services.ts';
import { makeLiveSettings } from '../application/settings/live.ts';
import { makeRefresh } from '../application/settings/refresh.ts';
import { makeLeases } from '../application/store/leases.ts';
import { makeLoggedStore } from '../application/store/logged.ts';
import { guardSigner, makeTrustedClock } from '../application/time/trusted-clock.ts';
import { recogniseOwnAddress } from '../application/verification/own-address.ts';
import { makeReadOwnDocument } from '../application/verification/own-documents.ts';
import type { Instant } from '../domain/time/calendar.ts';
import type { Config } from '../settings/config.ts';
import { walletServices } from '../standards/wallets/actions.ts';
import { makeJudges } from './make-verifiers.ts';
import { processId, SYSTEM, type System, VERSION } from './system-ports.ts';
import { TABLE_WRITERS } from './table-writers.ts';

/** The parts that differ between runtimes. */
export interface RuntimeDeps {
  readonly config: Config;
  /** The secret that opens `/metrics`. */
  readonly metricsToken?: string | undefined;
  readonly store: Store;
  /** Where work comes from, for the audit. */
  readonly occasions: AuditContexts;
  readonly keys: OwnKeys;
  /** Fetches every address outside our own origin. */
  readonly outside: Fetcher;
  /** Sends requests to other services. */
  readonly sender: Sender;
  readonly rasteriser: Rasteriser;
  /** Addresses of the style sheet and of the script, with their hashes. */
  readonly assets: AppDeps['assets'];
  readonly drawer: PaperDrawer;
  /** Reads strangers' PDF files and photographs. */
  readonly files: FileReader;
  /** Compresses status lists; where absent, the platform does. */
  readonly gzip?: Gzip;
  /** Compresses the answers that are kept; where absent, the platform compresses by itself. */
  readonly compress?: Compress;
  readonly log: Log;
  /** The kind of the database, where it is not that of the settings. */
  readonly databaseKind?: 'd1';
  /** The instant of the copy, where the service is copied to outlive its end. */
  readonly copiedAt?: Instant | undefined;
  readonly identityProviders: readonly IdentityProvider[];
  /** Opens imported files; where absent, this thread does it. */
  readonly openSheets?: OpenSheets | undefined;
  /** Where absent, this thread does it. */
  readonly blankNumens?: BlankNumens | undefined;
  readonly canonicalise?: Parameters<typeof makeProofChecker>[0];
  readonly primitives?: Parameters<typeof makeProofChecker>[1];
  /** Has workbooks written one at a time; where absent, each request has a memory of its own. */
  readonly oneWorkbookAtATime?: ReturnType<typeof makeOneAtATime>;
  /** Reads large tables one after the other; where absent, each request has a memory of its own. */
  readonly largeInTurn?: RunInTurn;
  /** Limits the work of an invocation; where absent, the database sets no limit. */
  readonly beginAllowance?: BeginAllowance;
  /** Free bytes on the service's disk; where absent, it has no disk. */
  readonly readFreeBytes?: (() => Promise<number>) | undefined;
  /** Reads a file that a setting names; where absent, there are no files. */
  readonly readFile?: ((path: string) => Promise<Uint8Array>) | undefined;
  /** Figures of the process, for `/metrics`. */
  readonly processFigures?: AppDeps['processFigures'];
  /** Times requests, where the operator asked for traces. */
  readonly tracer?: Tracer;
  /** The time and the chance of the service; where absent, those of the machine. */
  readonly system?: System;
  /** Makes the mailer; where absent, another process sends the mails, or none are sent. */
  readonly makeMailer?: ((issuer: IssuerConfig) => Mailer | undefined) | undefined;
}

/** Makes the whole service from its parts, in the same way on Node and on Workers. */
export function assemble(parts: RuntimeDeps) {
  const { config, keys, outside, rasteriser, system = SYSTEM } = parts;
  const meter = makeMeter(processId(), () => Date.parse(system.clock.now()) / 1000);
  const log = watchLog(parts.log, { meter, monotonic: system.monotonic });
  const { makeMailer, occasions } = parts;
  const store = makeLoggedStore(makeAuditedStore(parts.store, { ids: system.ids, occasions }), log);
  const origin = config.publicUrl;
  const catalogue = makeLiveCatalogue({ ...system, store });
  const office = () => catalogue.office;
  const settings = makeLiveSettings({ ...config, ...system, store, office });
  const fetcher = makeOwnOriginFetcher({
    origin,
    answer: (request) => app.fetch(request),
    read: (path) => readOwn(path),
    outside,
  });
  // The mailer reads the sender's name from the settings at each mail.
  const mailer = makeMailer?.(settings.issuer);
  const time = makeTrustedClock({ ...system, store, trustsClock: config.trustsClock, log });
  const judging = { store, fetcher, issuer: settings.issuer, meter };
  const { verifyPresentation, ...judges } = makeJudges(parts, judging);
  const { proofs } = judges;
  const ports: Ports = {
    ...portsOf(parts),
    ...system,
    log,
    meter,
    store,
    time,
    leases: makeLeases({ ...system, store }),
    catalogue,
    operator: operatorOf(config.operator, catalogue),
    signer: guardSigner(keys.signer, time),
    drawBadge: (definition, issued, width) => pictures.holderPng(definition, issued, width),
    issuer: settings.issuer,
    settings,
    fetcher,
    ...judges,
    ...optionalPorts(parts),
    ...(mailer && { mailer }),
  };
  const pictures = makePictures({ rasteriser, ports });
  const services = makeServices(ports);
  const verify = recogniseOwnAddress(judges.verifyCredential, { ...ports, ...services });
  const freshen = makeRefresh(ports);
  const readOwn = makeReadOwnDocument({
    ...ports,
    refresh: freshen,
    readStatusList: services.readStatusListDocument,
  });
  const kept = makeCachedResponses({ ...ports, refresh: freshen, compress: parts.compress });
  const given = givenDeps(parts, ports);
  const app = createApp({
    ports,
    services,
    verify,
    verifyPresentation,
    wallets: walletServices(ports, { proofs, verifyPresentation }),
    pictures,
    kept,
    refresh: freshen,
    meter,
    ...given,
  });
  const { rates, callers } = given;
  return { ports, services, verify, app, kept, rates, callers, keys, meter, checkClock: time.check };
}

/** The parts of the application that come from the runtime and its settings. */
function givenDeps(parts: RuntimeDeps, ports: Ports) {
  const { config, rasteriser, processFigures, metricsToken, assets, drawer } = parts;
  return {
    rasteriser,
    verifications: makeVerificationQueue(() => ports.log.error('limit-reached', { limit: 'verifications' })),
    demo: config.demo,
    limits: config.limits,
    rates: makeRateLimiter(config.limits.perMinute),
    callers: makeCallers(config.limits.trustedProxies),
    processFigures,
    about: { version: VERSION, database: parts.databaseKind ?? config.database.kind },
    mayReadMetrics: makeMetricsGuard(config, metricsToken),
    assets,
    drawer,
    tracer: parts.tracer,
    drawPaper: drawPaper(ports, drawer),
    drawPapers: drawPapers(ports, drawer),
  };
}

/** The ports that not every platform has. */
function optionalPorts({ gzip, beginAllowance, readFreeBytes, copiedAt, largeInTurn }: RuntimeDeps) {
  return {
    ...(gzip && { gzip }),
    ...(largeInTurn && { largeInTurn }),
    ...(beginAllowance && { beginAllowance }),
    ...(readFreeBytes && { readFreeBytes }),
    ...(copiedAt && { copiedAt }),
  };
}

/** The operator of the settings; the office's pack has words for what they do not explain. */
function operatorOf(operator: OperatorConfig, catalogue: Catalogue): OperatorConfig {
  return {
    ...operator,
    get aboutMission() {
      return operatorTextsOver(catalogue.office.words?.mission, operator.aboutMission);
    },
    get aboutIssuer() {
      return operatorTextsOver(catalogue.office.words?.issuer, operator.aboutIssuer);
    },
  };
}

function operatorTextsOver(pack: OperatorTexts = {}, stated: OperatorTexts = {}): OperatorTexts {
  return { fr: stated.fr ?? pack.fr, en: stated.en ?? pack.en };
}

/** The ports that are taken unchanged from a runtime's parts. */
function portsOf(parts: RuntimeDeps) {
  const { config, keys, sender, identityProviders, readFile, openSheets = openSpreadsheet } = parts;
  const { occasions, primitives } = parts;
  return {
    sender,
    trustsClock: config.trustsClock,
    writesUnsentMail: config.production,
    occasions,
    checkNote: makeNoteChecker(primitives),
    keys: keys.directory,
    checkKeys: keys.check,
    refreshKeys: keys.refresh,
    origin: config.publicUrl,
    scope: config.scope,
    trustedSources: config.trustedSources,
    ...(readFile && { readFile }),
    tableWriters: writersOf(parts),
    openSheets,
    blankNumens: parts.blankNumens ?? blankNumens({ openSheets, tableWriters: TABLE_WRITERS }),
    identityProviders,
    signInRules: config.signIn,
  };
}

/** Undefined if no one may read the figures. Digests are compared, so that the time taken reveals nothing
 *  about the token. */
function makeMetricsGuard({ metrics }: Config, token: string | undefined): AppDeps['mayReadMetrics'] {
  if (metrics === 'off') return undefined;
  if (metrics === 'public') return async () => true;
  return async (authorization = '') => {
    const given = /^Bearer (\S+)$/i.exec(authorization)?.[1];
    return given !== undefined && token !== undefined && (await sha256Of(given)) === (await sha256Of(token));
  };
}

function writersOf({ oneWorkbookAtATime }: RuntimeDeps): TableWriters {
  if (!oneWorkbookAtATime) return TABLE_WRITERS;
  return {
    ...TABLE_WRITERS,
    xlsxStream: (language) => (tables) =>
      oneWorkbookAtATime(() => TABLE_WRITERS.xlsxStream(language)(tables)),
  };
}
