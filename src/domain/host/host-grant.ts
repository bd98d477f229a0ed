import type { PersonId } from '../ids.ts';
import { type Instant, type LocalDate, secondsAfter } from '../time/time.ts';
import type { ClientMetadata } from './client-metadata.ts';
import type { Scope } from './scopes.ts';

/** A program that registered itself (RFC 7591). What it says of itself is checked and never verified. */
export interface HostClient {
  readonly id: string;
  /** `sha256$` + hex of the secret. */
  readonly secretHash: string;
  readonly metadata: ClientMetadata;
  readonly registeredAt: Instant;
}

/** What a person has granted a client. There is one a client and person: a new one takes the place of the former,
 *  with its tokens. */
export interface HostGrant {
  readonly id: string;
  readonly clientId: string;
  readonly personId: PersonId;
  readonly scopes: readonly Scope[];
  readonly grantedAt: Instant;
  /** From this instant on nothing of it is valid, unless it is renewed before. */
  readonly expiresAt: Instant;
  /** The last day, in UTC, on which the client used it. No finer trace is kept. */
  readonly lastUsedOn?: LocalDate;
}

/** A code to be exchanged once (RFC 6749 §4.1.2), bound to its client, its address and the client's challenge. */
export interface HostCode {
  readonly secretHash: string;
  readonly grantId: string;
  readonly redirectUri: string;
  /** base64url of the SHA-256 of the verifier (RFC 7636). */
  readonly challenge: string;
  readonly expiresAt: Instant;
}

export interface HostToken {
  readonly secretHash: string;
  readonly kind: 'access' | 'refresh';
  readonly grantId: string;
  readonly scopes: readonly Scope[];
  /** The hash of the code or of the refresh token that it was exchanged for. */
  readonly madeFrom: string;
  readonly expiresAt: Instant;
}

/** A code or a token with its grant, and whether it was exchanged already. */
export interface Kept<Secret> {
  readonly secret: Secret;
  readonly grant: HostGrant;
  readonly isSpent: boolean;
}

/** A badge on its way to another host, until the person comes back from there. */
export interface BadgeSending {
  readonly stateHash: string;
  readonly personId: PersonId;
  readonly sealed: string;
  readonly expiresAt: Instant;
}

/** The Profile that a client has written for a person, as JSON text. */
export interface HostProfile {
  readonly personId: PersonId;
  readonly document: string;
  readonly updatedAt: Instant;
}

export const CODE_SECONDS = 300;
export const ACCESS_SECONDS = 3600;
/** Of a refresh token that nobody uses. */
export const REFRESH_SECONDS = 90 * 86_400;
/** The most clients that are registered at a time. Anybody may register one. */
export const MOST_CLIENTS = 1000;
/** After which a client is forgotten to whom nobody granted anything. */
const UNUSED_SECONDS = 7 * 86_400;
/** The same while no more clients are taken. */
const UNUSED_SECONDS_WHEN_FULL = 86_400;
/** After which a client is forgotten whose last access was granted before, and is over. */
const IDLE_SECONDS = 365 * 86_400;

/** What is over by now: secrets and grants by their end, clients by their use. */
export function forgetHost(at: Instant, isFull = false): HostChange {
  return {
    kind: 'host-forgotten',
    at,
    unusedSince: secondsAfter(at, -(isFull ? UNUSED_SECONDS_WHEN_FULL : UNUSED_SECONDS)),
    idleSince: secondsAfter(at, -IDLE_SECONDS),
  };
}

/** The day to record as the last use; undefined where it is recorded already. */
export function grantUseToNote({ lastUsedOn }: HostGrant, now: Instant): LocalDate | undefined {
  const today = now.slice(0, 10) as LocalDate;
  return lastUsedOn !== undefined && lastUsedOn >= today ? undefined : today;
}

/** Changes to clients, and to what they may do. */
export type HostChange =
  | { readonly kind: 'host-client-registered'; readonly client: HostClient }
  | { readonly kind: 'host-grant-made'; readonly grant: HostGrant; readonly code: HostCode }
  /** Fails with `store-conflict` where the code or the refresh token was exchanged already. */
  | { readonly kind: 'host-tokens-made'; readonly grant: HostGrant; readonly tokens: readonly HostToken[] }
  | { readonly kind: 'host-grant-used'; readonly grantId: string; readonly on: LocalDate }
  | { readonly kind: 'host-grant-ended'; readonly grantId: string }
  | { readonly kind: 'host-token-ended'; readonly secretHash: string }
  | { readonly kind: 'host-profile-saved'; readonly profile: HostProfile }
  | { readonly kind: 'badge-sending-begun'; readonly sending: BadgeSending }
  | { readonly kind: 'badge-sending-ended'; readonly stateHash: string }
  | {
      readonly kind: 'host-forgotten';
      readonly at: Instant;
      /** Clients registered before, to whom nobody granted anything. */
      readonly unusedSince: Instant;
      /** Clients to whom something was last granted before, of which nothing stands. */
      readonly idleSince: Instant;
    };
