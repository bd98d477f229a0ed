import type { PublicProfileReader } from '../../features/public-profiles/feature.ts';
import type { HostReader } from '../../standards/host/feature.ts';
import type { HeldBadgeReader } from '../../standards/host/feature-held-badge.ts';
import type { BadgeRecordReader } from '../../standards/badge-records/feature.ts';
import type { WalletReader } from '../../standards/wallets/feature.ts';

export interface HolderReaders
  extends PublicProfileReader,
    BadgeRecordReader,
    HeldBadgeReader,
    HostReader,
    WalletReader {}
