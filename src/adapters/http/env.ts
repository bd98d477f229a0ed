import type { SignedIn } from '../../application/accounts/sessions.ts';
import type { PaperDrawer } from '../../application/papers/paper-drawer.ts';
import type { Rasteriser } from '../../application/ports.ts';
import type { Ports } from '../../application/service-ports.ts';
import type { Services } from '../../application/services.ts';
import type { VerifyCredential } from '../../application/verification/verify-credential.ts';
import type { Paper } from '../../domain/paper/paper.ts';
import type { Limits } from './limits/limits.ts';

/** What the application is made of; both servers give the same. */
export interface AppDeps {
  readonly ports: Ports;
  readonly services: Services;
  readonly verify: VerifyCredential;
  readonly rasteriser: Rasteriser;
  /** Draws documents as PDF. */
  readonly drawer: PaperDrawer;
  /** Draws a paper as PDF, from the facts it was made with. */
  readonly drawPaper: (paper: Paper) => Promise<Uint8Array>;
  /** Figures of the process for `/metrics`, by name; absent on Workers. */
  readonly processFigures?: (() => Readonly<Record<string, number>>) | undefined;
  /** How much is taken on. */
  readonly limits: Limits;
  /** The service shows that it is a demonstration. */
  readonly demo: boolean;
  /** Whether whoever asks with this `Authorization` header may read the figures; undefined where nobody may. */
  readonly mayReadMetrics: ((authorization: string | undefined) => Promise<boolean>) | undefined;
  /** Addresses of the style sheet and of the script behind the sign-in, with their hashes. */
  readonly assets: { readonly css: string; readonly script?: string };
}

export type Locale = 'fr' | 'en';

/** What the server gives with each request. `clientAddress` is that of the connection; absent where the service asks
 *  itself. */
export interface Arrival {
  readonly clientAddress?: string | undefined;
  /** The server has more to do than it can: this request is to be refused at once. */
  readonly isTooMuch?: boolean;
  /** Answers true once it is this request's turn to work on what it was sent; false: too many wait. */
  readonly turn?: () => boolean | Promise<boolean>;
}

/** What the middlewares leave for the handlers: `caller` behind `requireCaller`, `signedIn` behind `requireSignedIn`. */
export type AppEnv = {
  Bindings: Arrival;
  Variables: {
    locale: Locale;
    /** The language that was asked for by hand. */
    chosenLanguage: Locale | undefined;
    caller: string;
    signedIn: SignedIn;
    /** Why the request is refused, for the log: a code, and nothing of who asked. */
    refusal: string;
  };
};
