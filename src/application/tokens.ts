import type { ApiToken, Change } from '../domain/change/change.ts';
import { sha256Of } from './digest.ts';
import type { Clock, Ids, Store } from './ports.ts';

type Needs = { readonly store: Store; readonly clock: Clock; readonly ids: Ids };

export interface CreateToken {
  readonly role: ApiToken['role'];
  readonly name: string;
  readonly actor: string;
}

export interface NewToken {
  readonly token: ApiToken;
  readonly secret: string;
  /** What a commit makes of it. */
  readonly changes: readonly Change[];
}

/** Makes a token of the API. The secret is answered once and never kept: only its hash is. */
export const createToken =
  ({ store, ...needs }: Needs) =>
  async (command: CreateToken): Promise<NewToken> => {
    const made = await prepareToken(needs)(command);
    await store.commit(made.changes);
    return made;
  };

/** A token that is in no database yet. */
export const prepareToken =
  ({ clock, ids }: Omit<Needs, 'store'>) =>
  async (command: CreateToken): Promise<NewToken> => {
    // Two identifiers of 128 bits: 256 random bits, behind a prefix that secret scanners can be taught.
    const secret = `jalon_${ids.credentialId()}${ids.credentialId()}`;
    const token = {
      id: ids.uuid(),
      name: command.name,
      role: command.role,
      secretHash: await sha256Of(secret),
      createdAt: clock.now(),
    };
    const changes: readonly Change[] = [
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
    ];
    return { token, secret, changes };
  };

/** The token a secret belongs to, unless it was revoked. */
export const authenticate =
  ({ store }: { readonly store: Store }) =>
  async (secret: string): Promise<ApiToken | undefined> => {
    const token = await store.readTokenByHash(await sha256Of(secret));
    return token?.revokedAt ? undefined : token;
  };
