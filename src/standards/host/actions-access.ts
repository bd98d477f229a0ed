import { CREDENTIALS_V2, OPEN_BADGES_V3_0_3 } from '#open-badges/credential';
import { findTextError, hasType, isJsonObject, textOf } from '#open-badges/parsing';
import { makeSecret } from '../../application/accounts/newcomer-ticket.ts';
import { commitIfPresent, commitOnce } from '../../application/concurrency/named-record.ts';
import { sha256Of } from '../../application/digest.ts';
import type { Ports } from '../../application/service-ports.ts';
import { useCases } from '../../application/use-cases.ts';
import { audit } from '../../domain/audit/entry.ts';
import type { Change } from '../../domain/change/union.ts';
import { DomainError } from '../../domain/errors.ts';
import type { PersonId } from '../../domain/ids.ts';
import { fullName } from '../../domain/person/name.ts';
import { grantUseToNote, type HostClient, type HostGrant, type HostToken } from './feature.ts';
import { hostNameOf, parseClientMetadata } from './feature-client-metadata.ts';
import { clientsToDrop } from './feature-unused-clients.ts';

/** A client that acts for a person. */
export interface HostAccess {
  readonly grant: HostGrant;
  readonly token: HostToken;
  readonly client: HostClient;
}

/** The access given by a token, if the token is valid. The day of its use is recorded. */
const readHostAccess =
  ({ store, clock }: Ports) =>
  async (secret: string): Promise<HostAccess | undefined> => {
    const saved = await store.readHostToken(await sha256Of(secret));
    const now = clock.now();
    if (saved?.secret.kind !== 'access' || saved.secret.expiresAt <= now) return undefined;
    const { grant, secret: token } = saved;
    const client = await store.readHostClient(grant.clientId);
    if (!client) return undefined;
    const on = grantUseToNote(grant, now);
    const used = on && { kind: 'host-grant-used' as const, grantId: grant.id, on };
    if (used && !(await commitIfPresent(store, [used]))) return undefined;
    return { grant, token, client };
  };

/** Revokes a token of this client (RFC 7009). Revoking a refresh token ends its whole grant. An unknown
 *  token, or a token of another client, changes nothing. */
const revokeHostToken =
  ({ store, clock }: Ports) =>
  async (client: HostClient, secret: string): Promise<void> => {
    const saved = await store.readHostToken(await sha256Of(secret));
    if (!saved || saved.grant.clientId !== client.id) return;
    const { grant, secret: token } = saved;
    const ended: readonly Change[] =
      token.kind === 'access'
        ? [{ kind: 'host-token-ended', secretHash: token.secretHash }]
        : [
            { kind: 'host-grant-ended', grantId: grant.id },
            audit('host-access-ended', {
              at: clock.now(),
              actor: `client:${client.id}`,
              subject: grant.personId,
              details: { service: client.metadata.client_name },
            }),
          ];
    await commitIfPresent(store, ended);
  };

/** The valid grants of a person, the newest first. */
const readOwnGrants =
  ({ store, clock }: Ports) =>
  async (personId: PersonId) => {
    const now = clock.now();
    const grants = await store.readHostGrantsOf(personId);
    return grants.filter(({ grant }) => grant.expiresAt > now);
  };

/** Ends a person's grant. All its tokens are refused from now on. Throws `not-found` for a grant of another person, and
 *  `settled-meanwhile` if it was ended already. */
const endOwnGrant =
  ({ store, clock }: Ports) =>
  async (personId: PersonId, grantId: string): Promise<void> => {
    const own = (await store.readHostGrantsOf(personId)).find(({ grant }) => grant.id === grantId);
    if (!own) throw new DomainError((await store.hasHostGrant(grantId)) ? 'not-found' : 'settled-meanwhile');
    await commitOnce(store, [
      { kind: 'host-grant-ended', grantId },
      audit('host-access-ended', {
        at: clock.now(),
        actor: personId,
        subject: personId,
        details: { service: own.client.metadata.client_name },
      }),
    ]);
  };

/** What a client says of itself, unchecked. */
type Metadata = Readonly<Record<string, unknown>>;

/** Registers a client with its metadata. Its secret is returned once. Where too many clients are unused, some of
 *  them make room; simultaneous registrations may exceed the limit by a few. Clients on the host of this service are
 *  refused: the consent would show the service's own name, and codes would come to our own pages. Throws
 *  OAuthError. */
const registerHostClient = (ports: Ports) => async (stated: Metadata, network: string) => {
  const { store, clock, ids, origin } = ports;
  const metadata = parseClientMetadata(stated);
  if ('error' in metadata) throw new OAuthError(metadata.error, metadata.description);
  if (hostNameOf(metadata) === new URL(origin).hostname) {
    throw new OAuthError('invalid_redirect_uri', 'the host of this service is no client of it');
  }
  const dropped = clientsToDrop(await store.readUnusedClients(), clock.now());
  const secret = makeSecret(ids);
  const client: HostClient = {
    id: ids.credentialId(),
    secretHash: await sha256Of(secret),
    metadata,
    registeredAt: clock.now(),
  };
  await store.commit([
    ...dropped.map((clientId) => ({ kind: 'host-client-dropped' as const, clientId })),
    { kind: 'host-client-registered', client, network: await sha256Of(network) },
  ]);
  return { client, secret };
};

/** The client of an `Authorization: Basic` header (RFC 6749 §2.3.1). Throws OAuthError `invalid_client`. */
const authenticateHostClient =
  ({ store }: Ports) =>
  async (authorization: string | undefined): Promise<HostClient> => {
    const given = readBasic(authorization ?? '');
    const client = given && (await store.readHostClient(given.id));
    if (!client || (await sha256Of(given.secret)) !== client.secretHash) {
      throw new OAuthError(
        'invalid_client',
        'send the id and the secret of a registered client, by HTTP Basic',
      );
    }
    return client;
  };

/** The id and secret in the header. Both are form-encoded before they are joined. */
function readBasic(authorization: string): { readonly id: string; readonly secret: string } | undefined {
  const [, encoded] = /^Basic ([A-Za-z0-9+/=]{1,1000})$/i.exec(authorization) ?? [];
  if (encoded === undefined) return undefined;
  try {
    const [, id = '', secret = ''] = /^([^:]*):(.*)$/s.exec(atob(encoded)) ?? [];
    return { id: fromForm(id), secret: fromForm(secret) };
  } catch {
    return undefined;
  }
}

function fromForm(text: string): string {
  return decodeURIComponent(text.replaceAll('+', ' '));
}

const LONGEST_PROFILE = 65_536;

/** The Profile of a person for clients, as JSON text: the Profile that a client wrote, or one with only the
 *  name. Its id is a digest, because clients must not learn the person's id in the register. */
const readHostProfile =
  ({ store }: Ports) =>
  async (personId: PersonId): Promise<string> => {
    const [saved, [person]] = await Promise.all([
      store.readHostProfile(personId),
      store.readPeople([personId]),
    ]);
    if (saved) return saved.document;
    if (!person) throw new DomainError('not-found');
    return JSON.stringify({
      '@context': [CREDENTIALS_V2, OPEN_BADGES_V3_0_3],
      id: await idOf(personId),
      type: ['Profile'],
      name: fullName(person),
    });
  };

/** Stores the Profile that a client wrote. The person's record does not change. Throws `invalid-request`,
 *  `too-large`. */
const writeHostProfile =
  ({ store, clock }: Ports) =>
  async (personId: PersonId, document: string, client: { readonly id: string; readonly name: string }) => {
    if (document.length > LONGEST_PROFILE) throw new DomainError('too-large', { limit: LONGEST_PROFILE });
    const profile = parseObject(document);
    if (!profile || !textOf(profile, 'id') || !hasType(profile, 'Profile')) {
      throw new DomainError('invalid-request', { reason: 'send a Profile with an id, as JSON' });
    }
    const at = clock.now();
    await store.commit([
      { kind: 'host-profile-saved', profile: { personId, document, updatedAt: at } },
      audit('host-profile-written', {
        at,
        actor: `client:${client.id}`,
        subject: personId,
        details: { service: client.name },
      }),
    ]);
  };

function parseObject(text: string): Readonly<Record<string, unknown>> | undefined {
  // PostgreSQL refuses U+0000.
  if (findTextError(text) || text.includes('\u0000')) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return isJsonObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

const UUID_BYTES = 32;

/** A UUID of version 8 (RFC 9562 §5.8), made from the digest of the person's id. */
async function idOf(personId: PersonId): Promise<string> {
  const hex = (await sha256Of(`profile ${personId}`)).split('$')[1]?.slice(0, UUID_BYTES) ?? '';
  const [a, b, c, d, e] = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(13, 16),
    hex.slice(17, 20),
    hex.slice(20),
  ];
  return `urn:uuid:${a}-${b}-8${c}-8${d}-${e}`;
}

/** The error codes that this service uses (RFC 6749 §4.1.2.1 and §5.2, RFC 7591 §3.2.2). */
export type OAuthErrorCode =
  | 'invalid_request'
  | 'invalid_client'
  | 'invalid_grant'
  | 'invalid_scope'
  | 'invalid_client_metadata'
  | 'invalid_redirect_uri'
  | 'unauthorized_client'
  | 'unsupported_grant_type'
  | 'unsupported_response_type'
  | 'access_denied';

/** A refusal in the form of OAuth, which clients understand. */
export class OAuthError extends Error {
  override readonly name = 'OAuthError';
  readonly error: OAuthErrorCode;
  constructor(error: OAuthErrorCode, description: string) {
    super(description);
    this.error = error;
  }
}

export const hostAccessServices = useCases({
  registerHostClient,
  authenticateHostClient,
  readHostAccess,
  revokeHostToken,
  readOwnGrants,
  endOwnGrant,
  readHostProfile,
  writeHostProfile,
});
