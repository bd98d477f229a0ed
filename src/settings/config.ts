import { z } from 'zod';
import type { IssuerConfig, OperatorConfig } from '../application/ports.ts';
import { compact } from '../domain/compact.ts';
import { SCHOOL_SCOPES, type SchoolScope } from '../domain/engagement/school-scope.ts';
import {
  type IdentityConfig,
  type IdentitySecrets,
  identityFaults,
  identitySettings,
  toIdentityConfig,
  toIdentitySecrets,
} from './identity.ts';
import { type LimitConfig, limitSettings, toLimits } from './limits.ts';
import { type MailConfig, mailFaults, toMail } from './mail.ts';
import { type MetricsAccess, metricsFaults, metricsSettings, toMetrics } from './metrics.ts';
import { operatorFaults, operatorSettings, toOperator } from './operator.ts';
import { demoFaults, isLoopbackHttp, parsePublicUrl, stageFaults } from './stage.ts';
import { trustFaults, trustSettings } from './trusted-issuers.ts';

/** The place of the database, in words that may be shown. */
export type DatabaseConfig =
  | { readonly kind: 'sqlite'; readonly file: string }
  /** `server` is host, port and name; the account is in the secrets. */
  | { readonly kind: 'postgres'; readonly server: string };

/** Everything the service reads from its environment, parsed once. Secrets are kept apart, in `Secrets`. */
export interface Config {
  readonly production: boolean;
  readonly demo: boolean;
  readonly port: number;
  readonly host: string;
  /** The origin in every identifier, without a trailing slash. It is never derived from a request. */
  readonly publicUrl: string;
  readonly database: DatabaseConfig;
  readonly keysDir: string;
  /** The folder of the pack with which a new service begins. */
  readonly officePack?: string;
  /** The issuer, as far as the settings say it. */
  readonly issuer: Partial<IssuerConfig>;
  readonly operator: OperatorConfig;
  /** The schools that screens and coverage count. */
  readonly scope: SchoolScope;
  /** Whether a second person must adopt a version of the criteria; absent where the screens decide. */
  readonly criteriaApproval?: boolean;
  /** Whether the operator states that the clock is right and that earlier signatures have a wrong instant:
   *  signing then continues. */
  readonly trustsClock: boolean;
  readonly mail: MailConfig;
  readonly identity: IdentityConfig;
  readonly limits: LimitConfig;
  /** Addresses and files of lists of trusted issuers. */
  readonly trustedSources: readonly string[];
  /** Who may read the figures of `/metrics`. */
  readonly metrics: MetricsAccess;
}

export interface Secrets {
  readonly keysPassphrase?: string;
  /** The address of PostgreSQL, with account and password. */
  readonly postgresUrl?: string;
  /** The address of the mail server, with account and password. */
  readonly smtpUrl?: string;
  /** The token that opens `/metrics` and nothing else. */
  readonly metricsToken?: string;
  readonly identity: IdentitySecrets;
}

/** All faults of the settings at once, so that the operator can correct them in one go. The start stops. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly faults: readonly string[];
  constructor(faults: readonly string[]) {
    super(`The settings have ${faults.length} fault(s):\n${faults.map((fault) => `- ${fault}`).join('\n')}`);
    this.faults = faults;
  }
}

const PASSPHRASE_MINIMUM_CHARACTERS = 16;

const settings = z.object({
  NODE_ENV: z.string().optional(),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  PUBLIC_URL: z.string().optional(),
  DATABASE_URL: z.string().default('sqlite:./var/jalon.db'),
  KEYS_DIR: z.string().min(1).default('./keys'),
  KEYS_PASSPHRASE: z.string().optional(),
  OFFICE_PACK: z.string().min(1).optional(),
  ISSUER_NAME: z.string().min(1).optional(),
  ISSUER_CODE: z.string().min(1).optional(),
  ISSUER_URL: z.url({ protocol: /^https?$/ }).optional(),
  ISSUER_EMAIL: z.email().optional(),
  ISSUER_LOGO: z.url({ protocol: /^https?$/ }).optional(),
  DEMO: z.enum(['0', '1']).optional(),
  SCOPE: z.enum(SCHOOL_SCOPES).default('public'),
  CRITERIA_APPROVAL: z.enum(['0', '1']).optional(),
  REFRESH_SERVICE: z.enum(['0', '1']).optional(),
  TRUST_CLOCK: z.enum(['0', '1']).optional(),
  SMTP_URL: z.string().optional(),
  MAIL_FROM: z.email().optional(),
  ...operatorSettings,
  ...metricsSettings,
  ...identitySettings,
  ...limitSettings,
  ...trustSettings,
});

type Settings = z.infer<typeof settings>;

/** Parses the environment into Config and Secrets. Throws ConfigError with every fault. Empty values count as
 *  absent. */
export function parseConfig(environment: Readonly<Record<string, string | undefined>>): {
  readonly config: Config;
  readonly secrets: Secrets;
} {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const production = given['NODE_ENV'] === 'production';
  const parsed = settings.safeParse(given);
  const shapeFaults = parsed.success
    ? []
    : parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  const publicUrl = parsePublicUrl(given, production);
  const faults = [
    ...shapeFaults,
    ...stageFaults(given),
    ...publicUrl.faults,
    ...demoFaults(given, { production, origin: publicUrl.origin }),
    ...metricsFaults(given),
    ...databaseFaults(given['DATABASE_URL']),
    ...mailFaults(given),
    ...identityFaults(given, production),
    ...trustFaults(given),
    ...(production ? productionFaults(given) : []),
  ];
  if (!parsed.success || faults.length > 0) throw new ConfigError(faults);
  return {
    config: toConfig(parsed.data, { production, publicUrl: publicUrl.origin }),
    secrets: toSecrets(parsed.data),
  };
}

function toConfig(
  values: Settings,
  { production, publicUrl }: { production: boolean; publicUrl: string },
): Config {
  const demo = !production && values.DEMO !== '0' && isLoopbackHttp(publicUrl);
  return {
    production,
    demo,
    port: values.PORT,
    host: values.HOST,
    publicUrl,
    database: toDatabase(values.DATABASE_URL),
    keysDir: values.KEYS_DIR,
    trustedSources: values.TRUSTED_ISSUERS,
    ...(values.OFFICE_PACK && { officePack: values.OFFICE_PACK }),
    issuer: toIssuer(values),
    operator: toOperator(values, demo),
    scope: values.SCOPE,
    ...(values.CRITERIA_APPROVAL && { criteriaApproval: values.CRITERIA_APPROVAL === '1' }),
    trustsClock: values.TRUST_CLOCK === '1',
    mail: toMail(values, demo),
    metrics: toMetrics(values, production),
    identity: toIdentityConfig(values),
    limits: toLimits(values),
  };
}

/** What no setting says comes from the office's pack. */
function toIssuer(values: Settings): Partial<IssuerConfig> {
  return compact({
    name: values.ISSUER_NAME,
    code: values.ISSUER_CODE,
    url: values.ISSUER_URL,
    email: values.ISSUER_EMAIL,
    logoUrl: values.ISSUER_LOGO || undefined,
    linkedInId: values.LINKEDIN_ORGANIZATION_ID || undefined,
    refreshesBadges: values.REFRESH_SERVICE === '1' || undefined,
  });
}

function toSecrets(values: Settings): Secrets {
  const { KEYS_PASSPHRASE, DATABASE_URL, SMTP_URL, METRICS_TOKEN } = values;
  return compact({
    keysPassphrase: KEYS_PASSPHRASE || undefined,
    postgresUrl: isPostgresUrl(DATABASE_URL) ? DATABASE_URL : undefined,
    smtpUrl: SMTP_URL || undefined,
    metricsToken: METRICS_TOKEN || undefined,
    identity: toIdentitySecrets(values),
  });
}

function toDatabase(url: string): DatabaseConfig {
  if (!isPostgresUrl(url)) return { kind: 'sqlite', file: url.slice('sqlite:'.length) };
  const { host, pathname } = new URL(url);
  return { kind: 'postgres', server: `${host}${pathname}` };
}

/** `postgres://user:password@host:port/database` or `postgresql://…`. */
export function isPostgresUrl(text: string): boolean {
  return /^postgres(ql)?:\/\//.test(text) && URL.canParse(text) && new URL(text).pathname.length > 1;
}

type Given = Readonly<Record<string, string | undefined>>;

/** The value is never repeated in a fault, because it may hold a password. */
function databaseFaults(url = 'sqlite:./var/jalon.db'): readonly string[] {
  if (/^sqlite:.+/.test(url) || isPostgresUrl(url)) return [];
  return [
    'DATABASE_URL: must be sqlite: followed by a file, such as sqlite:./var/jalon.db, or postgres://user:password@host:5432/database (a password is written with its special characters as %XX)',
  ];
}

function productionFaults(given: Given): readonly string[] {
  const faults: string[] = [];
  if ((given['KEYS_PASSPHRASE'] ?? '').length < PASSPHRASE_MINIMUM_CHARACTERS) {
    faults.push(
      `KEYS_PASSPHRASE: required in production, at least ${PASSPHRASE_MINIMUM_CHARACTERS} characters; private keys are encrypted with it`,
    );
  }
  for (const name of ['ISSUER_NAME', 'ISSUER_URL', 'ISSUER_EMAIL']) {
    if (!given[name]) faults.push(`${name}: required in production, it is printed in every badge`);
  }
  return [...faults, ...operatorFaults(given)];
}
