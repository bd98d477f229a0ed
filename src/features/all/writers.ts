// Made by tools/features.mjs. Do not change it by hand.

import type { Database } from '../../adapters/storage/mapping/database.ts';
import {
  achievementEndorsementWriters,
  makeAchievementEndorsementReader,
} from '../../standards/achievement-endorsements/store.ts';
import { badgeRecordWriters, makeBadgeRecordReader } from '../../standards/badge-records/store.ts';
import { hostWriters, makeHostReader } from '../../standards/host/store.ts';
import { heldBadgeWriters, makeHeldBadgeReader } from '../../standards/host/store-held-badges.ts';
import { makeTrustedListReader, trustedListWriters } from '../../standards/trusted-lists/store.ts';
import { makeProgramCredentialReader, programCredentialWriters } from '../../standards/vc-api/store.ts';
import { makeWalletReader, walletWriters } from '../../standards/wallets/store.ts';
import { campaignWriters, makeCampaignReader } from '../campaigns/store.ts';
import { makeCampaignSchoolReader } from '../campaigns/store-reads.ts';
import { classProjectWriters, makeClassProjectReader } from '../class-projects/store.ts';
import { contestWriters, makeContestReader } from '../contests/store.ts';
import { dataRequestWriters, makeDataRequestReader } from '../data-requests/store.ts';
import { directoryWriters, makeDirectoryReader } from '../directory/store.ts';
import { endorsementWriters, makeEndorsementReader } from '../endorsements/store.ts';
import { invitationWriters, makeInvitationReader } from '../invitations/store.ts';
import { makeMeansReader, meansWriters } from '../means/store.ts';
import { makeSchoolMeetingReader, meetingWriters } from '../meetings/store.ts';
import { makeMessageReader, messageWriters } from '../messages/store.ts';
import { makeMissionProposalReader, missionProposalWriters } from '../mission-proposals/store.ts';
import { makeProcedureSheetReader, procedureSheetWriters } from '../procedure-sheets/store.ts';
import { makePublicProfileReader, publicProfileWriters } from '../public-profiles/store.ts';
import { makeSchoolProjectReader, schoolProjectWriters } from '../school-projects/store.ts';
import { makeSupportReader, supportWriters } from '../support/store.ts';
import { makeTrainingWishReader, trainingWishWriters } from '../training-wishes/store.ts';
import { makeWishedTrainingReader, wishedTrainingWriters } from '../wished-trainings/store.ts';
import { makeYearlyReportReader, yearlyReportWriters } from '../yearly-reports/store.ts';
import type { FeatureReaders } from './readers.ts';

/** Reads the tables of all features. */
export const makeFeatureReaders = (database: Database): FeatureReaders => ({
  ...makeAchievementEndorsementReader(database),
  ...makeBadgeRecordReader(database),
  ...makeCampaignSchoolReader(database),
  ...makeCampaignReader(database),
  ...makeClassProjectReader(database),
  ...makeContestReader(database),
  ...makeDataRequestReader(database),
  ...makeDirectoryReader(database),
  ...makeEndorsementReader(database),
  ...makeHeldBadgeReader(database),
  ...makeHostReader(database),
  ...makeInvitationReader(database),
  ...makeMeansReader(database),
  ...makeSchoolMeetingReader(database),
  ...makeMessageReader(database),
  ...makeMissionProposalReader(database),
  ...makeProcedureSheetReader(database),
  ...makePublicProfileReader(database),
  ...makeSchoolProjectReader(database),
  ...makeSupportReader(database),
  ...makeTrainingWishReader(database),
  ...makeTrustedListReader(database),
  ...makeProgramCredentialReader(database),
  ...makeWalletReader(database),
  ...makeWishedTrainingReader(database),
  ...makeYearlyReportReader(database),
});

/** The writer of each kind of change of a feature. */
export const FEATURE_WRITERS = {
  ...achievementEndorsementWriters,
  ...badgeRecordWriters,
  ...campaignWriters,
  ...classProjectWriters,
  ...contestWriters,
  ...dataRequestWriters,
  ...directoryWriters,
  ...endorsementWriters,
  ...heldBadgeWriters,
  ...hostWriters,
  ...invitationWriters,
  ...meansWriters,
  ...meetingWriters,
  ...messageWriters,
  ...missionProposalWriters,
  ...procedureSheetWriters,
  ...publicProfileWriters,
  ...schoolProjectWriters,
  ...supportWriters,
  ...trainingWishWriters,
  ...trustedListWriters,
  ...programCredentialWriters,
  ...walletWriters,
  ...wishedTrainingWriters,
  ...yearlyReportWriters,
};
