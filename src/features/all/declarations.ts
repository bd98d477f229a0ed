// Made by tools/features.mjs. Do not change it by hand.
import { feature as achievementEndorsements } from '../../standards/achievement-endorsements/feature.ts';
import { feature as badgeRecords } from '../../standards/badge-records/feature.ts';
import { feature as host } from '../../standards/host/feature.ts';
import { feature as vcApi } from '../../standards/vc-api/feature.ts';
import { feature as wallets } from '../../standards/wallets/feature.ts';
import { feature as campaigns } from '../campaigns/feature.ts';
import { feature as classProjects } from '../class-projects/feature.ts';
import { feature as contests } from '../contests/feature.ts';
import { feature as dataRequests } from '../data-requests/feature.ts';
import { feature as directory } from '../directory/feature.ts';
import { feature as endorsements } from '../endorsements/feature.ts';
import { feature as invitations } from '../invitations/feature.ts';
import { feature as means } from '../means/feature.ts';
import { feature as meetings } from '../meetings/feature.ts';
import { feature as messages } from '../messages/feature.ts';
import { feature as missionProposals } from '../mission-proposals/feature.ts';
import { feature as procedureSheets } from '../procedure-sheets/feature.ts';
import { feature as publicProfiles } from '../public-profiles/feature.ts';
import { feature as schoolProjects } from '../school-projects/feature.ts';
import { feature as support } from '../support/feature.ts';
import { feature as trainingWishes } from '../training-wishes/feature.ts';
import { feature as wishedTrainings } from '../wished-trainings/feature.ts';
import { feature as yearlyReports } from '../yearly-reports/feature.ts';

/** The treatment of every table of the features that holds people. */
export const FEATURE_PEOPLE = {
  ...badgeRecords.people,
  ...classProjects.people,
  ...contests.people,
  ...dataRequests.people,
  ...directory.people,
  ...endorsements.people,
  ...host.people,
  ...invitations.people,
  ...means.people,
  ...messages.people,
  ...missionProposals.people,
  ...publicProfiles.people,
  ...schoolProjects.people,
  ...support.people,
  ...trainingWishes.people,
  ...wallets.people,
  ...yearlyReports.people,
};

/** What the features declare, by the name of each. */
export const FEATURES = {
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
  wishedTrainings,
  yearlyReports,
} as const;
