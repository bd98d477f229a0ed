// Made by tools/features.mjs. Do not change it by hand.
import { access as achievementEndorsements } from './features/achievement-endorsements.ts';
import { access as badgeRecords } from './features/badge-records.ts';
import { access as campaigns } from './features/campaigns.ts';
import { access as classProjects } from './features/class-projects.ts';
import { access as contests } from './features/contests.ts';
import { access as dataRequests } from './features/data-requests.ts';
import { access as directory } from './features/directory.ts';
import { access as endorsements } from './features/endorsements.ts';
import { access as host } from './features/host.ts';
import { access as invitations } from './features/invitations.ts';
import { access as means } from './features/means.ts';
import { access as meetings } from './features/meetings.ts';
import { access as messages } from './features/messages.ts';
import { access as missionProposals } from './features/mission-proposals.ts';
import { access as procedureSheets } from './features/procedure-sheets.ts';
import { access as publicProfiles } from './features/public-profiles.ts';
import { access as schoolProjects } from './features/school-projects.ts';
import { access as support } from './features/support.ts';
import { access as trainingWishes } from './features/training-wishes.ts';
import { access as vcApi } from './features/vc-api.ts';
import { access as wallets } from './features/wallets.ts';
import { access as yearlyReports } from './features/yearly-reports.ts';
import type { FeatureAccess } from './types.ts';

/** The access to the pages of each feature. */
export const FEATURE_ACCESS: readonly FeatureAccess[] = [
  achievementEndorsements,
  badgeRecords,
  campaigns,
  classProjects,
  contests,
  dataRequests,
  directory,
  endorsements,
  host,
  invitations,
  means,
  meetings,
  messages,
  missionProposals,
  procedureSheets,
  publicProfiles,
  schoolProjects,
  support,
  trainingWishes,
  vcApi,
  wallets,
  yearlyReports,
];
