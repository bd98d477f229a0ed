import { declare } from '../../domain/features/declaration.ts';
import type { PersonId } from '../../domain/ids.ts';
import type { Row } from '../../domain/tables/column-names.ts';
import type { FromNetwork, RowOf } from '../../domain/tables/row-types.ts';
import { OWN, PARTLY_EXPORTED, WITH_PERSON } from '../../domain/tables/treatments.ts';
import { type Instant, type LocalDate, secondsAfter } from '../../domain/time/calendar.ts';
import type { ClientMetadata } from './feature-client-metadata.ts';
import type { HeldBadgeChange, HeldBadgeReader, WholeBadge } from './feature-held-badge.ts';
import type { Scope } from './feature-scopes.ts';
import type { UnusedClient } from './feature-unused-clients.ts';

/** A program that registered itself (RFC 7591). The form of its metadata is checked, its truth is not. */
export interface HostClient {
  readonly id: string;
  /** `sha256$` + hex of the secret. */
  readonly secretHash: string;
  readonly metadata: ClientMetadata;
  readonly registeredAt: Instant;
}

/** The access that a person has granted to a client. There is at most one for each client and person: a new
 *  grant replaces the former one with its tokens. */
export interface HostGrant {
  readonly id: string;
  readonly clientId: string;
  readonly personId: PersonId;
  readonly scopes: readonly Scope[];
  readonly grantedAt: Instant;
  /** From this instant on the grant and its tokens are invalid, unless they were renewed before. */
  readonly expiresAt: Instant;
  /** The last day, in UTC, on which the client used it. No finer trace is kept. */
  readonly lastUsedOn?: LocalDate;
}

/** A code that can be exchanged once (RFC 6749 §4.1.2), bound to its client, its redirect address and the
 *  client's challenge. */
export interface HostCode {
  readonly secretHash: string;
  readonly grantId: string;
  readonly redirectUri: string;
  /** base64url of the SHA-256 of the verifier (RFC 7636). */
  readonly challenge: string;
  readonly expiresAt: Instant;
}

/** An access token or a refresh token of a grant. */
export interface HostToken {
  readonly secretHash: string;
  readonly kind: 'access' | 'refresh';
  readonly grantId: string;
  readonly scopes: readonly Scope[];
  /** The hash of the code or of the refresh token that it was exchanged for. */
  readonly madeFrom: string;
  readonly expiresAt: Instant;
}

/** A code or token with its grant, and whether it was already exchanged. */
export interface IssuedSecret<Secret> {
  readonly secret: Secret;
  readonly grant: HostGrant;
  readonly isSpent: boolean;
}

/** A badge that a person is sending to another host, until the person comes back from there. */
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

/** Seconds for which a code can be exchanged. */
export const CODE_SECONDS = 300;
/** Seconds for which an access token is valid. */
export const ACCESS_SECONDS = 3600;
/** Seconds after which an unused refresh token becomes invalid. */
export const REFRESH_SECONDS = 90 * 86_400;
/** Seconds after which a client is forgotten if no one ever granted it anything. */
const UNUSED_SECONDS = 7 * 86_400;
/** Seconds after its last grant until a client is forgotten, if no grant of it is valid. */
const IDLE_SECONDS = 365 * 86_400;

/** The change that deletes secrets and grants that have ended, and clients that are not used. */
export function forgetHost(at: Instant): HostChange {
  return {
    kind: 'host-forgotten',
    at,
    unusedSince: secondsAfter(at, -UNUSED_SECONDS),
    idleSince: secondsAfter(at, -IDLE_SECONDS),
  };
}

/** The day to record as the last use; undefined if it is already recorded. */
export function grantUseToNote({ lastUsedOn }: HostGrant, now: Instant): LocalDate | undefined {
  const today = now.slice(0, 10) as LocalDate;
  return lastUsedOn !== undefined && lastUsedOn >= today ? undefined : today;
}

/** Changes to clients and their grants. */
export type HostChange =
  | {
      readonly kind: 'host-client-registered';
      readonly client: HostClient;
      /** A digest of the network from which it registered. */
      readonly network: string;
    }
  /** Deletes a client, unless someone granted it something in the meantime. */
  | { readonly kind: 'host-client-dropped'; readonly clientId: string }
  | { readonly kind: 'host-grant-made'; readonly grant: HostGrant; readonly code: HostCode }
  /** Fails with `store-conflict` where the code or the refresh token was already exchanged. */
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
      /** Clients registered before this instant that were never granted anything. */
      readonly unusedSince: Instant;
      /** Clients without a valid grant whose last grant was made before this instant. */
      readonly idleSince: Instant;
    };

/** Reads clients of the Open Badges API, and the grants that people made. */
export interface HostReader {
  readHostClient(id: string): Promise<HostClient | undefined>;
  /** Clients to which no one has granted anything. */
  readUnusedClients(): Promise<readonly UnusedClient[]>;
  readHostCode(secretHash: string): Promise<IssuedSecret<HostCode> | undefined>;
  readHostToken(secretHash: string): Promise<IssuedSecret<HostToken> | undefined>;
  /** Whether anybody's grant has this id. */
  hasHostGrant(id: string): Promise<boolean>;
  /** The person's grants with their clients, the newest first, including those that have ended. */
  readHostGrantsOf(
    personId: PersonId,
  ): Promise<readonly { readonly grant: HostGrant; readonly client: HostClient }[]>;
  readHostProfile(personId: PersonId): Promise<HostProfile | undefined>;
  readBadgeSending(stateHash: string): Promise<BadgeSending | undefined>;
}

/** The rows of its tables, exactly as the migrations make them. */
export interface HostTables {
  host_client: RowOf<HostClient> & FromNetwork & { last_granted_at: Instant | null };
  host_grant: RowOf<HostGrant>;
  host_code: RowOf<HostCode> & { person_id: PersonId };
  host_token: RowOf<HostToken> & { person_id: PersonId };
  host_profile: RowOf<HostProfile>;
  held_badge: Row<'held_badge', WholeBadge>;
  badge_sending: RowOf<BadgeSending>;
}

/** What the other layers read of this feature. */
export const feature = declare<HostTables, HostChange | HeldBadgeChange, HostReader & HeldBadgeReader>()({
  group: 'badges',
  history: [
    'host-access-granted',
    'host-access-ended',
    'held-badge-added',
    'held-badge-replaced',
    'held-badge-removed',
    'host-profile-written',
    'badge-sent',
  ],
  menu: {
    my: { elsewhere: { under: 'badges', after: 'record', path: '/my/badges/elsewhere' } },
  },
  people: {
    // A grant of the removed record must be given again: otherwise a client could read more than the person
    // allowed.
    host_grant: { ...PARTLY_EXPORTED, merge: 'goes', ends: { after: 'host-forgotten' } },
    host_code: {
      ...PARTLY_EXPORTED,
      refersTo: ['host_grant'],
      merge: 'goes',
      ends: { after: 'host-forgotten' },
    },
    host_token: {
      ...PARTLY_EXPORTED,
      refersTo: ['host_grant'],
      merge: 'goes',
      ends: { after: 'host-forgotten' },
    },
    host_profile: {
      ...OWN,
      exportedAfter: 'public_profile_badge',
      merge: 'apart',
      register: 'nothing',
      ends: WITH_PERSON,
    },
    held_badge: {
      ...OWN,
      exportedAfter: 'host_profile',
      merge: { unless: ['badge_key'] },
      register: 'nothing',
      ends: WITH_PERSON,
    },
    // It holds the sealed secret of another service, and lasts a few minutes.
    badge_sending: { ...PARTLY_EXPORTED, merge: 'goes', ends: { after: 'host-forgotten' } },
  },
});
