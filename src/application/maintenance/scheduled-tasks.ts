import { sealAudit } from '../audit/seal.ts';
import { remindEndings } from '../awards/remind-endings.ts';
import { keepBadgeLog } from '../badge-log/append-badges.ts';
import { campaignUpkeep } from '../campaigns.ts';
import { askConfirmations } from '../confirmations/request-from-principals.ts';
import { measureSchools } from '../coverage/measure-schools.ts';
import { revokeMany } from '../credentials/revoke-many.ts';
import { publishStatusLists } from '../credentials/status-lists.ts';
import { tryCriteria } from '../criteria/trial.ts';
import { decideProposals } from '../decisions/decide-proposals.ts';
import { grantDue } from '../decisions/grant-scheduled.ts';
import { proposeAwards } from '../decisions/propose-awards.ts';
import { undoSteps } from '../files/undo/steps.ts';
import { remindUnanswered } from '../holder/pending-acceptances.ts';
import { askStep, lookAtNight } from '../invariants/nightly.ts';
import { type AdvanceJob, advanceJobs, type Steps } from '../jobs/services.ts';
import { sendMessageStep } from '../network-messages.ts';
import { reSignStep } from '../reissue/outdated-credentials.ts';
import { reSignAhead } from '../reissue/sign.ts';
import type { Ports } from '../service-ports.ts';
import type { DayKeeper } from '../time/uptime-days.ts';
import { emptyOutbox } from './outbox.ts';
import type { UpkeepWork } from './run.ts';

/** The parts of the timer's work. */
export function upkeepWork(
  ports: Ports,
  { advance, days }: { readonly advance: AdvanceJob; readonly days: DayKeeper },
): UpkeepWork {
  return {
    emptyOutbox: emptyOutbox(ports),
    publishStatusLists: publishStatusLists(ports),
    keepBadgeLog: keepBadgeLog(ports),
    sealAudit: sealAudit(ports),
    advanceJobs: advanceJobs(ports, advance),
    campaignUpkeep: campaignUpkeep(ports),
    remindEndings: remindEndings(ports),
    remindUnanswered: remindUnanswered(ports),
    days,
    reSignAhead: reSignAhead(ports),
    lookAtNight: lookAtNight(ports),
  };
}

/** The step of each kind of job. */
export function jobSteps(ports: Ports, days: DayKeeper): Steps {
  return {
    'propose-awards': proposeAwards(ports),
    'decide-proposals': decideProposals(ports),
    'grant-due': grantDue(ports, days),
    'try-criteria': tryCriteria(ports),
    'measure-coverage': measureSchools(ports),
    'measure-coverage-day': measureSchools(ports),
    'ask-confirmations': askConfirmations(ports),
    'send-message': sendMessageStep(ports),
    're-sign': reSignStep(ports),
    'ask-invariants': askStep(ports),
    ...undoSteps(ports),
    'revoke-many': revokeMany(ports),
  };
}
