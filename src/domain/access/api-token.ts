import type { Instant, LocalDate } from '../time/calendar.ts';
import { secondsAfter } from '../time/calendar.ts';

/** A token of the API. Only the hash of its secret is kept. */
export interface ApiToken {
  readonly id: string;
  readonly name: string;
  readonly role: 'dane' | 'reader';
  /** `sha256$` + hex of the secret. */
  readonly secretHash: string;
  readonly createdAt: Instant;
  /** From this instant on the token is refused. */
  readonly expiresAt: Instant;
  /** The last day, in UTC, on which the token was used. No finer trace is kept. */
  readonly lastUsedOn?: LocalDate;
  readonly revokedAt?: Instant;
}

/** Prefix of the actor where a program acts instead of a person. */
const TOKEN_ACTOR = 'token:';

/** The actor for everything done with a token of this name. */
export function tokenActor(name: string): string {
  return `${TOKEN_ACTOR}${name}`;
}

/** The name of the token that acts; undefined if the actor is a person. */
export function tokenNameOf(actor: string): string | undefined {
  return actor.startsWith(TOKEN_ACTOR) ? actor.slice(TOKEN_ACTOR.length) : undefined;
}

/** Days for which a token is valid unless a shorter time is asked for. */
export const TOKEN_DAYS = 365;

type Ends = Pick<ApiToken, 'revokedAt' | 'expiresAt'>;

export type TokenState = 'active' | 'expired' | 'revoked';

/** Whether the token is valid at this instant, or why it is not. */
export function tokenState({ revokedAt, expiresAt }: Ends, now: Instant): TokenState {
  if (revokedAt) return 'revoked';
  return now < expiresAt ? 'active' : 'expired';
}

/** The end of a token made at this instant. */
export function tokenEnd(now: Instant, days: number): Instant {
  return secondsAfter(now, days * 24 * 3600);
}

/** The day to record as the last use; undefined if it is already recorded. A token thus costs at most one
 *  write a day. */
export function useToNote({ lastUsedOn }: ApiToken, now: Instant): LocalDate | undefined {
  const today = now.slice(0, 10) as LocalDate;
  return lastUsedOn !== undefined && lastUsedOn >= today ? undefined : today;
}

export type TokenChange =
  | { readonly kind: 'token-created'; readonly token: ApiToken }
  | { readonly kind: 'token-revoked'; readonly tokenId: string; readonly at: Instant }
  | { readonly kind: 'token-used'; readonly tokenId: string; readonly on: LocalDate };
