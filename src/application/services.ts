import { accountServices } from './accounts/account-services.ts';
import { authenticate, createToken, listTokens, revokeToken } from './accounts/tokens.ts';
import { evaluateRecipients } from './awards/evaluate-recipients.ts';
import { grantAwards } from './awards/grant-awards.ts';
import { campaignServices } from './campaigns/campaign-services.ts';
import { campaignUpkeep } from './campaigns/campaign-upkeep.ts';
import { askConfirmations } from './confirmations/ask-confirmations.ts';
import { findMisstated } from './corrections/find-misstated.ts';
import { reSignMisstated } from './corrections/re-sign-misstated.ts';
import { reSignStep } from './corrections/re-sign-step.ts';
import { measureSchools } from './coverage/measure-schools.ts';
import { countIssued } from './credentials/count-issued.ts';
import { issueCredentials } from './credentials/issue-credentials.ts';
import { publishStatusLists, readStatusListDocument } from './credentials/publish-status-list.ts';
import { readPublicCredential } from './credentials/read-public-credential.ts';
import { reissueCompromised } from './credentials/reissue-compromised.ts';
import { revokeCredential } from './credentials/revoke-credential.ts';
import { criteriaServices } from './criteria/criteria-services.ts';
import { tryCriteria } from './criteria/try-criteria.ts';
import { dataServices } from './data-services.ts';
import { decideProposals } from './decisions/decide-proposals.ts';
import { grantByDecision } from './decisions/grant-by-decision.ts';
import { proposeAwards } from './decisions/propose-awards.ts';
import { readBatch } from './decisions/read-batch.ts';
import { reopenProposal } from './decisions/reopen-proposal.ts';
import { endorsementServices } from './endorsements/endorsement-services.ts';
import { engagementServices } from './engagements/engagement-services.ts';
import { importFiles } from './files/import/import-files.ts';
import { acceptAll } from './holder/accept-all.ts';
import { acceptCredential } from './holder/accept-credential.ts';
import { acceptNewBadges } from './holder/accept-new-badges.ts';
import { readPublicRecord } from './holder/badge-record.ts';
import { readPublicProfile } from './holder/public-profile.ts';
import { advanceJob, advanceJobs } from './jobs/advance-job.ts';
import { beginJob } from './jobs/begin-job.ts';
import { startJob, takeBackJob } from './jobs/take-back-job.ts';
import { myServices } from './my/my-services.ts';
import { recordServices } from './records/record-services.ts';
import { erasePerson, exportPerson } from './register/erase-person.ts';
import { registerServices } from './register/register-services.ts';
import { schoolServices } from './school/school-services.ts';
import type { Ports } from './service-ports.ts';
import { emptyOutbox } from './upkeep/empty-outbox.ts';
import { keepUp, readOutboxState } from './upkeep/keep-up.ts';

/** Every use case, bound once to its ports. */
export function makeServices(ports: Ports) {
  const accept = acceptCredential(ports);
  const publish = publishStatusLists(ports);
  const grant = grantAwards(ports);
  const issue = issueCredentials(ports);
  const advance = advanceJob({
    ...ports,
    steps: {
      'propose-awards': proposeAwards(ports),
      'decide-proposals': decideProposals({ ...ports, grantAwards: grant, issueCredentials: issue }),
      'try-criteria': tryCriteria(ports),
      'measure-coverage': measureSchools(ports),
      'ask-confirmations': askConfirmations(ports),
      're-sign': reSignStep(ports),
    },
  });
  const follow = emptyOutbox(ports);
  const needs = { ...ports, publishStatusLists: publish, emptyOutbox: follow };
  // Requests that a person waits for do not wait for a mail server. The timer sends the mail.
  const answering = { ...ports, emptyOutbox: () => follow('publish-status-list') };
  return {
    importFiles: importFiles(ports),
    evaluateRecipients: evaluateRecipients(ports),
    grantAwards: grant,
    issueCredentials: issue,
    beginJob: beginJob(ports),
    advanceJob: advance,
    reissueCompromised: reissueCompromised(ports),
    findMisstated: findMisstated(ports),
    reSignMisstated: reSignMisstated(ports),
    acceptCredential: accept,
    acceptNewBadges: acceptNewBadges({ acceptCredential: accept }),
    acceptAll: acceptAll({ store: ports.store, acceptCredential: accept }),
    revokeCredential: revokeCredential(answering),
    publishStatusLists: publish,
    emptyOutbox: needs.emptyOutbox,
    keepUp: keepUp({
      ...needs,
      campaignUpkeep: campaignUpkeep(ports),
      advanceJobs: advanceJobs({ ...ports, advance }),
    }),
    readOutboxState: readOutboxState(ports),
    readStatusListDocument: readStatusListDocument(ports),
    countIssued: countIssued(ports),
    readPublicCredential: readPublicCredential(ports),
    readPublicProfile: readPublicProfile(ports),
    readPublicRecord: readPublicRecord(ports),
    ...accountServices(ports),
    ...tokenServices(ports),
    ...myServices(ports),
    ...schoolServices(ports),
    ...endorsementServices(ports),
    ...engagementServices(ports),
    ...recordServices(ports),
    ...registerServices(ports),
    ...criteriaServices(ports),
    readBatch: readBatch(ports),
    takeBackJob: takeBackJob(ports),
    startJob: startJob(ports),
    reopenProposal: reopenProposal(ports),
    grantByDecision: grantByDecision({ ...ports, grantAwards: grant, issueCredentials: issue }),
    ...campaignServices(ports),
    ...dataServices(ports),
    erasePerson: erasePerson(answering),
    exportPerson: exportPerson(ports),
  };
}

function tokenServices(ports: Ports) {
  return {
    createToken: createToken(ports),
    listTokens: listTokens(ports),
    revokeToken: revokeToken(ports),
    authenticate: authenticate(ports),
  };
}

export type Services = ReturnType<typeof makeServices>;
