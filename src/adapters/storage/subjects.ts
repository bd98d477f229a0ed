import type { Readers } from '../../application/store/readers.ts';
import type { Change } from '../../domain/change/change.ts';
import type { Database } from './database.ts';
import { makeAccountReader } from './reading/accounts.ts';
import { makeAchievementEndorsementReader } from './reading/achievement-endorsements.ts';
import { makeAwardReader } from './reading/awards.ts';
import { makeBadgeLogReader } from './reading/badge-log.ts';
import { makeBadgeRecordReader } from './reading/badge-records.ts';
import { makeCampaignReader } from './reading/campaigns.ts';
import { makeClockReader } from './reading/clocks.ts';
import { makeConfirmationRequestReader } from './reading/confirmation-requests.ts';
import { makeContestReader } from './reading/contests.ts';
import { makeContributionReader } from './reading/contributions.ts';
import { makeCountReader } from './reading/counts.ts';
import { makeCoverageReader } from './reading/coverage.ts';
import { makeCredentialReader } from './reading/credentials.ts';
import { makeCriteriaReader } from './reading/criteria.ts';
import { makeDataRequestReader } from './reading/data-requests.ts';
import { makeEngagementProposalReader } from './reading/engagement-proposals.ts';
import { makeEngagementReader } from './reading/engagements.ts';
import { makeEventReader } from './reading/events.ts';
import { makeExportReader } from './reading/export.ts';
import { makeHeadshipReader } from './reading/headships.ts';
import { makeHeldBadgeReader } from './reading/held-badges.ts';
import { makeHostReader } from './reading/host.ts';
import { makeImportReader } from './reading/import.ts';
import { makeImportLogReader } from './reading/import-log.ts';
import { makeInvitationReader } from './reading/invitations.ts';
import { makeJobReader } from './reading/jobs.ts';
import { makeMailReader } from './reading/mail.ts';
import { makePersonReader } from './reading/people.ts';
import { makeProcedureSheetReader } from './reading/procedure-sheets.ts';
import { makeProposalReader } from './reading/proposals.ts';
import { makePublicProfileReader } from './reading/public-profiles.ts';
import { makeRegisterExportReader } from './reading/register-export.ts';
import { makeRetentionReader } from './reading/retention.ts';
import { makeReviewReader } from './reading/reviews.ts';
import { makeSchoolMeetingReader } from './reading/school-meetings.ts';
import { makeStatusListReader } from './reading/status-lists.ts';
import { makeSupportReader } from './reading/support-requests.ts';
import { makeUploadReader } from './reading/uploads.ts';
import { makeWalletReader } from './reading/wallets.ts';
import { audit, makeAuditReader } from './subjects/audit.ts';
import { classProjects, makeClassProjectReader } from './subjects/class-projects.ts';
import { endorsements, makeEndorsementReader } from './subjects/endorsements.ts';
import { establishments, makeEstablishmentReader } from './subjects/establishments.ts';
import { makeMeansReader, means } from './subjects/means.ts';
import { makeMissionProposalReader, missionProposals } from './subjects/mission-proposals.ts';
import { makePaperReader, papers } from './subjects/papers.ts';
import { makeProgramCredentialReader, programCredentials } from './subjects/program-credentials.ts';
import { makePublicKeyReader, publicKeys } from './subjects/public-keys.ts';
import { makeSchoolProjectReader, schoolProjects } from './subjects/school-projects.ts';
import { makeSettingsReader, settings } from './subjects/settings.ts';
import { makeTokenReader, tokens } from './subjects/tokens.ts';
import { makeTrustedListReader, trustedLists } from './subjects/trusted-lists.ts';
import { makeWishedTrainingReader, wishedTrainings } from './subjects/wished-trainings.ts';
import { accounts } from './writing/accounts.ts';
import { achievementEndorsements } from './writing/achievement-endorsements.ts';
import { authorisations } from './writing/authorisations.ts';
import { awards } from './writing/awards.ts';
import { badgeLog } from './writing/badge-log.ts';
import { badgeRecords } from './writing/badge-records.ts';
import { campaigns } from './writing/campaigns.ts';
import { columnMatches } from './writing/column-matches.ts';
import { confirmationRequests } from './writing/confirmation-requests.ts';
import { contests } from './writing/contests.ts';
import { contributions } from './writing/contributions.ts';
import { coverage } from './writing/coverage.ts';
import { credentials } from './writing/credentials.ts';
import { criteriaVersions } from './writing/criteria.ts';
import { dataRequests } from './writing/data-requests.ts';
import { engagementProposals } from './writing/engagement-proposals.ts';
import { engagements } from './writing/engagements.ts';
import { events } from './writing/events.ts';
import { heldBadges } from './writing/held-badges.ts';
import { host } from './writing/host.ts';
import { importLog } from './writing/import-log.ts';
import { invitations } from './writing/invitations.ts';
import { jobs } from './writing/jobs.ts';
import { mail } from './writing/mail.ts';
import { outbox } from './writing/outbox.ts';
import { people } from './writing/people.ts';
import { procedureSheets } from './writing/procedure-sheets.ts';
import { proposals } from './writing/proposals.ts';
import { publicProfiles } from './writing/public-profiles.ts';
import { retention } from './writing/retention.ts';
import { reviews } from './writing/reviews.ts';
import { schoolMeetings } from './writing/school-meetings.ts';
import { statusLists } from './writing/status-lists.ts';
import { supportRequests } from './writing/support-requests.ts';
import { uploads } from './writing/uploads.ts';
import { wallets } from './writing/wallets.ts';
import type { Writers } from './writing/writer.ts';

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
    ...makeReviewReader(database),
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
    ...makeSettingsReader(database),
    ...makeTrustedListReader(database),
    ...makeAuditReader(database),
    ...makeCountReader(database),
    ...makeImportReader(database),
    ...makeImportLogReader(database),
    ...makeExportReader(database),
    ...makeRegisterExportReader(database),
    ...makeClockReader(database),
  };
}

/** The writer of each kind of change. */
export const WRITERS: Writers<Change> = {
  ...establishments,
  ...people,
  ...dataRequests,
  ...accounts,
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
  ...columnMatches,
  ...uploads,
  ...importLog,
  ...mail,
  ...outbox,
  ...settings,
  ...trustedLists,
  ...audit,
};
