import type { Readers } from '../../application/store/readers.ts';
import type { Change } from '../../domain/change/change.ts';
import { accounts, makeAccountReader } from './accounts.ts';
import { achievementEndorsements, makeAchievementEndorsementReader } from './achievement-endorsements.ts';
import { audit, makeAuditReader } from './audit.ts';
import { authorisations, makeProcedureSheetReader, procedureSheets } from './authorisations.ts';
import { awards, makeAwardReader } from './awards.ts';
import { badgeLog, makeBadgeLogReader } from './badge-log.ts';
import { badgeRecords, makeBadgeRecordReader } from './badge-records.ts';
import { campaigns, makeCampaignReader } from './campaigns.ts';
import { classProjects, makeClassProjectReader } from './class-projects.ts';
import { makeClockReader } from './clocks.ts';
import { confirmationRequests, makeConfirmationRequestReader } from './confirmation-requests.ts';
import { contests, makeContestReader } from './contests.ts';
import { contributions, makeContributionReader } from './contributions.ts';
import { makeCountReader } from './counts.ts';
import { coverage, makeCoverageReader } from './coverage.ts';
import { credentials, makeCredentialReader } from './credentials.ts';
import { criteriaVersions, makeCriteriaReader } from './criteria.ts';
import { dataRequests, makeDataRequestReader } from './data-requests.ts';
import type { Database } from './database.ts';
import { directory } from './directory.ts';
import { endorsements, makeEndorsementReader } from './endorsements.ts';
import { engagementProposals, makeEngagementProposalReader } from './engagement-proposals.ts';
import { engagements, makeEngagementReader } from './engagements.ts';
import { establishments, makeEstablishmentReader } from './establishments.ts';
import { events, makeEventReader } from './events.ts';
import { makeExportReader, makeImportReader } from './files.ts';
import { headships, makeHeadshipReader } from './headships.ts';
import { heldBadges, makeHeldBadgeReader } from './held-badges.ts';
import { host, makeHostReader } from './host.ts';
import { makeImportLogReader } from './import-log.ts';
import { importLog } from './import-log-writes.ts';
import { invariantAnswers, makeInvariantAnswerReader } from './invariant-answers.ts';
import { makeInvariantReader } from './invariants.ts';
import { invitations, makeInvitationReader } from './invitations.ts';
import { jobs, makeJobReader } from './jobs.ts';
import { mail, makeMailReader } from './mail.ts';
import { makeMeansReader, means } from './means.ts';
import { makeNetworkReader, messages } from './messages.ts';
import { makeMissionProposalReader, missionProposals } from './mission-proposals.ts';
import { makeNewYearReader } from './new-year.ts';
import { outbox } from './outbox.ts';
import { makePaperReader, papers } from './papers.ts';
import { makeRetentionReader } from './people/retention.ts';
import { retention } from './people/retention-writes.ts';
import { makePersonReader, people } from './people.ts';
import { makeProgramCredentialReader, programCredentials } from './program-credentials.ts';
import { makeProposalReader, proposals } from './proposals.ts';
import { makePublicKeyReader, publicKeys } from './public-keys.ts';
import { makePublicProfileReader, publicProfiles } from './public-profiles.ts';
import { makeRegisterExportReader } from './register.ts';
import { makeReviewReader, makeWishedTrainingReader, reviews, wishedTrainings } from './reviews.ts';
import { makeSchoolMeetingReader, schoolMeetings } from './school-meetings.ts';
import { makeSchoolProjectReader, schoolProjects } from './school-projects.ts';
import { makeSettingsReader, settings } from './settings.ts';
import { makeStatusListReader, statusLists } from './status-lists.ts';
import { makeSupportReader, supportRequests } from './support.ts';
import { makeTokenReader, tokens } from './tokens.ts';
import { makeTrainingWishReader, trainingWishes } from './training-wishes.ts';
import { makeTrustedListReader, trustedLists } from './trusted-lists.ts';
import { columnMatches, makeUploadReader, uploads } from './uploads.ts';
import { makeWalletReader, wallets } from './wallets.ts';
import type { Writers } from './writer.ts';
import { makeYearlyReportReader, yearlyReports } from './yearly-reports.ts';

/** Reads every subject. */
export function makeReaders(database: Database): Readers {
  return {
    ...makeEstablishmentReader(database),
    ...makePersonReader(database),
    ...makeDataRequestReader(database),
    ...makeAccountReader(database),
    ...makeHeadshipReader(database),
    ...makeTokenReader(database),
    ...makeEngagementReader(database),
    ...makeEngagementProposalReader(database),
    ...makeMissionProposalReader(database),
    ...makeSupportReader(database),
    ...makeClassProjectReader(database),
    ...makeContributionReader(database),
    ...makeContestReader(database),
    ...makeCampaignReader(database),
    ...makeConfirmationRequestReader(database),
    ...makeCoverageReader(database),
    ...makeNewYearReader(database),
    ...makeReviewReader(database),
    ...makeYearlyReportReader(database),
    ...makeTrainingWishReader(database),
    ...makeWishedTrainingReader(database),
    ...makeRetentionReader(database),
    ...makeMeansReader(database),
    ...makeProcedureSheetReader(database),
    ...makeSchoolProjectReader(database),
    ...makeWalletReader(database),
    ...makeEventReader(database),
    ...makeInvitationReader(database),
    ...makeSchoolMeetingReader(database),
    ...makePaperReader(database),
    ...makeCriteriaReader(database),
    ...makeProposalReader(database),
    ...makeAwardReader(database),
    ...makeCredentialReader(database),
    ...makePublicProfileReader(database),
    ...makeHostReader(database),
    ...makeHeldBadgeReader(database),
    ...makeBadgeRecordReader(database),
    ...makeProgramCredentialReader(database),
    ...makeEndorsementReader(database),
    ...makeAchievementEndorsementReader(database),
    ...makeStatusListReader(database),
    ...makePublicKeyReader(database),
    ...makeBadgeLogReader(database),
    ...makeJobReader(database),
    ...makeUploadReader(database),
    ...makeMailReader(database),
    ...makeNetworkReader(database),
    ...makeSettingsReader(database),
    ...makeTrustedListReader(database),
    ...makeAuditReader(database),
    ...makeCountReader(database),
    ...makeImportReader(database),
    ...makeImportLogReader(database),
    ...makeExportReader(database),
    ...makeRegisterExportReader(database),
    ...makeClockReader(database),
    ...makeInvariantReader(database),
    ...makeInvariantAnswerReader(database),
  };
}

/** The writer of each kind of change. */
export const WRITERS: Writers<Change> = {
  ...establishments,
  ...people,
  ...dataRequests,
  ...accounts,
  ...headships,
  ...tokens,
  ...engagements,
  ...engagementProposals,
  ...missionProposals,
  ...supportRequests,
  ...classProjects,
  ...authorisations,
  ...procedureSheets,
  ...contests,
  ...campaigns,
  ...confirmationRequests,
  ...coverage,
  ...reviews,
  ...wishedTrainings,
  ...yearlyReports,
  ...trainingWishes,
  ...retention,
  ...means,
  ...schoolProjects,
  ...events,
  ...invitations,
  ...schoolMeetings,
  ...contributions,
  ...papers,
  ...criteriaVersions,
  ...proposals,
  ...awards,
  ...credentials,
  ...publicProfiles,
  ...host,
  ...heldBadges,
  ...wallets,
  ...badgeRecords,
  ...programCredentials,
  ...endorsements,
  ...achievementEndorsements,
  ...statusLists,
  ...badgeLog,
  ...publicKeys,
  ...jobs,
  ...invariantAnswers,
  ...columnMatches,
  ...uploads,
  ...importLog,
  ...mail,
  ...directory,
  ...messages,
  ...outbox,
  ...settings,
  ...trustedLists,
  ...audit,
};
