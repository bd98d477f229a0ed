import type { CompiledQuery } from 'kysely';
import { sql } from 'kysely';
import type { Store } from '../../application/ports.ts';
import type { MomentReader } from '../../application/store/moment-reader.ts';
import { makeClaims } from './claims.ts';
import type { Database } from './database.ts';
import { makeAccountReader } from './reading/accounts.ts';
import { makeAchievementEndorsementReader } from './reading/achievement-endorsements.ts';
import { makeAuditReader } from './reading/audit.ts';
import { makeAwardReader } from './reading/awards.ts';
import { makeBadgeLogReader } from './reading/badge-log.ts';
import { makeBadgeRecordReader } from './reading/badge-records.ts';
import { makeCampaignReader } from './reading/campaigns.ts';
import { makeClassProjectReader } from './reading/class-projects.ts';
import { makeClockReader } from './reading/clocks.ts';
import { makeConfirmationRequestReader } from './reading/confirmation-requests.ts';
import { makeContestReader } from './reading/contests.ts';
import { makeContributionReader } from './reading/contributions.ts';
import { makeCountReader } from './reading/counts.ts';
import { makeCoverageReader } from './reading/coverage.ts';
import { makeCredentialReader } from './reading/credentials.ts';
import { makeCriteriaReader } from './reading/criteria.ts';
import { makeDataRequestReader } from './reading/data-requests.ts';
import { makeEndorsementReader } from './reading/endorsements.ts';
import { makeEngagementProposalReader } from './reading/engagement-proposals.ts';
import { makeEngagementReader } from './reading/engagements.ts';
import { makeEstablishmentReader } from './reading/establishments.ts';
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
import { makeMeansReader } from './reading/means.ts';
import { makeMissionProposalReader } from './reading/mission-proposals.ts';
import { makeMomentReader } from './reading/moments.ts';
import { makePaperReader } from './reading/papers.ts';
import { makePersonReader } from './reading/people.ts';
import { makeProcedureSheetReader } from './reading/procedure-sheets.ts';
import { makeProgramCredentialReader } from './reading/program-credentials.ts';
import { makeProposalReader } from './reading/proposals.ts';
import { makePublicKeyReader } from './reading/public-keys.ts';
import { makePublicProfileReader } from './reading/public-profiles.ts';
import { makeRegisterExportReader } from './reading/register-export.ts';
import { makeRetentionReader } from './reading/retention.ts';
import { makeReviewReader } from './reading/reviews.ts';
import { makeSchoolMeetingReader } from './reading/school-meetings.ts';
import { makeSchoolProjectReader } from './reading/school-projects.ts';
import { makeSettingsReader } from './reading/settings.ts';
import { makeStatusListReader } from './reading/status-lists.ts';
import { makeSupportReader } from './reading/support-requests.ts';
import { makeTokenReader } from './reading/tokens.ts';
import { makeTrustedListReader } from './reading/trusted-lists.ts';
import { makeUploadReader } from './reading/uploads.ts';
import { makeWalletReader } from './reading/wallets.ts';
import { makeWishedTrainingReader } from './reading/wished-trainings.ts';
import { makeWriter } from './writing/write.ts';

/** The operations that each engine's own file must implement. */
export interface Engine {
  /** Runs all of the statements or none; a broken constraint throws `store-conflict`. */
  commit(queries: readonly CompiledQuery[]): Promise<void>;
  /** Called after a person was erased: removes copies of their data that are left outside the tables. */
  forget?(): Promise<void>;
  openDryRun(): Promise<Store>;
  /** Reads moments faster than by a query; where absent, a query is made. */
  readonly moments?: MomentReader;
  /** Throws where nothing could be written now. Where absent, one query that succeeds is enough. */
  probe?(): Promise<void>;
  /** Called once, after the last query. */
  close(): Promise<void>;
}

/** The store on any engine: readers, and commits as compiled statements. */
export function makeStore(database: Database, engine: Engine): Store {
  const toQueries = makeWriter(database);
  return {
    ...makeRecordReaders(database),
    ...makeBadgeReaders(database),
    ...(engine.moments ?? makeMomentReader(database)),
    ...makeClaims(database),
    commit: async (changes) => {
      if (changes.length > 0) await engine.commit(toQueries(changes));
      if (changes.some(({ kind }) => kind === 'person-erased')) await engine.forget?.();
    },
    openDryRun: () => engine.openDryRun(),
    ping: async () => {
      await (engine.probe?.() ?? sql`select 1`.execute(database.db));
    },
    close: async () => {
      await database.db.destroy();
      await engine.close();
    },
  };
}

/** What is on record of schools, people and their work. */
function makeRecordReaders(database: Database) {
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
  };
}

/** Badges, and how the service runs. */
function makeBadgeReaders(database: Database) {
  return {
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
