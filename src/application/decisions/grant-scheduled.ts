import { audit } from '../../domain/audit/entry.ts';
import { addBadgeOutcomes, isDueToCome } from '../../domain/award/scheduled-decision.ts';
import { DomainError } from '../../domain/errors.ts';
import type { Job, JobCommand } from '../../domain/job/types.ts';
import { compact } from '../../domain/text/omit-undefined.ts';
import { draftGrantPage } from '../awards/grant.ts';
import { parseRecipientPlace, toRecipientPlace } from '../awards/recipient.ts';
import type { JobRequest } from '../jobs/set-aside.ts';
import { counted, mayStill, type TakeStep } from '../jobs/step.ts';
import type { Ports } from '../service-ports.ts';
import type { UptimeDays } from '../time/uptime-days.ts';
import { retryOnConflict, useCases } from '../use-cases.ts';
import { leaveRest, signSome } from './decide-proposals.ts';

/** Number of badges tried in one step. */
const STEP_SIZE = 40;

/** Judges some recipients as of the present day, and grants what they meet in one commit with the progress
 *  (phase 0), then signs it (phase 1), and so on. Badges that a person should look at first are left, and so are
 *  those on which someone else's decision waits. Until a time that is sure, it waits: a clock that is ahead would
 *  otherwise award badges months before their day. An agent who ends the wait is the one who knows the hour. */
export const grantScheduledAwards =
  (ports: Ports, days: Pick<UptimeDays, 'sureTime'>): TakeStep =>
  async (job) => {
    const { progress, startsAt, madeBy } = job;
    if (progress.phase !== 0) return signSome(ports, job);
    if (startsAt && !(await days.sureTime())) throw new DomainError('clock-contradicted', { at: startsAt });
    if (!(await mayStill(ports, madeBy))) return leaveRest(job);
    const { achievement } = job.command as Extract<JobCommand, { kind: 'grant-due' }>;
    const { next, judged, told, changes } = await draftGrantPage(ports)(
      {
        scope: { kind: 'all-met', cautions: 'left-out', ...(achievement && { achievement }) },
        actor: madeBy,
        part: progress.after === undefined ? {} : { after: parseRecipientPlace(progress.after) },
      },
      { cautions: 'left-out', most: STEP_SIZE },
    );
    const outcomes = told.map(({ outcome }) => outcome);
    const isToSign = outcomes.includes('granted');
    return {
      progress: compact({
        phase: isToSign ? 1 : 0,
        counts: counted(progress.counts, outcomes),
        told: addBadgeOutcomes(progress.told, told),
        after: next && toRecipientPlace(next),
      }),
      advanced: judged,
      finished: next === undefined && !isToSign,
      changes,
    };
  };

/** Holds a dated decision, so that its hour passes without it, or releases it: it is then begun at its hour, or at
 *  once where that is past. Returns the job, unchanged where it is so already; undefined if there is none.
 *  Throws `invalid-request` for a decision that does not wait for an hour. */
const holdScheduledDecision =
  ({ store, clock }: Ports) =>
  ({ id, actor, isHeld }: JobRequest & { readonly isHeld: boolean }): Promise<Job | undefined> =>
    retryOnConflict(async () => {
      const job = await store.readJob(id);
      if (!job || isHeld === (job.heldBy !== undefined)) return job;
      if (!isDueToCome(job)) {
        throw new DomainError('invalid-request', { reason: 'this decision waits for no hour' });
      }
      const at = clock.now();
      await store.commit([
        { kind: 'job-held', asRead: job, ...(isHeld && { heldBy: actor }) },
        audit(isHeld ? 'decision-held' : 'decision-released', { at, actor, subject: id }),
      ]);
      return store.readJob(id);
    });

export const scheduledDecisionServices = useCases({ holdScheduledDecision });
