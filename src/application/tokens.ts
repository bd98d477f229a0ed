import type { ApiToken } from '../domain/change.ts';
import { sha256Of } from './digest.ts';
import type { Clock, Ids, Store } from './ports.ts';

type Needs = { readonly store: Store; readonly clock: Clock; readonly ids: Ids };

/** Makes a token of the API. The secret is answered once and never kept: only its hash is. */
export const createToken =
  ({ store, clock, ids }: Needs) =>
  async (command: {
    readonly role: ApiToken['role'];
    readonly name: string;
    readonly actor: string;
  }): Promise<{ readonly token: ApiToken; readonly secret: string }> => {
    // Two identifiers of 128 bits: 256 random bits, behind a prefix that secret scanners can be taught.
    const secret = `jalon_${ids.credentialId()}${ids.credentialId()}`;
    const token = {
      id: ids.uuid(),
      name: command.name,
      role: command.role,
      secretHash: await sha256Of(secret),
      createdAt: clock.now(),
    };
    await store.commit([
      { kind: 'token-created', token },
      {
        kind: 'audited',
        entry: {
          at: token.createdAt,
          actor: command.actor,
          action: 'token-created',
          subject: token.id,
          details: { role: token.role, name: token.name },
        },
      },
    ]);
    return { token, secret };
  };

/** The token a secret belongs to, unless it was revoked. */
export const authenticate =
  ({ store }: { readonly store: Store }) =>
  async (secret: string): Promise<ApiToken | undefined> => {
    const token = await store.readTokenByHash(await sha256Of(secret));
    return token?.revokedAt ? undefined : token;
  };
