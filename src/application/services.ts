import { accountServices } from './accounts/account-services.ts';
import { authenticate, createToken, listTokens, revokeToken } from './accounts/tokens.ts';
import { evaluateRecipients } from './awards/evaluate-recipients.ts';
import { draftGrants, grantAwards } from './awards/grant-awards.ts';
import { remindEndings } from './awards/remind-endings.ts';
import { badgeLogServices } from './badge-log/badge-log-services.ts';
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
import { revokeMany } from './credentials/revoke-many.ts';
import { resumeCredential, suspendCredential } from './credentials/suspend-credential.ts';
import { criteriaServices } from './criteria/criteria-services.ts';
import { tryCriteria } from './criteria/try-criteria.ts';
import { decideProposals } from './decisions/decide-proposals.ts';
import { decisionServices } from './decisions/decision-services.ts';
import { proposeAwards } from './decisions/propose-awards.ts';
import { endorsementServices } from './endorsements/endorsement-services.ts';
import { lookAtEndorsements } from './endorsements/look-at-endorsements.ts';
import { engagementServices } from './engagements/engagement-services.ts';
import { eventServices } from './events/event-services.ts';
import { fileServices } from './files/file-services.ts';
import { undoSteps } from './files/undo/undo-steps.ts';
import { acceptAll } from './holder/accept-all.ts';
import { acceptCredential } from './holder/accept-credential.ts';
import { acceptNewBadges } from './holder/accept-new-badges.ts';
import { readPublicRecord } from './holder/badge-record.ts';
import { readPublicProfile } from './holder/public-profile.ts';
import { hostServices } from './host/host-services.ts';
import { advanceJob, advanceJobs } from './jobs/advance-job.ts';
import { beginJob } from './jobs/begin-job.ts';
import { jobServices } from './jobs/job-services.ts';
import { revocationServices, undoServices } from './jobs/work-services.ts';
import { myServices } from './my/my-services.ts';
import { erasePerson, exportPerson } from './people/erase-person.ts';
import { peopleServices } from './people/people-services.ts';
import { recordServices } from './records/record-services.ts';
import { schoolServices } from './school/school-services.ts';
import type { Ports } from './service-ports.ts';
import { changeSettings } from './settings/change-settings.ts';
import { supportServices } from './support/support-services.ts';
import { makeDayKeeper } from './time/keep-days.ts';
import { reSignAhead } from './time/re-sign-ahead.ts';
import { readTrustedLists } from './trust/read-trusted-lists.ts';
import { emptyOutbox } from './upkeep/empty-outbox.ts';
import { keepUp, readOutboxState } from './upkeep/keep-up.ts';
import { lookOutside } from './upkeep/look-outside.ts';
import { setStatus } from './vc-api/set-status.ts';
import { signGiven } from './vc-api/sign-given.ts';

/** Every use case, with its ports. */
export function makeServices(ports: Ports) {
  const publish = publishStatusLists(ports);
  const grant = grantAwards(ports);
  const issue = issueCredentials(ports);
  const begin = beginJob(ports);
  const granting = { grantAwards: grant, draftGrants: draftGrants(ports), issueCredentials: issue };
  const deciding = { ...ports, ...granting, beginJob: begin };
  const advance = advanceJob({ ...ports, steps: jobSteps(deciding) });
  const jobs = jobServices(ports);
  const work = { ...deciding, advanceJob: advance };
  const follow = emptyOutbox(ports);
  const badgeLog = badgeLogServices(ports);
  const needs = {
    ...ports,
    ...badgeLog,
    publishStatusLists: publish,
    emptyOutbox: follow,
  };
  // A person who waits for an answer must not wait for a mail server. The timer sends the mail.
  const answering = { ...ports, emptyOutbox: () => follow('publish-status-list') };
  return {
    evaluateRecipients: evaluateRecipients(ports),
    grantAwards: grant,
    issueCredentials: issue,
    beginJob: begin,
    ...undoServices({ ...work, takeBackJob: jobs.takeBackJob }),
    ...revocationServices(work),
    advanceJob: advance,
    reissueCompromised: reissueCompromised(ports),
    findMisstated: findMisstated(ports),
    reSignMisstated: reSignMisstated(ports),
    ...acceptances(ports),
    ...endings(answering),
    publishStatusLists: publish,
    emptyOutbox: needs.emptyOutbox,
    keepUp: keepUp({ ...needs, ...timed(ports), advanceJobs: advanceJobs({ ...ports, advance }) }),
    lookOutside: lookOutside({
      ...ports,
      readTrustedLists: readTrustedLists(ports),
      lookAtEndorsements: lookAtEndorsements(ports),
    }),
    readOutboxState: readOutboxState(ports),
    ...publicReads(ports),
    ...badgeLog,
    ...programServices(answering),
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
    ...jobs,
    ...decisionServices(work),
    ...campaignServices(ports),
    ...fileServices(ports),
    ...eventServices(ports),
    changeSettings: changeSettings(ports),
    ...hostServices(ports),
    erasePerson: erasePerson(answering),
    exportPerson: exportPerson(ports),
  };
}

/** Use cases that only the timer calls. */
function timed(ports: Ports) {
  return {
    campaignUpkeep: campaignUpkeep(ports),
    remindEndings: remindEndings(ports),
    days: makeDayKeeper(ports),
    reSignAhead: reSignAhead(ports),
  };
}

type JobNeeds = Ports &
  Parameters<typeof decideProposals>[0] &
  Parameters<typeof revokeMany>[0] &
  Parameters<typeof undoSteps>[0];

/** The step of each kind of job. */
function jobSteps(needs: JobNeeds) {
  return {
    'propose-awards': proposeAwards(needs),
    'decide-proposals': decideProposals(needs),
    'try-criteria': tryCriteria(needs),
    'measure-coverage': measureSchools(needs),
    'measure-coverage-day': measureSchools(needs),
    'ask-confirmations': askConfirmations(needs),
    're-sign': reSignStep(needs),
    ...undoSteps(needs),
    'revoke-many': revokeMany(needs),
  };
}

/** Acceptance of badges, by their holders or by an agent for them. */
function acceptances(ports: Ports) {
  const accept = acceptCredential(ports);
  return {
    acceptCredential: accept,
    acceptNewBadges: acceptNewBadges({ acceptCredential: accept }),
    acceptAll: acceptAll({ store: ports.store, acceptCredential: accept }),
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
function endings(ports: Ports & { readonly emptyOutbox: () => Promise<number> }) {
  return {
    revokeCredential: revokeCredential(ports),
    suspendCredential: suspendCredential(ports),
    resumeCredential: resumeCredential(ports),
  };
}

/** Use cases by which programs have credentials signed. */
function programServices(ports: Ports & { readonly emptyOutbox: () => Promise<number> }) {
  return { signGiven: signGiven(ports), setStatus: setStatus(ports) };
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
