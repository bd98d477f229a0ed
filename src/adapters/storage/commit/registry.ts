import type { Readers } from '../../../application/store/readers.ts';
import type { Change } from '../../../domain/change/union.ts';
import { campaigns, makeCampaignReader } from '../../../features/campaigns/store.ts';
import { classProjects, makeClassProjectReader } from '../../../features/class-projects/store.ts';
import { contests, makeContestReader } from '../../../features/contests/store.ts';
import { dataRequests, makeDataRequestReader } from '../../../features/data-requests/store.ts';
import { directory } from '../../../features/directory/store.ts';
import { endorsements, makeEndorsementReader } from '../../../features/endorsements/store.ts';
import { invitations, makeInvitationReader } from '../../../features/invitations/store.ts';
import { makeMeansReader, means } from '../../../features/means/store.ts';
import { makeSchoolMeetingReader, schoolMeetings } from '../../../features/meetings/store.ts';
import { makeNetworkReader, messages } from '../../../features/messages/store.ts';
import { makeMissionProposalReader, missionProposals } from '../../../features/mission-proposals/store.ts';
import { makeProcedureSheetReader, procedureSheets } from '../../../features/procedure-sheets/store.ts';
import { makePublicProfileReader, publicProfiles } from '../../../features/public-profiles/store.ts';
import { makeSchoolProjectReader, schoolProjects } from '../../../features/school-projects/store.ts';
import { makeSupportReader, supportRequests } from '../../../features/support/store.ts';
import { makeTrainingWishReader, trainingWishes } from '../../../features/training-wishes/store.ts';
import { makeWishedTrainingReader, wishedTrainings } from '../../../features/wished-trainings/store.ts';
import { makeYearlyReportReader, yearlyReports } from '../../../features/yearly-reports/store.ts';
import {
  achievementEndorsements,
  makeAchievementEndorsementReader,
} from '../../../standards/achievement-endorsements/store.ts';
import { host, makeHostReader } from '../../../standards/host/store.ts';
import { heldBadges, makeHeldBadgeReader } from '../../../standards/host/store-held-badges.ts';
import { badgeRecords, makeBadgeRecordReader } from '../../../standards/badge-records/store.ts';
import { makeTrustedListReader, trustedLists } from '../../../standards/trusted-lists/store.ts';
import { makeProgramCredentialReader, programCredentials } from '../../../standards/vc-api/store.ts';
import { makeWalletReader, wallets } from '../../../standards/wallets/store.ts';
import { contributions, makeContributionReader } from '../activities/contributions.ts';
import { events, makeEventReader } from '../activities/events.ts';
import { makeReviewReader, reviews } from '../activities/reviews.ts';
import { criteriaVersions, makeCriteriaReader } from '../awards/criteria.ts';
import { makeProposalReader, proposals } from '../awards/proposals.ts';
import { awards, makeAwardReader } from '../awards/store.ts';
import { badgeLog, makeBadgeLogReader } from '../credentials/badge-log.ts';
import { makePublicKeyReader, publicKeys } from '../credentials/public-keys.ts';
import { makeStatusListReader, statusLists } from '../credentials/status-lists.ts';
import { credentials, makeCredentialReader } from '../credentials/store.ts';
import { authorisations } from '../engagements/authorisations.ts';
import { confirmationRequests, makeConfirmationRequestReader } from '../engagements/confirmation-requests.ts';
import { coverage, makeCoverageReader } from '../engagements/coverage.ts';
import { makeNewYearReader } from '../engagements/new-year.ts';
import { engagementProposals, makeEngagementProposalReader } from '../engagements/proposals.ts';
import { engagements, makeEngagementReader } from '../engagements/store.ts';
import { makeExportReader, makeImportReader } from '../imports/file-readers.ts';
import { makeRegisterExportReader } from '../imports/register-export.ts';
import { importLog } from '../imports/run-writes.ts';
import { makeImportLogReader } from '../imports/runs.ts';
import { columnMatches, makeUploadReader, uploads } from '../imports/uploads.ts';
import { makeInvariantReader } from '../invariants/reader.ts';
import { invariantAnswers, makeInvariantAnswerReader } from '../invariants/results.ts';
import { makeClockReader } from '../jobs/clocks.ts';
import { outbox } from '../jobs/outbox.ts';
import { jobs, makeJobReader } from '../jobs/store.ts';
import type { Database } from '../mapping/database.ts';
import { accounts, makeAccountReader } from '../people/accounts.ts';
import { mail, makeMailReader } from '../people/mails.ts';
import { makeRetentionReader } from '../people/retention.ts';
import { retention } from '../people/retention-writes.ts';
import { makePersonReader, people } from '../people/store.ts';
import { makeTokenReader, tokens } from '../people/tokens.ts';
import { headships, makeHeadshipReader } from '../schools/headships.ts';
import { makePaperReader, papers } from '../schools/papers.ts';
import { makeSchoolReader, schools } from '../schools/store.ts';
import { audit, makeAuditReader } from '../system/audit.ts';
import { makeCountReader } from '../system/counts.ts';
import { makeSettingsReader, settings } from '../system/settings.ts';
import type { Writers } from './change-writer.ts';

/** Reads every subject. */
export function makeReaders(database: Database): Readers {
  return {
    ...makeSchoolReader(database),
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
  ...schools,
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
