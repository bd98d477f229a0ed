import { hostNameOf, parseClientMetadata } from '../../domain/host/client-metadata.ts';
import type { HostClient } from '../../domain/host/host-grant.ts';
import { clientsToDrop } from '../../domain/host/unused-clients.ts';
import { makeSecret } from '../accounts/begin-sign-in.ts';
import { sha256Of } from '../digest.ts';
import type { Ports } from '../service-ports.ts';
import { OAuthError } from './oauth-error.ts';

/** What a client says of itself, unchecked. */
type Metadata = Readonly<Record<string, unknown>>;

/** Registers a client with its metadata. Its secret is returned once. Where too many clients are unused, some of
 *  them make room; simultaneous registrations may exceed the limit by a few. Clients on the host of this service are
 *  refused: the consent would show the service's own name, and codes would come to our own pages. Throws
 *  OAuthError. */
export const registerHostClient = (ports: Ports) => async (said: Metadata, network: string) => {
  const { store, clock, ids, origin } = ports;
  const metadata = parseClientMetadata(said);
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
export const authenticateHostClient =
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
