import { makeOwnOriginFetcher } from '../adapters/fetching/own-origin-fetcher.ts';
import { createApp } from '../adapters/http/app.ts';
import type { AppDeps } from '../adapters/http/env.ts';
import { makeKeptAnswers } from '../adapters/http/kept/kept-answers.ts';
import type { Compress } from '../adapters/http/kept/representation.ts';
import { makeRateLimiter } from '../adapters/http/limits/rate-limiter.ts';
import { makePictures } from '../adapters/http/public/credential/pictures.ts';
import { makeNoteChecker } from '../adapters/signing/check-note.ts';
import type { OwnKeys } from '../adapters/signing/own-keys.ts';
import { makeProofChecker } from '../adapters/signing/proof-checker.ts';
import { openSpreadsheet } from '../adapters/spreadsheets/open-spreadsheet.ts';
import type { IdentityProvider } from '../application/accounts/identity-provider.ts';
import { makeAuditedStore } from '../application/audit/audited-store.ts';
import type { Occasions } from '../application/audit/occasions.ts';
import { makeLivingCatalogue } from '../application/criteria/living-catalogue.ts';
import { sha256Of } from '../application/digest.ts';
import type { OpenSheets } from '../application/files/import/sheet.ts';
import { type BlankNumens, blankNumens } from '../application/files/upload/blank-numens.ts';
import type { Mailer } from '../application/mail/mailer.ts';
import { drawPaper, drawPapers, type PaperDrawer } from '../application/papers/draw-paper.ts';
import type {
  Catalogue,
  Fetcher,
  IssuerConfig,
  Log,
  OperatorConfig,
  OperatorWords,
  Rasteriser,
  Sender,
  Store,
} from '../application/ports.ts';
import type { BeginAllowance } from '../application/query-allowance.ts';
import type { Ports } from '../application/service-ports.ts';
import { makeServices } from '../application/services.ts';
import { makeFreshen } from '../application/settings/freshen.ts';
import { makeLivingSettings } from '../application/settings/living-settings.ts';
import { makeLeases } from '../application/store/leases.ts';
import { makeLoggedStore } from '../application/store/logged-store.ts';
import { guardSigner, makeTimeKeeper } from '../application/time/time-keeper.ts';
import { judgeTrust, makeTrustDirectory } from '../application/trust/trust-directory.ts';
import type { FileReader } from '../application/verification/reading/file-reader.ts';
import { makeReadOwnDocument } from '../application/verification/status/own-documents.ts';
import { makeVerifyCredential } from '../application/verification/verify-credential.ts';
import { makeVerifyPresentation } from '../application/verification/verify-presentation.ts';
import { walletServices } from '../application/wallets/wallet-services.ts';
import type { Instant } from '../domain/time/time.ts';
import type { Gzip } from '../openbadges/bitstring.ts';
import type { Config } from '../settings/config.ts';
import { SYSTEM, type System } from './system.ts';
import { TABLE_WRITERS } from './table-writers.ts';

/** The parts that differ between runtimes. */
export interface RuntimeParts {
  readonly config: Config;
  /** The secret that opens `/metrics`. */
  readonly metricsToken?: string | undefined;
  readonly store: Store;
  /** Where work comes from, for the audit. */
  readonly occasions: Occasions;
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
  /** The instant of the copy, where the service is copied to outlive its end. */
  readonly copiedAt?: Instant | undefined;
  readonly identityProviders: readonly IdentityProvider[];
  /** Opens imported files; where absent, this thread does it. */
  readonly openSheets?: OpenSheets | undefined;
  /** Where absent, this thread does it. */
  readonly blankNumens?: BlankNumens | undefined;
  readonly canonicalise?: Parameters<typeof makeProofChecker>[0];
  readonly primitives?: Parameters<typeof makeProofChecker>[1];
  /** Limits the work of an invocation; where absent, the database sets no limit. */
  readonly beginAllowance?: BeginAllowance;
  /** Free bytes on the service's disk; where absent, it has no disk. */
  readonly readFreeBytes?: (() => Promise<number>) | undefined;
  /** Reads a file that a setting names; where absent, there are no files. */
  readonly readFile?: ((path: string) => Promise<Uint8Array>) | undefined;
  /** Figures of the process, for `/metrics`. */
  readonly processFigures?: AppDeps['processFigures'];
  /** The time and the chance of the service; where absent, those of the machine. */
  readonly system?: System;
  /** Makes the mailer; where absent, another process sends the mails, or none are sent. */
  readonly makeMailer?: ((issuer: IssuerConfig) => Mailer | undefined) | undefined;
}

/** Makes the whole service from its parts, in the same way on Node and on Workers. */
export function assemble(parts: RuntimeParts) {
  const { config, keys, outside, rasteriser, assets, drawer, log, system = SYSTEM } = parts;
  const { makeMailer, metricsToken, occasions } = parts;
  const store = makeLoggedStore(makeAuditedStore(parts.store, { ids: system.ids, occasions }), log);
  const origin = config.publicUrl;
  const catalogue = makeLivingCatalogue({ ...system, store });
  const { issuer, criteriaApproval } = config;
  const office = () => catalogue.office;
  const settings = makeLivingSettings({ ...system, store, issuer, office, criteriaApproval });
  const fetcher = makeOwnOriginFetcher({
    origin,
    answer: (request) => app.fetch(request),
    read: (path) => readOwn(path),
    outside,
  });
  // The mailer reads the sender's name from the settings at each mail.
  const mailer = makeMailer?.(settings.issuer);
  const time = makeTimeKeeper({ ...system, store, trustsClock: config.trustsClock, log });
  const { verifyPresentation, ...judges } = makeJudges(parts, { store, fetcher, issuer: settings.issuer });
  const { verifyCredential: verify, proofs } = judges;
  const ports: Ports = {
    ...portsOf(parts),
    ...system,
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
  const wallets = walletServices(ports, { proofs, verifyPresentation });
  const freshen = makeFreshen(ports);
  const readOwn = makeReadOwnDocument({ ...ports, freshen, readStatusList: services.readStatusListDocument });
  const kept = makeKeptAnswers({ ...ports, freshen, compress: parts.compress });
  const rates = makeRateLimiter(config.limits.perMinute);
  const app = createApp({
    ports,
    services,
    verify,
    verifyPresentation,
    wallets,
    rasteriser,
    pictures,
    demo: config.demo,
    limits: config.limits,
    rates,
    kept,
    freshen,
    processFigures: parts.processFigures,
    mayReadMetrics: makeMetricsGuard(config, metricsToken),
    assets,
    drawer,
    drawPaper: drawPaper(ports, drawer),
    drawPapers: drawPapers(ports, drawer),
  });
  return { ports, services, verify, app, kept, rates, keys, checkClock: time.check };
}

/** The ports that not every platform has. */
function optionalPorts({ gzip, beginAllowance, readFreeBytes, copiedAt }: RuntimeParts) {
  return {
    ...(gzip && { gzip }),
    ...(beginAllowance && { beginAllowance }),
    ...(readFreeBytes && { readFreeBytes }),
    ...(copiedAt && { copiedAt }),
  };
}

/** Judges anyone's credential and presentation, and looks up their issuer in the lists of trusted issuers. */
function makeJudges(
  { config, canonicalise, primitives, files, system = SYSTEM }: RuntimeParts,
  { store, fetcher, issuer }: Pick<Ports, 'store' | 'fetcher' | 'issuer'>,
) {
  const proofChecker = makeProofChecker(canonicalise, primitives);
  const { clock } = system;
  const trust = makeTrustDirectory({
    ...{ store, clock, issuer, origin: config.publicUrl },
    sources: config.trustedSources,
  });
  const judging = {
    fetcher,
    proofChecker,
    files,
    clock,
    origin: config.publicUrl,
    judgeTrust: judgeTrust(trust),
  };
  return {
    proofs: proofChecker,
    checkNote: makeNoteChecker(primitives),
    verifyCredential: makeVerifyCredential(judging),
    verifyPresentation: makeVerifyPresentation(judging),
  };
}

/** The operator of the settings; the office's pack has words for what they do not explain. */
function operatorOf(operator: OperatorConfig, catalogue: Catalogue): OperatorConfig {
  return {
    ...operator,
    get aboutMission() {
      return wordsOver(catalogue.office.words?.mission, operator.aboutMission);
    },
    get aboutIssuer() {
      return wordsOver(catalogue.office.words?.issuer, operator.aboutIssuer);
    },
  };
}

function wordsOver(pack: OperatorWords = {}, said: OperatorWords = {}): OperatorWords {
  return { fr: said.fr ?? pack.fr, en: said.en ?? pack.en };
}

/** The ports that are taken unchanged from a runtime's parts. */
function portsOf(parts: RuntimeParts) {
  const { config, keys, log, sender, identityProviders, readFile, openSheets = openSpreadsheet } = parts;
  const { occasions, primitives } = parts;
  return {
    sender,
    trustsClock: config.trustsClock,
    occasions,
    checkNote: makeNoteChecker(primitives),
    keys: keys.directory,
    checkKeys: keys.check,
    refreshKeys: keys.refresh,
    origin: config.publicUrl,
    scope: config.scope,
    trustedSources: config.trustedSources,
    ...(readFile && { readFile }),
    tableWriters: TABLE_WRITERS,
    openSheets,
    blankNumens: parts.blankNumens ?? blankNumens({ openSheets, tableWriters: TABLE_WRITERS }),
    log,
    identityProviders,
  };
}

/** Undefined where no one may read the figures. Digests are compared, so that the time taken reveals nothing
 *  about the token. */
function makeMetricsGuard({ metrics }: Config, token: string | undefined): AppDeps['mayReadMetrics'] {
  if (metrics === 'off') return undefined;
  if (metrics === 'public') return async () => true;
  return async (authorization = '') => {
    const given = /^Bearer (\S+)$/i.exec(authorization)?.[1];
    return given !== undefined && token !== undefined && (await sha256Of(given)) === (await sha256Of(token));
  };
}
