import type { Fetcher, Sender } from '#open-badges/fetching';
import type { Gzip } from '#open-badges/files';
import type { ProofChecker } from '#open-badges/proofs';
import type { CheckNote } from '#open-badges/transparency-log';
import type { VerifyCredential } from '#open-badges/verification';
import type { SignInRules } from '../domain/access/sign-in-level.ts';
import type { AchievementDefinition } from '../domain/criteria/definition.ts';
import type { SchoolScope } from '../domain/school-search.ts';
import type { Instant } from '../domain/time/calendar.ts';
import type { IdentityProvider } from './accounts/identity-provider.ts';
import type { AuditContexts } from './audit/context.ts';
import type { RunInTurn } from './concurrency/async.ts';
import type { BeginAllowance } from './concurrency/query-budget.ts';
import type { LiveCatalogue } from './criteria/live-catalogue.ts';
import type { TableWriters } from './files/export/table.ts';
import type { OpenSheets } from './files/import/sheet.ts';
import type { BlankNumens } from './files/upload/blank-numens.ts';
import type { Mailer } from './mail/mailer.ts';
import type { Meter } from './observability/meter.ts';
import type {
  Clock,
  Ids,
  IssuerConfig,
  KeyDirectory,
  Log,
  OperatorConfig,
  Signer,
  Store,
  WaitUntilAfter,
} from './ports.ts';
import type { LiveSettings } from './settings/live.ts';
import type { AwardWithCredential } from './store/badge-readers.ts';
import type { Leases } from './store/leases.ts';
import type { TrustedClock } from './time/trusted-clock.ts';

/** The ports that the service needs. Each root provides its own. */
export interface Ports {
  readonly store: Store;
  readonly clock: Clock;
  /** Says what time it is, and how sure that is. */
  readonly time: TrustedClock;
  /** Seconds of a clock that never jumps. */
  readonly monotonic: () => number;
  /** Judges which claims on work have ended. */
  readonly leases: Leases;
  /** True if the operator states that the clock is right (`TRUST_CLOCK=1`). */
  readonly trustsClock: boolean;
  /** Whether mails about badges are written without a mail server, for the day when there is one. */
  readonly writesUnsentMail: boolean;
  readonly ids: Ids;
  /** Counts what happens in this process. */
  readonly meter: Meter;
  /** Says where the present work comes from, for the audit. */
  readonly occasions: AuditContexts;
  readonly waitUntilAfter: WaitUntilAfter;
  readonly catalogue: LiveCatalogue;
  readonly signer: Signer;
  readonly keys: KeyDirectory;
  readonly issuer: IssuerConfig;
  readonly operator: OperatorConfig;
  readonly origin: string;
  readonly fetcher: Fetcher;
  readonly sender: Sender;
  readonly verifyCredential: VerifyCredential;
  readonly proofs: ProofChecker;
  /** Checks the signatures of a log's checkpoint. */
  readonly checkNote: CheckNote;
  readonly openSheets: OpenSheets;
  readonly blankNumens: BlankNumens;
  readonly tableWriters: TableWriters;
  readonly settings: LiveSettings;
  /** The schools that are counted. */
  readonly scope: SchoolScope;
  readonly log: Log;
  /** Free bytes on the disk of the database; absent if the service has no own disk. */
  readonly readFreeBytes?: () => Promise<number>;
  /** Reads large tables one after the other; absent if requests must not wait for one another. */
  readonly largeInTurn?: RunInTurn;
  /** Compresses status lists; absent if the platform compresses them. */
  readonly gzip?: Gzip;
  /** Begins to count queries; absent if the database sets no limit on an invocation. */
  readonly beginAllowance?: BeginAllowance;
  /** Whether something can be signed now. Throws `signing-unavailable` where the keys are away. */
  readonly checkKeys: () => Promise<void>;
  /** Reads the public halves of the keys again, from their place and from the database. */
  readonly refreshKeys: () => Promise<void>;
  /** Set where the service is copied before it closes: its pages then say so, and nothing is written. */
  readonly copiedAt?: Instant;
  /** Addresses and files of the lists of trusted issuers. */
  readonly trustedSources: readonly string[];
  /** Reads a file named by a setting; absent if there are no files. */
  readonly readFile?: (path: string) => Promise<Uint8Array>;
  /** The providers at which people sign in; empty if none is configured. */
  readonly identityProviders: readonly IdentityProvider[];
  /** How strong and how recent sign-ins must be. */
  readonly signInRules: SignInRules;
  /** Draws a badge as its holder has it, as a PNG of that many pixels. */
  readonly drawBadge: (
    definition: AchievementDefinition,
    issued: Required<AwardWithCredential>,
    widthPixels: number,
  ) => Promise<Uint8Array>;
  /** Absent if the service sends no mail. No mail is then queued. */
  readonly mailer?: Mailer;
}
