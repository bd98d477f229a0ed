import { audit } from '../../domain/audit.ts';
import type { Change } from '../../domain/change/change.ts';
import { DomainError } from '../../domain/errors.ts';
import {
  grantUseToNote,
  type HostClient,
  type HostGrant,
  type HostToken,
} from '../../domain/host/host-grant.ts';
import type { PersonId } from '../../domain/ids.ts';
import { sha256Of } from '../digest.ts';
import type { Ports } from '../service-ports.ts';

/** A client that acts for a person. */
export interface HostAccess {
  readonly grant: HostGrant;
  readonly token: HostToken;
  readonly client: HostClient;
}

/** The access given by a token, if the token is valid. The day of its use is recorded. */
export const readHostAccess =
  ({ store, clock }: Ports) =>
  async (secret: string): Promise<HostAccess | undefined> => {
    const kept = await store.readHostToken(await sha256Of(secret));
    const now = clock.now();
    if (kept?.secret.kind !== 'access' || kept.secret.expiresAt <= now) return undefined;
    const { grant, secret: token } = kept;
    const client = await store.readHostClient(grant.clientId);
    if (!client) return undefined;
    const on = grantUseToNote(grant, now);
    if (on) await store.commit([{ kind: 'host-grant-used', grantId: grant.id, on }]);
    return { grant, token, client };
  };

/** Revokes a token of this client (RFC 7009). Revoking a refresh token ends its whole grant. An unknown
 *  token, or a token of another client, changes nothing. */
export const revokeHostToken =
  ({ store, clock }: Ports) =>
  async (client: HostClient, secret: string): Promise<void> => {
    const kept = await store.readHostToken(await sha256Of(secret));
    if (!kept || kept.grant.clientId !== client.id) return;
    const { grant, secret: token } = kept;
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
    await store.commit(ended);
  };

/** The valid grants of a person, the newest first. */
export const readOwnGrants =
  ({ store, clock }: Ports) =>
  async (personId: PersonId) => {
    const now = clock.now();
    const grants = await store.readHostGrantsOf(personId);
    return grants.filter(({ grant }) => grant.expiresAt > now);
  };

/** Ends a person's grant. All its tokens are refused from now on. Throws `not-found`. */
export const endOwnGrant =
  ({ store, clock }: Ports) =>
  async (personId: PersonId, grantId: string): Promise<void> => {
    const own = (await store.readHostGrantsOf(personId)).find(({ grant }) => grant.id === grantId);
    if (!own) throw new DomainError('not-found');
    await store.commit([
      { kind: 'host-grant-ended', grantId },
      audit('host-access-ended', {
        at: clock.now(),
        actor: personId,
        subject: personId,
        details: { service: own.client.metadata.client_name },
      }),
    ]);
  };
