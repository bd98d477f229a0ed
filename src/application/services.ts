import { accountServices } from './accounts/account-services.ts';
import { authenticate, createToken, listTokens, revokeToken } from './accounts/tokens.ts';
import { grantAwards } from './awards/grant-awards.ts';
import { evaluateRecipients } from './awards/judge-recipients.ts';
import { remindEndings } from './awards/remind-endings.ts';
import { badgeLogServices } from './badge-log/badge-log-services.ts';
import { keepBadgeLog } from './badge-log/keep-badge-log.ts';
import { campaignServices } from './campaigns/campaign-services.ts';
import { campaignUpkeep } from './campaigns.ts';
import { askConfirmations } from './confirmations/ask-principals.ts';
import { measureSchools } from './coverage/measure-schools.ts';
import { issueCredentials } from './credentials/issue-credentials.ts';
import { countIssued, readPublicCredential } from './credentials/read-public-credential.ts';
import {
  type Publish,
  resumeCredential,
  revokeCredential,
  suspendCredential,
} from './credentials/revoke-credential.ts';
import { revokeMany } from './credentials/revoke-many.ts';
import { publishStatusLists, readStatusListDocument } from './credentials/status-lists.ts';
import { criteriaServices } from './criteria/criteria-services.ts';
import { tryCriteria } from './criteria/try-criteria.ts';
import { decideProposals } from './decisions/decide-proposals.ts';
import { decisionServices } from './decisions/decision-services.ts';
import { proposeAwards } from './decisions/propose-awards.ts';
import { endorsementServices } from './endorsements/endorsement-services.ts';
import { engagementServices } from './engagements/engagement-services.ts';
import { eventServices } from './events/event-services.ts';
import { fileServices } from './files/file-services.ts';
import { undoSteps } from './files/undo/undo-steps.ts';
import { acceptAll, acceptCredential, acceptNewBadges } from './holder/accept.ts';
import { readPublicRecord } from './holder/badge-record.ts';
import { readPublicProfile } from './holder/public-profile.ts';
import { hostServices } from './host/host-services.ts';
import { beginJob } from './jobs/begin-job.ts';
import { jobServices } from './jobs/job-services.ts';
import { type AdvanceJob, advanceJob, advanceJobs, type Steps } from './jobs/jobs.ts';
import { revocationServices, undoServices } from './jobs/work-services.ts';
import { myServices } from './my/my-services.ts';
import { erasePerson, exportPerson } from './people/people.ts';
import { peopleServices } from './people/people-services.ts';
import { findMisstated, reSignMisstated, reSignStep } from './re-signing/misstated.ts';
import { reSignAhead } from './re-signing/re-sign-credential.ts';
import { reissueCompromised } from './re-signing/reissue-compromised.ts';
import { recordServices } from './records/record-services.ts';
import { schoolServices } from './school/school-services.ts';
import type { Ports } from './service-ports.ts';
import { changeSettings } from './settings/change-settings.ts';
import { supportServices } from './support/support-services.ts';
import { makeDayKeeper } from './time/keep-days.ts';
import { emptyOutbox } from './upkeep/empty-outbox.ts';
import { keepUp, lookOutside, readOutboxState, type UpkeepWork } from './upkeep/keep-up.ts';
import { setStatus } from './vc-api/set-status.ts';
import { signGiven } from './vc-api/sign-given.ts';

/** Every use case, with its ports. */
export function makeServices(ports: Ports) {
  const advance = advanceJob(ports, jobSteps(ports));
  const follow = emptyOutbox(ports);
  // A person who waits for an answer must not wait for a mail server. The timer sends the mail.
  const publish = () => follow('publish-status-list');
  return {
    evaluateRecipients: evaluateRecipients(ports),
    grantAwards: grantAwards(ports),
    issueCredentials: issueCredentials(ports),
    beginJob: beginJob(ports),
    ...undoServices(ports, advance),
    ...revocationServices(ports, advance),
    advanceJob: advance,
    reissueCompromised: reissueCompromised(ports),
    findMisstated: findMisstated(ports),
    reSignMisstated: reSignMisstated(ports),
    ...acceptances(ports),
    ...endings(ports, publish),
    publishStatusLists: publishStatusLists(ports),
    emptyOutbox: follow,
    keepUp: keepUp(ports, upkeepWork(ports, advance)),
    lookOutside: lookOutside(ports),
    readOutboxState: readOutboxState(ports),
    ...publicReads(ports),
    ...badgeLogServices(ports),
    ...programServices(ports, publish),
    ...accountServices(ports),
    ...tokenServices(ports),
    ...myServices(ports),
    ...schoolServices(ports),
    ...endorsementServices(ports),
    ...engagementServices(ports),
    ...supportServices(ports),
    ...recordServices(ports),
    ...peopleServices(ports),
    ...criteriaServices(ports),
    ...jobServices(ports),
    ...decisionServices(ports, advance),
    ...campaignServices(ports),
    ...fileServices(ports),
    ...eventServices(ports),
    changeSettings: changeSettings(ports),
    ...hostServices(ports),
    erasePerson: erasePerson(ports, publish),
    exportPerson: exportPerson(ports),
  };
}

/** The parts of the timer's work. */
function upkeepWork(ports: Ports, advance: AdvanceJob): UpkeepWork {
  return {
    emptyOutbox: emptyOutbox(ports),
    publishStatusLists: publishStatusLists(ports),
    keepBadgeLog: keepBadgeLog(ports),
    advanceJobs: advanceJobs(ports, advance),
    campaignUpkeep: campaignUpkeep(ports),
    remindEndings: remindEndings(ports),
    days: makeDayKeeper(ports),
    reSignAhead: reSignAhead(ports),
  };
}

/** The step of each kind of job. */
function jobSteps(ports: Ports): Steps {
  return {
    'propose-awards': proposeAwards(ports),
    'decide-proposals': decideProposals(ports),
    'try-criteria': tryCriteria(ports),
    'measure-coverage': measureSchools(ports),
    'measure-coverage-day': measureSchools(ports),
    'ask-confirmations': askConfirmations(ports),
    're-sign': reSignStep(ports),
    ...undoSteps(ports),
    'revoke-many': revokeMany(ports),
  };
}

/** Acceptance of badges, by their holders or by an agent for them. */
function acceptances(ports: Ports) {
  return {
    acceptCredential: acceptCredential(ports),
    acceptNewBadges: acceptNewBadges(ports),
    acceptAll: acceptAll(ports),
  };
}

/** Reads that are open to everybody. */
function publicReads(ports: Ports) {
  return {
    readStatusListDocument: readStatusListDocument(ports),
    countIssued: countIssued(ports),
    readPublicCredential: readPublicCredential(ports),
    readPublicProfile: readPublicProfile(ports),
    readPublicRecord: readPublicRecord(ports),
  };
}

/** Use cases that end badges, for good or for a time. */
function endings(ports: Ports, publish: Publish) {
  return {
    revokeCredential: revokeCredential(ports, publish),
    suspendCredential: suspendCredential(ports, publish),
    resumeCredential: resumeCredential(ports, publish),
  };
}

/** Use cases by which programs have credentials signed. */
function programServices(ports: Ports, publish: Publish) {
  return { signGiven: signGiven(ports), setStatus: setStatus(ports, publish) };
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
