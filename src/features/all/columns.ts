// Made by tools/features.mjs. Do not change it by hand.
import { achievementEndorsementColumns } from '../../standards/achievement-endorsements/feature-columns.ts';
import { badgeRecordColumns } from '../../standards/badge-records/feature-columns.ts';
import { hostColumns } from '../../standards/host/feature-columns.ts';
import { walletColumns } from '../../standards/wallets/feature-columns.ts';
import { classProjectColumns } from '../class-projects/feature-columns.ts';
import { contestColumns } from '../contests/feature-columns.ts';
import { dataRequestColumns } from '../data-requests/feature-columns.ts';
import { invitationColumns } from '../invitations/feature-columns.ts';
import { missionProposalColumns } from '../mission-proposals/feature-columns.ts';
import { publicProfileColumns } from '../public-profiles/feature-columns.ts';
import { schoolProjectColumns } from '../school-projects/feature-columns.ts';

/** The columns of the tables of features whose names do not follow from their property. */
export const FEATURE_COLUMNS = {
  ...achievementEndorsementColumns,
  ...badgeRecordColumns,
  ...classProjectColumns,
  ...contestColumns,
  ...dataRequestColumns,
  ...hostColumns,
  ...invitationColumns,
  ...missionProposalColumns,
  ...publicProfileColumns,
  ...schoolProjectColumns,
  ...walletColumns,
};
