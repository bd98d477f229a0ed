import { campaignMaintenance } from '../../features/campaigns/actions.ts';
import { sendMessageStep } from '../../features/messages/actions.ts';
import { sealAudit } from '../audit/seal.ts';
import { remindEndings } from '../awards/remind-endings.ts';
import { appendBadgeLog } from '../badge-log/append-badges.ts';
import { askConfirmations } from '../confirmations/request-from-principals.ts';
import { measureSchools } from '../coverage/measure-schools.ts';
import { revokeMany } from '../credentials/revoke-many.ts';
import { publishStatusLists } from '../credentials/status-lists.ts';
import { tryCriteria } from '../criteria/trial.ts';
import { decideProposals } from '../decisions/decide-proposals.ts';
import { grantScheduledAwards } from '../decisions/grant-scheduled.ts';
import { proposeAwards } from '../decisions/propose-awards.ts';
import { undoSteps } from '../files/undo/steps.ts';
import { remindPendingAcceptances } from '../holder/pending-acceptances.ts';
import { askStep, beginNightlyCheck } from '../invariants/nightly.ts';
import { type AdvanceJob, advanceJobs, type Steps } from '../jobs/services.ts';
import { reissueStep } from '../reissue/outdated-credentials.ts';
import { reissueAhead } from '../reissue/sign.ts';
import type { Ports } from '../service-ports.ts';
import type { UptimeDays } from '../time/uptime-days.ts';
import { emptyOutbox } from './outbox.ts';
import type { MaintenanceTasks } from './run.ts';

/** The parts of the timer's work. */
export function maintenanceWork(
  ports: Ports,
  { advance, days }: { readonly advance: AdvanceJob; readonly days: UptimeDays },
): MaintenanceTasks {
  return {
    emptyOutbox: emptyOutbox(ports),
    publishStatusLists: publishStatusLists(ports),
    appendBadgeLog: appendBadgeLog(ports),
    sealAudit: sealAudit(ports),
    advanceJobs: advanceJobs(ports, advance),
    campaignMaintenance: campaignMaintenance(ports),
    remindEndings: remindEndings(ports),
    remindPendingAcceptances: remindPendingAcceptances(ports),
    days,
    reSignAhead: reissueAhead(ports),
    beginNightlyCheck: beginNightlyCheck(ports),
  };
}

export function jobSteps(ports: Ports, days: UptimeDays): Steps {
  return {
    'propose-awards': proposeAwards(ports),
    'decide-proposals': decideProposals(ports),
    'grant-due': grantScheduledAwards(ports, days),
    'try-criteria': tryCriteria(ports),
    'measure-coverage': measureSchools(ports),
    'measure-coverage-day': measureSchools(ports),
    'ask-confirmations': askConfirmations(ports),
    'send-message': sendMessageStep(ports),
    're-sign': reissueStep(ports),
    'ask-invariants': askStep(ports),
    ...undoSteps(ports),
    'revoke-many': revokeMany(ports),
  };
}
