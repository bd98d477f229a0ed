import type { SignedIn } from '../../application/accounts/sessions.ts';
import type { TableWriter } from '../../application/export/table.ts';
import type { Rasteriser } from '../../application/ports.ts';
import type { Ports, Services } from '../../application/services.ts';
import type { VerifyCredential } from '../../application/verify-credential.ts';
import type { ApiToken } from '../../domain/change.ts';

/** What the application is made of; both servers give the same. */
export interface AppDeps {
  readonly ports: Ports;
  readonly services: Services;
  readonly verify: VerifyCredential;
  readonly rasteriser: Rasteriser;
  /** How tables are written, by the extension of the file. */
  readonly tableWriters: ReadonlyMap<string, TableWriter>;
  /** The service shows that it is a demonstration. */
  readonly demo: boolean;
  /** Address of the style sheet, with its hash. */
  readonly assets: { readonly css: string };
}

export type Locale = 'fr' | 'en';

/** What the middlewares leave for the handlers: `token` behind `bearer`, `signedIn` behind `requireSignedIn`. */
export type AppEnv = { Variables: { locale: Locale; token: ApiToken; signedIn: SignedIn } };
