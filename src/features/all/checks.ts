// Made by tools/features.mjs. Do not change it by hand.
import { achievementEndorsementChecks } from '../../standards/achievement-endorsements/store.ts';
import { badgeRecordChecks } from '../../standards/badge-records/store.ts';
import { hostChecks } from '../../standards/host/store.ts';
import { trustedListChecks } from '../../standards/trusted-lists/store.ts';
import { programCredentialChecks } from '../../standards/vc-api/store.ts';
import { walletChecks } from '../../standards/wallets/store.ts';
import { campaignChecks } from '../campaigns/store.ts';
import { classProjectChecks } from '../class-projects/store.ts';
import { contestChecks } from '../contests/store.ts';
import { dataRequestChecks } from '../data-requests/store.ts';
import { directoryChecks } from '../directory/store.ts';
import { endorsementChecks } from '../endorsements/store.ts';
import { invitationChecks } from '../invitations/store.ts';
import { meetingChecks } from '../meetings/store.ts';
import { messageChecks } from '../messages/store.ts';
import { missionProposalChecks } from '../mission-proposals/store.ts';
import { procedureSheetChecks } from '../procedure-sheets/store.ts';
import { publicProfileChecks } from '../public-profiles/store.ts';
import { schoolProjectChecks } from '../school-projects/store.ts';
import { supportChecks } from '../support/store.ts';
import { trainingWishChecks } from '../training-wishes/store.ts';
import { wishedTrainingChecks } from '../wished-trainings/store.ts';
import { yearlyReportChecks } from '../yearly-reports/store.ts';

/** What the doctor checks in the tables of all features. */
export const FEATURE_CHECKS = [
  achievementEndorsementChecks,
  badgeRecordChecks,
  campaignChecks,
  classProjectChecks,
  contestChecks,
  dataRequestChecks,
  directoryChecks,
  endorsementChecks,
  hostChecks,
  invitationChecks,
  meetingChecks,
  messageChecks,
  missionProposalChecks,
  procedureSheetChecks,
  publicProfileChecks,
  schoolProjectChecks,
  supportChecks,
  trainingWishChecks,
  trustedListChecks,
  programCredentialChecks,
  walletChecks,
  wishedTrainingChecks,
  yearlyReportChecks,
];
