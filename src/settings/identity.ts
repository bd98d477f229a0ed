import type { SettingError } from '../domain/settings/error.ts';
import { compact } from '../domain/text/omit-undefined.ts';
import { secretText, someText } from './shapes.ts';

/** How agents sign in at one provider; its secret is kept apart. */
export interface ProviderConfig {
  readonly issuer: string;
  readonly clientId: string;
  /** The scope to ask for, in place of the provider kind's own: words with spaces between them. */
  readonly scope?: string;
  /** ProConnect's level of authentication, asked for where it is set. */
  readonly acrValues?: string;
}

export interface IdentityConfig {
  readonly proconnect?: ProviderConfig;
  readonly fim?: ProviderConfig;
}

/** Client secrets, by provider. */
export interface IdentitySecrets {
  readonly proconnect?: string;
  readonly fim?: string;
}

/** The settings' names and shapes, in the order of docs/configuration.md. */
export const identitySettings = {
  OIDC_PROCONNECT_ISSUER: someText(),
  OIDC_PROCONNECT_CLIENT_ID: someText(),
  OIDC_PROCONNECT_CLIENT_SECRET: secretText(),
  OIDC_PROCONNECT_ACR_VALUES: someText(),
  OIDC_FIM_ISSUER: someText(),
  OIDC_FIM_CLIENT_ID: someText(),
  OIDC_FIM_CLIENT_SECRET: secretText(),
  OIDC_FIM_SCOPE: someText(),
};

type Given = Readonly<Record<string, string | undefined>>;

const PREFIXES = { proconnect: 'OIDC_PROCONNECT', fim: 'OIDC_FIM' } as const;
const NEEDED = ['ISSUER', 'CLIENT_ID', 'CLIENT_SECRET'] as const;

/** A provider must have all of its settings or none, and use https in production. Values are never
 *  repeated. */
export function identityErrors(given: Given, production: boolean): readonly SettingError[] {
  return Object.values(PREFIXES).flatMap((prefix) => [
    ...incompleteErrors(given, prefix),
    ...issuerErrors(given[`${prefix}_ISSUER`], { prefix, production }),
  ]);
}

function incompleteErrors(given: Given, prefix: string): readonly SettingError[] {
  const names = Object.keys(identitySettings).filter((name) => name.startsWith(`${prefix}_`));
  if (!names.some((name) => given[name])) return [];
  return NEEDED.map((part) => `${prefix}_${part}`)
    .filter((name) => !given[name])
    .map((name) => ({
      name,
      code: 'incomplete',
      together: NEEDED.map((part) => `${prefix}_${part}`),
    }));
}

function issuerErrors(
  issuer: string | undefined,
  { prefix, production }: { prefix: string; production: boolean },
): readonly SettingError[] {
  if (!issuer) return [];
  const name = `${prefix}_ISSUER`;
  const url = URL.canParse(issuer) ? new URL(issuer) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.search || url.hash) {
    return [{ name, code: 'wrong-form', form: { kind: 'provider' } }];
  }
  if (production && url.protocol !== 'https:') return [{ name, code: 'https-only' }];
  return [];
}

type Values = { readonly [Name in keyof typeof identitySettings]?: string | undefined };

/** Turns valid settings into the providers for signing in. */
export function toIdentityConfig(values: Values): IdentityConfig {
  const proconnect = toProvider(values.OIDC_PROCONNECT_ISSUER, values.OIDC_PROCONNECT_CLIENT_ID);
  const fim = toProvider(values.OIDC_FIM_ISSUER, values.OIDC_FIM_CLIENT_ID);
  const { OIDC_PROCONNECT_ACR_VALUES: acrValues, OIDC_FIM_SCOPE: scope } = values;
  return compact({
    proconnect: proconnect && { ...proconnect, ...(acrValues && { acrValues }) },
    fim: fim && { ...fim, ...(scope && { scope }) },
  });
}

/** Turns valid settings into the secrets of those providers. */
export function toIdentitySecrets(values: Values): IdentitySecrets {
  const { OIDC_PROCONNECT_CLIENT_SECRET: proconnect, OIDC_FIM_CLIENT_SECRET: fim } = values;
  return { ...(proconnect && { proconnect }), ...(fim && { fim }) };
}

function toProvider(issuer: string | undefined, clientId: string | undefined): ProviderConfig | undefined {
  return issuer && clientId ? { issuer, clientId } : undefined;
}
