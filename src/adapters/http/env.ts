import type { Caller } from '#open-badges/fetching';
import type { VerifyPresentation } from '#open-badges/verification';
import type { SignedIn } from '../../application/accounts/sessions.ts';
import type { Meter } from '../../application/observability/meter.ts';
import type { MetricName } from '../../application/observability/metrics.ts';
import type { Tracer } from '../../application/observability/tracer.ts';
import type { DrawPaper, DrawPapers, PaperDrawer } from '../../application/papers/draw.ts';
import type { Rasteriser } from '../../application/ports.ts';
import type { Ports } from '../../application/service-ports.ts';
import type { Services } from '../../application/services.ts';
import type { Refresh } from '../../application/settings/refresh.ts';
import type { VerifyDocument } from '../../application/verification/own-address.ts';
import type { Job } from '../../domain/job/types.ts';
import type { Locale } from '../../issuing/achievement.ts';
import type { HostAccess } from '../../standards/host/actions-access.ts';
import type { WalletServices } from '../../standards/wallets/actions.ts';
import type { Made } from './cache/cached-response.ts';
import type { CacheableRequest, CachedResponses } from './cache/responses.ts';
import type { AssetAddresses } from './layout/asset-urls.ts';
import type { Callers } from './limits/caller.ts';
import type { RateLimiter } from './limits/rate-limiter.ts';
import type { Limits } from './limits/work-kinds.ts';
import type { Pictures } from './public/credential/pictures.ts';
import type { VerificationQueue } from './public/credential/verification-queue.ts';

/** The parts of the application; both servers give the same ones. */
export interface AppDeps {
  readonly ports: Ports;
  readonly services: Services;
  readonly verify: VerifyDocument;
  readonly verifyPresentation: VerifyPresentation;
  /** The turns of the verifications that uncached pages of badges need. */
  readonly verifications: VerificationQueue;
  readonly wallets: WalletServices;
  readonly rasteriser: Rasteriser;
  readonly pictures: Pictures;
  /** Draws documents as PDF. */
  readonly drawer: PaperDrawer;
  /** Draws a paper as PDF from the facts that were kept when it was made. */
  readonly drawPaper: DrawPaper;
  /** Several papers in one file with this title. */
  readonly drawPapers: DrawPapers;
  /** Figures of the process for `/metrics`, by name; absent on Workers. */
  readonly processFigures?: (() => Readonly<Partial<Record<MetricName, number>>>) | undefined;
  /** Counts what happens in this process. */
  readonly meter: Meter;
  /** Times requests, where the operator asked for traces. */
  readonly tracer?: Tracer | undefined;
  /** What runs, for `/metrics`. */
  readonly about: { readonly version: string; readonly database: string };
  /** The limits of the work that the application accepts. */
  readonly limits: Limits;
  /** The allowance of each caller. */
  readonly rates: RateLimiter;
  /** Who counts as one caller. */
  readonly callers: Callers;
  /** Answers to anyone, kept as bytes. */
  readonly kept: CachedResponses;
  /** Called with each request before anything is judged or shown. */
  readonly refresh: Refresh;
  /** Whether the service shows that it is a demonstration. */
  readonly demo: boolean;
  /** Whether a request with this `Authorization` header may read the figures; undefined if no one may. */
  readonly mayReadMetrics: ((authorization: string | undefined) => Promise<boolean>) | undefined;
  /** Addresses of the style sheet and of the script behind the sign-in, with their hashes. */
  readonly assets: AssetAddresses;
}

export type { Locale };

/** Given by the server with each request. */
export interface Arrival {
  /** For whom limits count; absent if the service sends itself a request. */
  readonly caller?: Caller | undefined;
  /** The body on its way. Absent if the server has read it whole. */
  readonly body?: IncomingBody | undefined;
  /** Whether the server is overloaded, and this request must be refused at once. */
  readonly isTooMuch?: boolean;
  /** Resolves to true once this request may work on its body; to false if too many wait. */
  readonly turn?: () => boolean | Promise<boolean>;
  /** Called where the answer may be kept for others: with the state on which it rests, and the instants at which it
   *  changes by itself. */
  readonly whenKept?: (of: Pick<Made, 'dataVersion' | 'changesAt'>) => void;
  /** Set where the service asks itself for a form with its earlier content: the form is shown, and not
   *  carried out. `back` is the page of the form, and `errors` those with which it was refused. */
  readonly typed?: {
    readonly fields: Readonly<Record<string, readonly string[]>>;
    readonly back: string;
    readonly errors?: string | undefined;
  };
}

/** A body that a client sends. */
export interface IncomingBody {
  hasArrived(): boolean;
  /** Closes the connection: someone else needs the room. */
  cutOff(): void;
}

/** Values that middlewares set for handlers: `requireCaller` sets `caller`, `requireSignedIn` sets
 *  `signedIn`, `requireScope` sets `hostAccess`. */
export type AppEnv = {
  Bindings: Arrival;
  Variables: {
    locale: Locale;
    /** The id of the request; absent if its answer is refused before it gets one. */
    requestId: string | undefined;
    /** The language that the reader has chosen. */
    chosenLanguage: Locale | undefined;
    /** The most bytes of the body that are read; absent if the service asks itself. */
    mostBodyBytes: number | undefined;
    keeping: CacheableRequest | undefined;
    /** Whether search engines may list this answer. */
    isListed: boolean | undefined;
    caller: string;
    signedIn: SignedIn;
    /** The jobs that the signed-in person began, on the pages of the DANE's space. */
    work: readonly Job[] | undefined;
    /** The client of the Open Badges API, and the person in whose name it acts. */
    hostAccess: HostAccess;
    /** Another origin to which the form of this page may lead. */
    formTarget: string | undefined;
    /** The reason of a refusal, for the log: a code, without anything about the client. */
    refusal: string;
    /** The address to which the form of this request led, once it was carried out. */
    carriedOut: string | undefined;
    /** A conflict that refused the form of this request, for the top of its page. */
    refused: string | undefined;
    /** The result of the act just done, in a sentence that replaces the general one. */
    result: string | undefined;
  };
};
