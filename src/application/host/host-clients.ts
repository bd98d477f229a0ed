import { hostNameOf, parseClientMetadata } from '../../domain/host/client-metadata.ts';
import { forgetHost, type HostClient, MOST_CLIENTS } from '../../domain/host/host-grant.ts';
import { makeSecret } from '../accounts/begin-sign-in.ts';
import { sha256Of } from '../digest.ts';
import type { Clock, Ids, Log, Store } from '../ports.ts';
import { OAuthError } from './oauth-error.ts';

interface Needs {
  readonly store: Pick<Store, 'commit' | 'readHostClient' | 'countHostClients'>;
  readonly clock: Clock;
  readonly ids: Pick<Ids, 'credentialId'>;
  readonly log: Log;
  readonly origin: string;
}

/** Registers a client with its metadata. Its secret is returned once. Clients on the host of this service are
 *  refused: the consent would show the service's own name, and codes would come to our own pages. Throws
 *  OAuthError. */
export const registerHostClient = (needs: Needs) => async (said: Readonly<Record<string, unknown>>) => {
  const { store, clock, ids, origin } = needs;
  const metadata = parseClientMetadata(said);
  if ('error' in metadata) throw new OAuthError(metadata.error, metadata.description);
  if (hostNameOf(metadata) === new URL(origin).hostname) {
    throw new OAuthError('invalid_redirect_uri', 'the host of this service is no client of it');
  }
  await makeRoom(needs);
  const secret = makeSecret(ids);
  const client: HostClient = {
    id: ids.credentialId(),
    secretHash: await sha256Of(secret),
    metadata,
    registeredAt: clock.now(),
  };
  await store.commit([{ kind: 'host-client-registered', client }]);
  return { client, secret };
};

/** Makes room for a client. Where the host has as many clients as it accepts, clients unused for a day are
 *  deleted; if that is not enough, the new client is refused. Simultaneous registrations may exceed the limit
 *  by a few. */
async function makeRoom({ store, clock, log }: Needs): Promise<void> {
  if ((await store.countHostClients()) < MOST_CLIENTS) return;
  await store.commit([forgetHost(clock.now(), true)]);
  const clients = await store.countHostClients();
  if (clients < MOST_CLIENTS) return;
  log.error('host-clients-full', { clients });
  throw new OAuthError(
    'temporarily_unavailable',
    `${MOST_CLIENTS} clients are registered, and no more are taken: try again in a day`,
  );
}

/** The client of an `Authorization: Basic` header (RFC 6749 §2.3.1). Throws OAuthError `invalid_client`. */
export const authenticateHostClient =
  ({ store }: Pick<Needs, 'store'>) =>
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
