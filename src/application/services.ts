import { madeOf } from '../domain/features/merge.ts';
import * as FEATURES from '../features/all/services.ts';
import { finishSending } from '../standards/host/actions-finish-sending.ts';
import { beginSending } from '../standards/host/actions-send-badge.ts';
import { signGiven } from '../standards/vc-api/actions.ts';
import { setStatus } from '../standards/vc-api/actions-set-status.ts';
import { headshipServices } from './accounts/headships.ts';
import { newcomerServices } from './accounts/newcomers.ts';
import { sessionServices } from './accounts/sessions.ts';
import { signInServices } from './accounts/sign-in.ts';
import { tokenServices } from './accounts/tokens.ts';
import { auditServices } from './audit/read.ts';
import { sealAudit } from './audit/seal.ts';
import { evaluateRecipients } from './awards/evaluate-recipients.ts';
import { grantAwards } from './awards/grant.ts';
import { appendBadgeLog } from './badge-log/append-badges.ts';
import { badgeLogServices } from './badge-log/read.ts';
import { confirmSilent } from './confirmations/confirm-without-answer.ts';
import { confirmationServices } from './confirmations/decide-engagement.ts';
import { coverageServices } from './coverage/report.ts';
import { revocationServices } from './credentials/bulk-revocation.ts';
import { issueCredentials } from './credentials/issue.ts';
import { publicCredentialServices } from './credentials/read-public.ts';
import { endingServices } from './credentials/revoke.ts';
import { statusListServices } from './credentials/status-lists.ts';
import { badgeDraftServices } from './criteria/badge-drafts.ts';
import { badgeMoveServices } from './criteria/badge-moves.ts';
import { officeServices } from './criteria/office.ts';
import { criteriaServices } from './criteria/workshop.ts';
import { scheduledDecisionServices } from './decisions/grant-scheduled.ts';
import { readBatch } from './decisions/read-batch.ts';
import { decisionServices } from './decisions/read-lines.ts';
import { reopenProposal } from './decisions/reopen-proposal.ts';
import { findAddressee } from './engagements/change.ts';
import { enterEngagement } from './engagements/enter.ts';
import { engagementChangeServices } from './engagements/propose-change.ts';
import { eventServices } from './events.ts';
import { exportAwards } from './files/export/awards.ts';
import { exportRecords } from './files/export/records.ts';
import { exportRegister } from './files/export/register.ts';
import { importFiles } from './files/import/run.ts';
import { undoServices } from './files/undo/by-program.ts';
import { uploadServices } from './files/upload/services.ts';
import { acceptanceServices } from './holder/accept.ts';
import { holderActServices } from './holder/actions.ts';
import { pendingAcceptanceServices } from './holder/pending-acceptances.ts';
import { recognitionServices } from './holder/recognition.ts';
import { readLastCheck } from './invariants/nightly.ts';
import { invariantServices } from './invariants/services.ts';
import { beginJob } from './jobs/begin.ts';
import { advanceJob, jobServices, showJob } from './jobs/services.ts';
import { failingJobServices } from './jobs/set-aside.ts';
import { mailChoiceServices } from './mail/choose.ts';
import { unsentMailServices } from './mail/unsent.ts';
import { emptyOutbox } from './maintenance/outbox.ts';
import { doBegunWork, maintenanceServices, runMaintenance } from './maintenance/run.ts';
import { jobSteps, maintenanceWork } from './maintenance/scheduled-tasks.ts';
import { newYearServices } from './new-year.ts';
import { peopleServices } from './people/services.ts';
import { factServices } from './records/enter-facts.ts';
import { removeRecord } from './records/remove.ts';
import { reissueCompromised } from './reissue/compromised.ts';
import { reissuingServices } from './reissue/outdated-credentials.ts';
import { planCompromise, sampleOfMail } from './reissue/plan-compromise.ts';
import { retentionServices } from './retention.ts';
import { rollCallServices } from './roll-call/services.ts';
import { carryOverServices } from './school/carry-over.ts';
import { localActionServices } from './school/local-actions.ts';
import { paperServices } from './school/papers.ts';
import { schoolServices } from './school/read-year.ts';
import { reviewServices } from './school/reviews.ts';
import { recordMissionSharing } from './school/say-mission-sharing.ts';
import { closureServices } from './schools/closures.ts';
import { readOwnSchools } from './schools/read-own.ts';
import { registerServices } from './schools/services.ts';
import { deriveBadgeProgress } from './self-service/badge-progress.ts';
import { contributionServices } from './self-service/contributions.ts';
import { declarationServices } from './self-service/declare-engagement.ts';
import { ownRecordServices } from './self-service/read-own-record.ts';
import type { Ports } from './service-ports.ts';
import { settingsServices } from './settings/change.ts';
import { clockLeftoverServices } from './time/clock-leftovers.ts';
import { makeUptimeDays } from './time/uptime-days.ts';
import { useCases } from './use-cases.ts';

/** Every use case, with its ports. */
export function makeServices(ports: Ports) {
  const days = makeUptimeDays(ports);
  const advance = advanceJob(ports, jobSteps(ports, days));
  const follow = emptyOutbox(ports);
  // A person who waits for an answer must not wait for a mail server. The timer sends the mail.
  const publish = async () => {
    let hasFailed = false;
    await follow('publish-status-list', undefined, () => {
      hasFailed = true;
    });
    return { hasFailed };
  };
  const work = maintenanceWork(ports, { advance, days });
  return {
    ...subjects(ports),
    ...revocationServices(ports, advance),
    ...undoServices(ports, advance),
    ...peopleServices(ports, publish),
    ...decisionServices(ports, advance),
    ...scheduledDecisionServices(ports),
    ...pendingAcceptanceServices(ports),
    ...endingServices(ports, publish),
    advanceJob: advance,
    showJob: showJob(ports, advance),
    emptyOutbox: follow,
    appendBadgeLog: appendBadgeLog(ports),
    sealAudit: sealAudit(ports),
    runMaintenance: runMaintenance(ports, work),
    doBegunWork: doBegunWork(ports, work),
    setStatus: setStatus(ports, publish),
  };
}

/** Use cases that need nothing but the ports. */
function subjects(ports: Ports) {
  return {
    ...signInServices(ports),
    ...sessionServices(ports),
    ...headshipServices(ports),
    ...mailChoiceServices(ports),
    ...unsentMailServices(ports),
    ...clockLeftoverServices(ports),
    ...badgeLogServices(ports),
    ...auditServices(ports),
    ...coverageServices(ports),
    ...newYearServices(ports),
    ...registerServices(ports),
    ...closureServices(ports),
    ...criteriaServices(ports),
    ...officeServices(ports),
    ...badgeDraftServices(ports),
    ...badgeMoveServices(ports),
    ...settingsServices(ports),
    ...engagementChangeServices(ports),
    ...newcomerServices(ports),
    ...eventServices(ports),
    ...rollCallServices(ports),
    ...uploadServices(ports),
    ...jobServices(ports),
    ...failingJobServices(ports),
    ...holderActServices(ports),
    ...ownRecordServices(ports),
    ...declarationServices(ports),
    ...contributionServices(ports),
    ...retentionServices(ports),
    ...factServices(ports),
    ...schoolServices(ports),
    ...confirmationServices(ports),
    ...carryOverServices(ports),
    ...reviewServices(ports),
    ...localActionServices(ports),
    ...paperServices(ports),
    ...madeOf(FEATURES, ports),
    ...reissuingServices(ports),
    ...statusListServices(ports),
    ...maintenanceServices(ports),
    ...invariantServices(ports),
    ...acceptanceServices(ports),
    ...recognitionServices(ports),
    ...publicCredentialServices(ports),
    ...tokenServices(ports),
    ...singleServices(ports),
  };
}

/** Use cases that are alone in their files. */
const singleServices = useCases({
  confirmSilent,
  enterEngagement,
  findAddressee,
  importFiles,
  exportAwards,
  exportRecords,
  exportRegister,
  beginSending,
  finishSending,
  readBatch,
  readOwnSchools,
  deriveBadgeProgress,
  removeRecord,
  recordMissionSharing,
  evaluateRecipients,
  grantAwards,
  issueCredentials,
  beginJob,
  reissueCompromised,
  planCompromise,
  sampleOfMail,
  signGiven,
  reopenProposal,
  readLastCheck,
});

export type Services = ReturnType<typeof makeServices>;
