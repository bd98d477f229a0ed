import {
  type ApiToken,
  TOKEN_DAYS,
  type TokenState,
  tokenEnd,
  tokenState,
  useToNote,
} from '../../domain/access/api-token.ts';
import type { AuditAction } from '../../domain/audit/actions.ts';
import { audit } from '../../domain/audit/entry.ts';
import type { Change } from '../../domain/change/union.ts';
import { DomainError } from '../../domain/errors.ts';
import { refuseNumen } from '../../domain/person/numen.ts';
import type { Instant } from '../../domain/time/calendar.ts';
import { commitIfPresent } from '../concurrency/named-record.ts';
import { sha256Of } from '../digest.ts';
import type { Ports } from '../service-ports.ts';
import { retryOnConflict, useCases } from '../use-cases.ts';

export interface CreateToken {
  readonly role: ApiToken['role'];
  readonly name: string;
  /** Days of validity, from 1 to 365; 365 by default. */
  readonly days?: number | undefined;
  readonly actor: string;
}

export interface NewToken {
  readonly token: ApiToken;
  readonly secret: string;
  readonly changes: readonly Change[];
}

/** A token without the hash of its secret. */
export interface ListedToken extends Omit<ApiToken, 'secretHash'> {
  readonly state: TokenState;
}

/** Makes a token of the API. The secret is returned once, and only its hash is kept. Throws `invalid-request`
 *  for days out of bounds, and `numen-refused`. */
export const createToken =
  (ports: Ports) =>
  async (command: CreateToken): Promise<NewToken> => {
    const made = await prepareToken(ports)(command);
    await ports.store.commit(made.changes);
    return made;
  };

/** Makes a token without committing it. The caller commits the changes. */
export const prepareToken =
  ({ clock, ids }: Pick<Ports, 'clock' | 'ids'>) =>
  async ({ role, name, days = TOKEN_DAYS, actor }: CreateToken): Promise<NewToken> => {
    if (!Number.isInteger(days) || days < 1 || days > TOKEN_DAYS) {
      throw new DomainError('invalid-request', { reason: `days: 1 … ${TOKEN_DAYS}` });
    }
    refuseNumen(name);
    // Two identifiers of 128 bits give 256 random bits. Secret scanners can recognise the prefix.
    const secret = `jalon_${ids.credentialId()}${ids.credentialId()}`;
    const createdAt = clock.now();
    const expiresAt = tokenEnd(createdAt, days);
    const token = { id: ids.uuid(), name, role, secretHash: await sha256Of(secret), createdAt, expiresAt };
    const changes: readonly Change[] = [
      { kind: 'token-created', token },
      audited('token-created', { at: createdAt, actor, token, details: { expiresAt } }),
    ];
    return { token, secret, changes };
  };

/** The token with this secret, if it is valid. The day of its use is recorded. A refusal is logged without
 *  the secret. */
export const authenticate =
  ({ store, clock, log }: Ports) =>
  async (secret: string): Promise<ApiToken | undefined> => {
    const token = await store.readTokenByHash(await sha256Of(secret));
    const now = clock.now();
    const state = token ? tokenState(token, now) : 'unknown';
    if (!token || state !== 'active') {
      log.info('token-refused', { reason: state, ...(token && { token: token.id }) });
      return undefined;
    }
    const on = useToNote(token, now);
    const isThere = !on || (await commitIfPresent(store, [{ kind: 'token-used', tokenId: token.id, on }]));
    return isThere ? token : undefined;
  };

/** Every token, the newest first, without the hashes of the secrets. */
const listTokens =
  ({ store, clock }: Ports) =>
  async (): Promise<readonly ListedToken[]> => {
    const now = clock.now();
    return (await store.readTokens()).map((token) => toListed(token, now));
  };

/** Revokes a token for good. Revoking it again changes nothing. Throws `unknown-token`. */
const revokeToken =
  ({ store, clock }: Ports) =>
  ({ id, actor }: { readonly id: string; readonly actor: string }): Promise<ListedToken> =>
    retryOnConflict(async () => {
      const token = (await store.readTokens()).find((one) => one.id === id);
      if (!token) throw new DomainError('unknown-token', { id });
      const at = clock.now();
      if (token.revokedAt) return toListed(token, at);
      await store.commit([
        { kind: 'token-revoked', tokenId: id, at },
        audited('token-revoked', { at, actor, token, details: {} }),
      ]);
      return toListed({ ...token, revokedAt: at }, at);
    });

function toListed({ secretHash: _, ...token }: ApiToken, now: Instant): ListedToken {
  return { ...token, state: tokenState(token, now) };
}

interface Audited {
  readonly at: Instant;
  readonly actor: string;
  readonly token: ApiToken;
  readonly details: Readonly<Record<string, string>>;
}

function audited(action: AuditAction, { at, actor, token: { id, role, name }, details }: Audited): Change {
  return audit(action, { at, actor, subject: id, details: { role, name, ...details } });
}

export const tokenServices = useCases({ createToken, listTokens, revokeToken, authenticate });
