import { z } from 'zod';
import type { IssuerConfig, OperatorConfig } from '../application/ports.ts';
import type { SignInRules } from '../domain/access/sign-in-level.ts';
import { SCHOOL_SCOPES, type SchoolScope } from '../domain/school-search.ts';
import type { SettingError } from '../domain/settings/error.ts';
import { compact } from '../domain/text/omit-undefined.ts';
import { ConfigError } from './config-error.ts';
import {
  type DatabaseConfig,
  databaseErrors,
  isPostgresUrl,
  LOCAL_DATABASE,
  toDatabase,
} from './database-address.ts';
import { fetchingErrors, fetchingSettings, toFetchProxy } from './fetching.ts';
import {
  type IdentityConfig,
  identityErrors,
  identitySettings,
  toIdentityConfig,
  toIdentitySecrets,
} from './identity.ts';
import { type LimitConfig, limitSettings, toLimits } from './limits.ts';
import { type MailConfig, mailErrors, toMail } from './mail.ts';
import { type MetricsAccess, metricsErrors, metricsSettings, toMetrics } from './metrics.ts';
import {
  type ObjectStoreConfig,
  objectStoreErrors,
  objectStoreSettings,
  toObjectStore,
} from './object-store.ts';
import { operatorSettings, toOperator } from './operator.ts';
import { productionErrors } from './production-errors.ts';
import type { Secrets } from './secrets.ts';
import {
  mailAddress,
  oneOf,
  secretText,
  settingTraits,
  someText,
  webAddress,
  wholeNumber,
  zeroOrOne,
} from './shapes.ts';
import { signInSettings, toSignInRules } from './sign-in.ts';
import { demoErrors, isLoopbackHttp, parsePublicUrl, stageErrors } from './stage.ts';
import {
  type TracingConfig,
  toTracing,
  toTracingHeaders,
  tracingErrors,
  tracingSettings,
} from './tracing.ts';
import { trustErrors, trustSettings } from './trusted-issuers.ts';
import { unknownNames } from './unknown-names.ts';

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
  /** Whether a second person must adopt a version of the criteria; absent if the screens decide. */
  readonly criteriaApproval?: boolean;
  /** Whether the operator states that the clock is right and that earlier signatures have a wrong instant:
   *  signing then continues. */
  readonly trustsClock: boolean;
  readonly mail: MailConfig;
  readonly identity: IdentityConfig;
  /** How strong and how recent sign-ins must be. */
  readonly signIn: SignInRules;
  readonly limits: LimitConfig;
  /** Addresses and files of lists of trusted issuers. */
  readonly trustedSources: readonly string[];
  /** Who may read the figures of `/metrics`. */
  readonly metrics: MetricsAccess;
  /** Where traces go; absent if no one asked for them. */
  readonly tracing?: TracingConfig;
  /** Where a copy of the site may be sent. */
  readonly objectStore?: ObjectStoreConfig;
}

const settings = z.object({
  NODE_ENV: someText(),
  PORT: wholeNumber({ from: 0, to: 65_535, usual: 3000 }),
  HOST: someText(),
  PUBLIC_URL: someText(),
  DATABASE_URL: secretText(),
  KEYS_DIR: someText(),
  KEYS_PASSPHRASE: secretText(),
  OFFICE_PACK: someText(),
  ISSUER_NAME: someText(),
  ISSUER_CODE: someText(),
  ISSUER_URL: webAddress(),
  ISSUER_EMAIL: mailAddress(),
  ISSUER_LOGO: webAddress(),
  DEMO: zeroOrOne(),
  SCOPE: oneOf(SCHOOL_SCOPES),
  CRITERIA_APPROVAL: zeroOrOne(),
  REFRESH_SERVICE: zeroOrOne(),
  TRUST_CLOCK: zeroOrOne(),
  SMTP_URL: secretText(),
  MAIL_FROM: mailAddress(),
  ...operatorSettings,
  ...metricsSettings,
  ...tracingSettings,
  ...objectStoreSettings,
  ...fetchingSettings,
  ...identitySettings,
  ...signInSettings,
  ...limitSettings,
  ...trustSettings,
});

type Settings = z.infer<typeof settings>;

const SETTING_NAMES: readonly string[] = Object.keys(settings.shape);

/** The settings that a file may hold in their place. */
export const SECRET_NAMES: readonly string[] = SETTING_NAMES.filter((name) => traitsOf(name)?.isSecret);

function traitsOf(name: string) {
  return settingTraits.get(settings.shape[name as keyof typeof settings.shape]);
}

export interface Parsed {
  readonly config: Config;
  readonly secrets: Secrets;
}

export interface Reading {
  /** Faults of the files that hold secrets. */
  readonly fileFaults?: readonly SettingError[];
  /** Whether the platform gives the database, which then needs no address. */
  readonly bindsDatabase?: boolean;
}

/** Parses the environment into Config and Secrets. Throws ConfigError with every fault. Empty values count as
 *  absent. */
export function parseConfig(
  environment: Readonly<Record<string, string | undefined>>,
  { fileFaults = [], bindsDatabase = false }: Reading = {},
): Parsed {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const production = given['NODE_ENV'] === 'production';
  const parsed = settings.safeParse(given);
  const shapeErrors = parsed.success ? [] : wrongForms(parsed.error.issues.map(({ path }) => path[0]));
  const publicUrl = parsePublicUrl(given, production);
  const isOfFile = ({ name }: SettingError) => fileFaults.some((one) => one.name === `${name}_FILE`);
  const valueErrors = [
    ...shapeErrors,
    ...stageErrors(given),
    ...publicUrl.faults,
    ...demoErrors(given, { production, origin: publicUrl.origin }),
    ...metricsErrors(given),
    ...tracingErrors(given),
    ...objectStoreErrors(given),
    ...fetchingErrors(given),
    ...databaseErrors(given['DATABASE_URL']),
    ...mailErrors(given),
    ...identityErrors(given, production),
    ...trustErrors(given),
    ...(production ? productionErrors(given, bindsDatabase) : []),
  ];
  const errors = [
    ...unknownNames(given, { names: SETTING_NAMES, secrets: SECRET_NAMES, production }),
    ...fileFaults,
    ...valueErrors.filter((fault) => !isOfFile(fault)),
  ];
  if (!parsed.success || errors.length > 0) throw new ConfigError(errors);
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
    host: values.HOST ?? '127.0.0.1',
    publicUrl,
    database: toDatabase(values.DATABASE_URL ?? LOCAL_DATABASE),
    keysDir: values.KEYS_DIR ?? './keys',
    trustedSources: values.TRUSTED_ISSUERS,
    ...(values.OFFICE_PACK && { officePack: values.OFFICE_PACK }),
    issuer: toIssuer(values),
    operator: toOperator(values, demo),
    scope: values.SCOPE ?? 'public',
    ...(values.CRITERIA_APPROVAL && { criteriaApproval: values.CRITERIA_APPROVAL === '1' }),
    trustsClock: values.TRUST_CLOCK === '1',
    mail: toMail(values, demo),
    metrics: toMetrics(values, production),
    ...compact({ tracing: toTracing(values), objectStore: toObjectStore(values) }),
    identity: toIdentityConfig(values),
    signIn: toSignInRules(values),
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
    postgresUrl: DATABASE_URL && isPostgresUrl(DATABASE_URL) ? DATABASE_URL : undefined,
    smtpUrl: SMTP_URL || undefined,
    metricsToken: METRICS_TOKEN || undefined,
    tracingHeaders: toTracingHeaders(values),
    objectStoreKey: values.S3_SECRET_ACCESS_KEY || undefined,
    fetchProxy: toFetchProxy(values),
    identity: toIdentitySecrets(values),
  });
}

function wrongForms(names: readonly unknown[]): readonly SettingError[] {
  return [...new Set(names.map(String))].map((name) => ({
    name,
    code: 'wrong-form',
    form: traitsOf(name)?.form ?? { kind: 'text' },
  }));
}
