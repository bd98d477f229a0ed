import { parseScopes, type Scope } from './feature-scopes.ts';

/** The metadata with which a client registers (Open Badges 3.0, Dynamic Client Registration). */
export interface ClientMetadata {
  readonly client_name: string;
  readonly client_uri: string;
  readonly logo_uri: string;
  readonly tos_uri: string;
  readonly policy_uri: string;
  readonly software_id: string;
  readonly software_version: string;
  readonly redirect_uris: readonly string[];
  readonly scope: string;
  readonly token_endpoint_auth_method: 'client_secret_basic';
  readonly grant_types: readonly string[];
  readonly response_types: readonly string[];
  readonly contacts?: readonly string[];
}

/** Why a registration is refused (RFC 7591 §3.2.2). */
export interface MetadataError {
  readonly error: 'invalid_client_metadata' | 'invalid_redirect_uri';
  readonly description: string;
}

type RawMetadata = Readonly<Record<string, unknown>>;

const TEXT_MEMBERS = ['client_name', 'software_id', 'software_version', 'scope'] as const;
const ADDRESSES = ['client_uri', 'logo_uri', 'tos_uri', 'policy_uri'] as const;
const MOST_CHARACTERS = 1000;
const MOST_ITEMS = 20;
const GRANT_TYPES = ['authorization_code', 'refresh_token'];

/** Reads a registration. All required members must be present. Addresses must be https, without fragment or
 *  credentials, and have the same host name. Unknown members are left out (RFC 7591 §2). */
export function parseClientMetadata(stated: RawMetadata): ClientMetadata | MetadataError {
  const missing = [...TEXT_MEMBERS, ...ADDRESSES].find((name) => !isText(stated[name]));
  if (missing) return invalid(`${missing} must be a text of 1 to ${MOST_CHARACTERS} characters`);
  const redirects = stated['redirect_uris'];
  if (!isTexts(redirects) || redirects.length === 0) {
    return { error: 'invalid_redirect_uri', description: 'redirect_uris must name at least one address' };
  }
  const odd = redirects.find((uri) => hostOf(uri) === undefined);
  if (odd)
    return { error: 'invalid_redirect_uri', description: 'redirect_uris must be plain https addresses' };
  const plain = ADDRESSES.find((name) => hostOf(String(stated[name])) === undefined);
  if (plain) return invalid(`${plain} must be a plain https address`);
  const hosts = new Set([...ADDRESSES.map((name) => String(stated[name])), ...redirects].map(hostOf));
  if (hosts.size !== 1) return invalid('all addresses must have the same host name');
  if (!parseScopes(String(stated['scope'])))
    return invalid('scope names a scope that is not offered, or none');
  const fault = findUnsupported(stated);
  return fault ? invalid(fault) : toMetadata(stated, redirects);
}

/** The scopes that a client may ask for. */
export function registeredScopes({ scope }: ClientMetadata): readonly Scope[] {
  return parseScopes(scope) ?? [];
}

/** The host name that all addresses of a client share. */
export function hostNameOf({ client_uri }: ClientMetadata): string {
  return hostOf(client_uri) ?? '';
}

function toMetadata(stated: RawMetadata, redirects: readonly string[]): ClientMetadata {
  const texts = Object.fromEntries([...TEXT_MEMBERS, ...ADDRESSES].map((name) => [name, stated[name]]));
  const { grant_types, response_types, contacts } = stated;
  return {
    ...(texts as Pick<ClientMetadata, (typeof TEXT_MEMBERS)[number] | (typeof ADDRESSES)[number]>),
    redirect_uris: redirects,
    token_endpoint_auth_method: 'client_secret_basic',
    grant_types: isTexts(grant_types) ? grant_types : ['authorization_code'],
    response_types: isTexts(response_types) ? response_types : ['code'],
    ...(isTexts(contacts) && { contacts }),
  };
}

function findUnsupported(stated: RawMetadata): string | undefined {
  const { token_endpoint_auth_method: method = 'client_secret_basic' } = stated;
  if (method !== 'client_secret_basic') return 'token_endpoint_auth_method must be client_secret_basic';
  const { grant_types = GRANT_TYPES, response_types = ['code'], contacts = [] } = stated;
  if (!isTexts(grant_types) || !grant_types.every((one) => GRANT_TYPES.includes(one))) {
    return `grant_types may name ${GRANT_TYPES.join(' and ')}`;
  }
  if (!isTexts(response_types) || response_types.some((one) => one !== 'code')) {
    return 'response_types may name code';
  }
  return isTexts(contacts) ? undefined : 'contacts must be a list of texts';
}

/** A host name of the DNS. The URL parser also accepts characters that have a meaning in an HTTP header. */
const PLAIN_HOST = /^[a-z0-9-]+(\.[a-z0-9-]+)+$/;

/** The host name of a plain https address; undefined for any other text. */
function hostOf(text: string): string | undefined {
  if (!URL.canParse(text)) return undefined;
  const { protocol, hostname, hash, username, password } = new URL(text);
  const isBare = hash === '' && username === '' && password === '';
  const isPlain = protocol === 'https:' && isBare && PLAIN_HOST.test(hostname);
  return isPlain && !text.includes('#') ? hostname : undefined;
}

function isText(value: unknown): value is string {
  return (
    typeof value === 'string' && value.trim() !== '' && value.length <= MOST_CHARACTERS && !hasControls(value)
  );
}

/** Whether the text has control or format characters. Invisible ones, or those that change the writing
 *  direction, could make one name look like another. */
function hasControls(text: string): boolean {
  return /[\p{Cc}\p{Cf}]/u.test(text);
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.length <= MOST_ITEMS && value.every(isText);
}

function invalid(description: string): MetadataError {
  return { error: 'invalid_client_metadata', description };
}
