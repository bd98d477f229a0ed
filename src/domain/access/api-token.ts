import type { Instant, LocalDate } from '../time/time.ts';
import { secondsAfter } from '../time/time.ts';

/** A token of the API: only the hash of its secret is kept. */
export interface ApiToken {
  readonly id: string;
  readonly name: string;
  readonly role: 'dane' | 'reader';
  /** `sha256$` + hex of the secret. */
  readonly secretHash: string;
  readonly createdAt: Instant;
  /** From then on it opens nothing. */
  readonly expiresAt: Instant;
  /** The last day it was used on, in universal time; no finer trace is kept. */
  readonly lastUsedOn?: LocalDate;
  readonly revokedAt?: Instant;
}

/** How long a token of the API opens, in days, unless it is made for less. */
export const TOKEN_DAYS = 365;

type Ends = Pick<ApiToken, 'revokedAt' | 'expiresAt'>;

export type TokenState = 'active' | 'expired' | 'revoked';

/** Whether a token opens at this instant, or why it does not. */
export function tokenState({ revokedAt, expiresAt }: Ends, now: Instant): TokenState {
  if (revokedAt) return 'revoked';
  return now < expiresAt ? 'active' : 'expired';
}

/** The end of a token made at this instant. */
export function tokenEnd(now: Instant, days: number): Instant {
  return secondsAfter(now, days * 24 * 3600);
}

/** The day to note as that of its last use; undefined where it is noted already: one write a day, whatever it does. */
export function useToNote({ lastUsedOn }: ApiToken, now: Instant): LocalDate | undefined {
  const today = now.slice(0, 10) as LocalDate;
  return lastUsedOn !== undefined && lastUsedOn >= today ? undefined : today;
}

/** What is written about tokens. */
export type TokenChange =
  | { readonly kind: 'token-created'; readonly token: ApiToken }
  | { readonly kind: 'token-revoked'; readonly tokenId: string; readonly at: Instant }
  | { readonly kind: 'token-used'; readonly tokenId: string; readonly on: LocalDate };
