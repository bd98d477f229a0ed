import type { Readers } from '../../../application/store/readers.ts';
import type { Change } from '../../../domain/change/union.ts';
import { joined, madeOf } from '../../../domain/features/merge.ts';
import * as FEATURE_READERS from '../../../features/all/store-readers.ts';
import * as FEATURE_WRITERS from '../../../features/all/writers.ts';
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

export function makeReaders(database: Database): Readers {
  return {
    ...madeOf(FEATURE_READERS, database),
    ...makeSchoolReader(database),
    ...makePersonReader(database),
    ...makeAccountReader(database),
    ...makeHeadshipReader(database),
    ...makeTokenReader(database),
    ...makeEngagementReader(database),
    ...makeEngagementProposalReader(database),
    ...makeContributionReader(database),
    ...makeConfirmationRequestReader(database),
    ...makeCoverageReader(database),
    ...makeNewYearReader(database),
    ...makeReviewReader(database),
    ...makeRetentionReader(database),
    ...makeEventReader(database),
    ...makePaperReader(database),
    ...makeCriteriaReader(database),
    ...makeProposalReader(database),
    ...makeAwardReader(database),
    ...makeCredentialReader(database),
    ...makeStatusListReader(database),
    ...makePublicKeyReader(database),
    ...makeBadgeLogReader(database),
    ...makeJobReader(database),
    ...makeUploadReader(database),
    ...makeMailReader(database),
    ...makeSettingsReader(database),
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

export const WRITERS: Writers<Change> = {
  ...schools,
  ...people,
  ...accounts,
  ...headships,
  ...tokens,
  ...engagements,
  ...engagementProposals,
  ...authorisations,
  ...confirmationRequests,
  ...coverage,
  ...reviews,
  ...retention,
  ...events,
  ...contributions,
  ...papers,
  ...criteriaVersions,
  ...proposals,
  ...awards,
  ...credentials,
  ...statusLists,
  ...badgeLog,
  ...publicKeys,
  ...jobs,
  ...invariantAnswers,
  ...columnMatches,
  ...uploads,
  ...importLog,
  ...mail,
  ...outbox,
  ...settings,
  ...audit,
  ...joined(FEATURE_WRITERS),
};
