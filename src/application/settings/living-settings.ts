import { type Instant, secondsAfter } from '../../domain/time/time.ts';
import type { Clock, IssuerConfig, Store } from '../ports.ts';

/** How long what was read stands before the store is asked again: a change on another process shows after that. */
const FRESH_SECONDS = 2;

/** Texts of the service that its office chooses. */
export interface ServiceWords {
  /** A sentence on the home page. */
  readonly welcome?: string | undefined;
  /** What the office is called in every sentence of the screens: DANE where absent. */
  readonly office?: string | undefined;
}

interface Needs {
  readonly store: Pick<Store, 'readSettings'>;
  readonly clock: Clock;
  /** As the configuration says: what stands where nothing was set. */
  readonly issuer: IssuerConfig;
}

/** What was set on the screens, over the configuration. */
export interface LivingSettings {
  /** Always the same object; its values are those of the moment. */
  readonly issuer: IssuerConfig;
  words(): ServiceWords;
  /** Reads what was changed since; nothing where that was asked just before. */
  refresh(when?: 'now'): Promise<void>;
}

export function makeLivingSettings({ store, clock, issuer: configured }: Needs): LivingSettings {
  let issuer = configured;
  let words: ServiceWords = {};
  let readAt: Instant | undefined;
  return {
    issuer: {
      get name() {
        return issuer.name;
      },
      get code() {
        return issuer.code;
      },
      get url() {
        return issuer.url;
      },
      get email() {
        return issuer.email;
      },
      get logoUrl() {
        return issuer.logoUrl;
      },
    },
    words: () => words,
    async refresh(when) {
      const now = clock.now();
      if (when !== 'now' && readAt && now < secondsAfter(readAt, FRESH_SECONDS)) return;
      const settings = await store.readSettings();
      issuer = readIssuer(settings.get('issuer')) ?? configured;
      words = JSON.parse(settings.get('words') ?? '{}') as ServiceWords;
      readAt = now;
    },
  };
}

function readIssuer(value: string | undefined): IssuerConfig | undefined {
  return value === undefined ? undefined : (JSON.parse(value) as IssuerConfig);
}
