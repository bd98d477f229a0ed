import type { CredentialId, PersonId, ProfileId, RecordId } from '../../domain/ids.ts';
import type { Slice } from '../../domain/tables/keyset-page.ts';
import type { Instant } from '../../domain/time/calendar.ts';
import type { PublicProfile } from '../../features/public-profiles/feature.ts';
import type {
  BadgeSending,
  HostClient,
  HostCode,
  HostGrant,
  HostProfile,
  HostToken,
  IssuedSecret,
} from '../../standards/host/feature.ts';
import type { HeldBadge, WholeBadge } from '../../standards/host/feature-held-badge.ts';
import type { UnusedClient } from '../../standards/host/feature-unused-clients.ts';
import type { BadgeRecord } from '../../standards/records/feature.ts';
import type { WalletOffer } from '../../standards/wallets/feature.ts';

/** Reads the public profiles of people. */
export interface PublicProfileReader {
  readPublicProfile(id: ProfileId): Promise<PublicProfile | undefined>;
  /** The ids of all profiles, in their order. */
  readPublicProfileIds(slice: Slice<ProfileId>): Promise<readonly ProfileId[]>;
  readPublicProfileOf(personId: PersonId): Promise<PublicProfile | undefined>;
}

/** Reads records of badges. */
export interface BadgeRecordReader {
  /** The record; `withdrawn` where it existed and was withdrawn. */
  readBadgeRecord(id: RecordId): Promise<BadgeRecord | 'withdrawn' | undefined>;
  readBadgeRecordOf(personId: PersonId): Promise<BadgeRecord | undefined>;
  /** The ids of all standing records, in their order. */
  readBadgeRecordIds(slice: Slice<RecordId>): Promise<readonly RecordId[]>;
}

/** Reads the badges of other issuers that people keep. */
export interface HeldBadgeReader {
  /** All held badges of a person without their texts, the last received first. */
  readHeldBadges(personId: PersonId): Promise<readonly HeldBadge[]>;
  /** The person's held badges with these ids and with their texts, in no particular order. */
  readWholeBadges(personId: PersonId, ids: readonly string[]): Promise<readonly WholeBadge[]>;
}

/** Reads clients of the Open Badges API, and the grants that people made. */
export interface HostReader {
  readHostClient(id: string): Promise<HostClient | undefined>;
  /** Clients to which no one has granted anything. */
  readUnusedClients(): Promise<readonly UnusedClient[]>;
  readHostCode(secretHash: string): Promise<IssuedSecret<HostCode> | undefined>;
  readHostToken(secretHash: string): Promise<IssuedSecret<HostToken> | undefined>;
  /** The person's grants with their clients, the newest first, including those that have ended. */
  readHostGrantsOf(
    personId: PersonId,
  ): Promise<readonly { readonly grant: HostGrant; readonly client: HostClient }[]>;
  readHostProfile(personId: PersonId): Promise<HostProfile | undefined>;
  readBadgeSending(stateHash: string): Promise<BadgeSending | undefined>;
}

/** The secret by which a wallet identifies an offer. */
export type WalletSecret = 'secretHash' | 'codeHash' | 'tokenHash';

/** Reads offers of badges to wallets. */
export interface WalletReader {
  readWalletOffer(by: WalletSecret, hash: string): Promise<WalletOffer | undefined>;
  /** The offers of a badge, the latest first. */
  readWalletOffersOf(credentialId: CredentialId): Promise<readonly WalletOffer[]>;
  /** Whether the nonce was given and may still be used. */
  hasWalletNonce(nonceHash: string, at: Instant): Promise<boolean>;
}

export interface HolderReaders
  extends PublicProfileReader,
    BadgeRecordReader,
    HeldBadgeReader,
    HostReader,
    WalletReader {}
