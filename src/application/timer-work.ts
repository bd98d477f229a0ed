import { sealAudit } from './audit/seal-audit.ts';
import { remindEndings } from './awards/remind-endings.ts';
import { keepBadgeLog } from './badge-log/keep-badge-log.ts';
import { campaignUpkeep } from './campaigns.ts';
import { askConfirmations } from './confirmations/ask-principals.ts';
import { measureSchools } from './coverage/measure-schools.ts';
import { revokeMany } from './credentials/revoke-many.ts';
import { publishStatusLists } from './credentials/status-lists.ts';
import { tryCriteria } from './criteria/try-criteria.ts';
import { decideProposals } from './decisions/decide-proposals.ts';
import { grantDue } from './decisions/grant-due.ts';
import { proposeAwards } from './decisions/propose-awards.ts';
import { undoSteps } from './files/undo/undo-steps.ts';
import { remindUnanswered } from './holder/unanswered.ts';
import { askStep, lookAtNight } from './invariants/nightly.ts';
import { type AdvanceJob, advanceJobs, type Steps } from './jobs/jobs.ts';
import { sendMessageStep } from './network-messages.ts';
import { reSignStep } from './re-signing/misstated.ts';
import { reSignAhead } from './re-signing/re-sign-credential.ts';
import type { Ports } from './service-ports.ts';
import type { DayKeeper } from './time/keep-days.ts';
import { emptyOutbox } from './upkeep/empty-outbox.ts';
import type { UpkeepWork } from './upkeep/keep-up.ts';

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
