import type { FetchProxySecret } from './fetching.ts';
import type { IdentitySecrets } from './identity.ts';

export interface Secrets {
  readonly keysPassphrase?: string;
  /** The address of PostgreSQL, with account and password. */
  readonly postgresUrl?: string;
  /** The address of the mail server, with account and password. */
  readonly smtpUrl?: string;
  /** The token that opens `/metrics` and nothing else. */
  readonly metricsToken?: string;
  /** The headers that the collector of traces asks for. */
  readonly tracingHeaders?: Readonly<Record<string, string>>;
  /** The secret half of the account at the object store. */
  readonly objectStoreKey?: string;
  /** By which public documents are fetched; absent if they are fetched directly. */
  readonly fetchProxy?: FetchProxySecret;
  readonly identity: IdentitySecrets;
}
