import type { BadgeRecord } from '../../domain/holder/badge-record.ts';
import type { PublicProfile } from '../../domain/holder/public-profile.ts';
import type { WalletOffer } from '../../domain/holder/wallet-offer.ts';
import type { HeldBadge, WholeBadge } from '../../domain/host/held-badge.ts';
import type {
  BadgeSending,
  HostClient,
  HostCode,
  HostGrant,
  HostProfile,
  HostToken,
  IssuedSecret,
} from '../../domain/host/host-grant.ts';
import type { UnusedClient } from '../../domain/host/unused-clients.ts';
import type { CredentialId, PersonId, ProfileId, RecordId } from '../../domain/ids.ts';
import type { Instant } from '../../domain/time/calendar.ts';
import type { Slice } from './keyset-page.ts';

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
