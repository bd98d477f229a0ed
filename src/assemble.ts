import { makeOwnOriginFetcher } from './adapters/fetching/own-origin-fetcher.ts';
import { createApp } from './adapters/http/app.ts';
import type { OwnKeys } from './adapters/signing/own-keys.ts';
import { makeProofChecker } from './adapters/signing/proof-checker.ts';
import { openCsv } from './adapters/spreadsheets/csv-reader.ts';
import type { Fetcher, Log, Rasteriser, Store } from './application/ports.ts';
import { makeServices, type Ports } from './application/services.ts';
import { makeVerifyCredential } from './application/verify-credential.ts';
import { criteriaInForce, criteriaVersion } from './catalogue/catalogue.ts';
import { framework } from './catalogue/framework.ts';
import type { Config } from './config.ts';
import { clock, ids, waitUntilAfter } from './system.ts';

/** What each runtime brings. */
export interface RuntimeParts {
  readonly config: Config;
  readonly store: Store;
  readonly keys: OwnKeys;
  /** Everything that is not of our own origin. */
  readonly outside: Fetcher;
  readonly rasteriser: Rasteriser;
  /** Address of the style sheet, with its hash. */
  readonly css: string;
  readonly log: Log;
}

/** The whole service out of its parts, the same on Node and on Workers. */
export function assemble({ config, store, keys, outside, rasteriser, css, log }: RuntimeParts) {
  const origin = config.publicUrl;
  const fetcher = makeOwnOriginFetcher({ origin, answer: (request) => app.fetch(request), outside });
  const ports: Ports = {
    store,
    clock,
    ids,
    waitUntilAfter,
    catalogue: { framework, criteriaInForce, criteriaVersion },
    signer: keys.signer,
    keys: keys.directory,
    issuer: config.issuer,
    origin,
    fetcher,
    openSheet: openCsv,
    log,
  };
  const services = makeServices(ports);
  const verify = makeVerifyCredential({ fetcher, proofChecker: makeProofChecker(), clock, origin });
  const app = createApp({ ports, services, verify, rasteriser, demo: config.demo, assets: { css } });
  return { ports, services, verify, app, keys };
}
