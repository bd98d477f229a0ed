import type { PersonId } from '../../domain/ids.ts';
import type { Office } from '../../domain/settings/office.ts';
import { type Instant, isWithin } from '../../domain/time/calendar.ts';
import type { Clock, IssuerConfig, Store } from '../ports.ts';

/** Seconds for which settings stay valid after they were read. A change made by another process appears after
 *  that time. */
const FRESH_SECONDS = 2;

/** Texts that the office chooses for its service. */
export interface ServiceTexts {
  /** A sentence for the home page. */
  readonly welcome?: string | undefined;
  /** The name of the office in every sentence of the screens; where absent, the initials of its pack. */
  readonly office?: string | undefined;
}

/** The places where the office publishes its news. Each has an address. */
export const NEWS_LINKS = ['blog', 'newsletter', 'mailingList', 'social', 'trainings'] as const;
export type NewsLink = (typeof NEWS_LINKS)[number];
/** The addresses that the office has set. */
export type NewsLinks = Readonly<Partial<Record<NewsLink, string | undefined>>>;

/** Decisions for which a second person must approve. */
export interface Approvals {
  /** True if criteria need an approval before they are adopted. */
  readonly criteria: boolean;
  /** The agent who asked to turn it off. Another agent must do it. */
  readonly offAskedBy?: PersonId;
  /** True if the environment decides and the screens cannot change it. */
  readonly isForced?: true;
}

/** How long lines of the audit are kept. */
export interface AuditRetention {
  /** Absent if they are kept as long as the service. */
  readonly years?: number | undefined;
}

/** When holders who have not answered are reminded. */
export interface PendingAcceptanceReminder {
  /** Days after the signature; absent if they are not reminded. */
  readonly days?: number | undefined;
}

/** Where the settings come from. */
interface Sources {
  readonly store: Pick<Store, 'readSettings'>;
  readonly clock: Clock;
  /** The issuer in the configuration, for data that no setting replaces. */
  readonly issuer: Partial<IssuerConfig>;
  /** The office in its pack, for data that nothing else says. */
  readonly office: () => Office;
  /** The environment's choice on a second person; absent if the screens decide. */
  readonly criteriaApproval?: boolean | undefined;
}

/** The settings made on the screens, which take precedence over the configuration. */
export interface LiveSettings {
  /** Always the same object, with the present values. */
  readonly issuer: IssuerConfig;
  words(): ServiceTexts;
  /** The office in every sentence of the screens. */
  office(): string;
  news(): NewsLinks;
  approvals(): Approvals;
  audit(): AuditRetention;
  unanswered(): PendingAcceptanceReminder;
  /** Reads the settings changed since. Without `now`, it does nothing within two seconds of the last
   *  reading. */
  refresh(when?: 'now'): Promise<void>;
}

export function makeLiveSettings({
  store,
  clock,
  issuer: configured,
  office,
  criteriaApproval,
}: Sources): LiveSettings {
  const forced =
    criteriaApproval === undefined ? undefined : { criteria: criteriaApproval, isForced: true as const };
  let approvals: Approvals = forced ?? { criteria: false };
  let issuer: Partial<IssuerConfig> = configured;
  let texts: ServiceTexts = {};
  let news: NewsLinks = {};
  let audit: AuditRetention = {};
  let unanswered: PendingAcceptanceReminder = {};
  let readAt: Instant | undefined;
  return {
    issuer: {
      get name() {
        return issuer.name ?? office().name;
      },
      get code() {
        return issuer.code ?? office().code;
      },
      get url() {
        return issuer.url ?? office().url;
      },
      get email() {
        return issuer.email ?? office().email;
      },
      get logoUrl() {
        return issuer.logoUrl ?? (issuer === configured ? office().logo : undefined);
      },
      linkedInId: configured.linkedInId,
      refreshesBadges: configured.refreshesBadges,
    },
    words: () => texts,
    office: () => texts.office ?? office().initials,
    news: () => news,
    approvals: () => approvals,
    audit: () => audit,
    unanswered: () => unanswered,
    async refresh(when) {
      const now = clock.now();
      if (when !== 'now' && readAt && isWithin(now, readAt, FRESH_SECONDS)) return;
      const settings = await store.readSettings();
      issuer = readIssuer(settings.get('issuer')) ?? configured;
      texts = JSON.parse(settings.get('words') ?? '{}') as ServiceTexts;
      news = JSON.parse(settings.get('news') ?? '{}') as NewsLinks;
      audit = JSON.parse(settings.get('audit') ?? '{}') as AuditRetention;
      unanswered = JSON.parse(settings.get('unanswered') ?? '{}') as PendingAcceptanceReminder;
      approvals = forced ?? (JSON.parse(settings.get('approvals') ?? '{"criteria":false}') as Approvals);
      readAt = now;
    },
  };
}

function readIssuer(value: string | undefined): IssuerConfig | undefined {
  return value === undefined ? undefined : (JSON.parse(value) as IssuerConfig);
}
