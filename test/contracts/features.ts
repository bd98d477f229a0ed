// Made by tools/features.mjs. Do not change it by hand.
import { describeAchievementEndorsements } from './store-achievement-endorsements.contract.ts';
import { describeBadgeRecords } from './store-badge-records.contract.ts';
import { describeCampaigns } from './store-campaigns.contract.ts';
import { describeDataRequests } from './store-data-requests.contract.ts';
import { describeHost } from './store-host.contract.ts';
import { describeSupport } from './store-support.contract.ts';

/** The contracts of the stores of features. */
export const FEATURE_CONTRACTS = [
  describeAchievementEndorsements,
  describeBadgeRecords,
  describeCampaigns,
  describeDataRequests,
  describeHost,
  describeSupport,
];
