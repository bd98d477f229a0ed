import { LARGEST_BATCH, MOST_WAIT_SECONDS } from '../../domain/award/batch.ts';
import { parseProposalId } from '../../domain/award/proposal.ts';
import { checkDue } from '../../domain/award/scheduled-decision.ts';
import type { Recipient } from '../../domain/award/types.ts';
import { DomainError } from '../../domain/errors.ts';
import { type PersonId, personIdsAmong } from '../../domain/ids.ts';
import type { BadgeOutcome, DecidedMeanwhile, Job, JobCommand } from '../../domain/job/types.ts';
import { fullName } from '../../domain/person/name.ts';
import { compact } from '../../domain/text/omit-undefined.ts';
import type { Instant } from '../../domain/time/calendar.ts';
import { scopeOf } from '../awards/evaluate-recipients.ts';
import { type GrantAwards, grantAwards } from '../awards/grant.ts';
import type { GrantOutcome } from '../awards/grant-one.ts';
import { type Labelled, readLabels } from '../awards/recipient.ts';
import { issueCredentials } from '../credentials/issue.ts';
import { beginJob } from '../jobs/begin.ts';
import { type AdvanceJob, startJob, takeBackJob } from '../jobs/services.ts';
import type { Store } from '../ports.ts';
import type { Ports } from '../service-ports.ts';
import { scheduledDecisionServices } from './grant-scheduled.ts';

/** The most decisions listed for a program. */
const MOST_LISTED = 200;

/** A decision on many badges: how far it is, and what others decided on its badges in the meantime. The command line
 *  prints it, and the API returns it. */
export interface DecisionLine extends DecisionSums {
  readonly kind: 'decision';
  readonly id: string;
  /** A person's name, or the program as the audit names it. */
  readonly by: string;
  readonly madeAt: Instant;
  /** Nothing is carried out before this instant. */
  readonly startsAt?: Instant;
  /** The hour of a dated decision, which judges everybody again. */
  readonly at?: Instant;
  /** The badge to which a dated decision keeps; absent if it grants every badge. */
  readonly badge?: string;
  /** Who holds a dated decision, so that its hour passes without it. */
  readonly heldBy?: string;
  readonly finishedAt?: Instant;
  readonly done: number;
  readonly total: number;
  readonly counts: Readonly<Record<string, number>>;
  /** What became of the first badges of a dated decision; absent in a list of decisions. */
  readonly told?: readonly OutcomeLine[];
}

/** A badge of a dated decision: `granted`, or the code of the reason to leave it. */
export interface OutcomeLine extends Labelled {
  readonly badge: string;
  readonly outcome: string;
}

export interface DecisionAct {
  readonly id: string;
  /** `look` changes nothing, `continue` does a part of the work, `start` ends the wait before it, `stop`
   *  leaves the remaining badges in the queue, and `hold` and `release` do so with a dated decision. */
  readonly act: 'look' | 'continue' | 'start' | 'stop' | 'hold' | 'release';
  readonly actor: string;
}

/** The decisions on many badges, for a program: those of the screen and those of programs alike. */
const decisionsByProgram = (ports: Ports, advanceJob: AdvanceJob) => {
  const { store } = ports;
  return {
    /** The decisions that wait or are being carried out, the oldest first. */
    list: async (): Promise<readonly DecisionLine[]> =>
      toDecisionLines(store, await readDecisions(store, MOST_LISTED)),

    /** Throws `not-found` where the id belongs to no such decision. */
    act: async ({ id, act, actor }: DecisionAct): Promise<DecisionLine> => {
      const found = await store.readJob(id);
      if (!found || !isDecision(found)) throw new DomainError('not-found');
      const requested = { id, actor: actor as PersonId };
      if (act === 'start') await startJob(ports)(requested);
      if (act === 'stop') await takeBackJob(ports)(requested);
      if (act === 'hold' || act === 'release') {
        await scheduledDecisionServices(ports).holdScheduledDecision({
          ...requested,
          isHeld: act === 'hold',
        });
      }
      if (act === 'start' || act === 'continue') await advanceJob(id);
      return readDecisionLine(store, (await store.readJob(id)) ?? found);
    },
  };
};

type DecisionCommand = Extract<JobCommand, { kind: 'decide-proposals' | 'grant-due' }>;
type DecisionJob = Job & { readonly command: DecisionCommand };

function isDecision(job: Job): job is DecisionJob {
  return job.command.kind === 'decide-proposals' || job.command.kind === 'grant-due';
}

/** The decisions on many badges that wait or are being carried out: first the dated ones. */
export async function readDecisions(store: Store, most?: number): Promise<readonly Job[]> {
  const kinds = ['grant-due', 'decide-proposals'] as const;
  return (await Promise.all(kinds.map((kind) => store.readUnfinishedJobs(kind, most)))).flat();
}

/** One decision. Throws `not-found` where the work decides on no proposals. */
export async function readDecisionLine(store: Store, job: Job): Promise<DecisionLine> {
  const [line] = await toDecisionLines(store, [job]);
  if (!line) throw new DomainError('not-found');
  const { told } = job.progress;
  return told ? { ...line, told: await toOutcomeLines(store, told) } : line;
}

async function toOutcomeLines(
  store: Store,
  reported: readonly BadgeOutcome[],
): Promise<readonly OutcomeLine[]> {
  const badges = reported.flatMap(({ proposal, outcome }) => {
    const subject = parseProposalId(proposal);
    return subject ? [{ ...subject, outcome }] : [];
  });
  const labelOf = await readLabels(
    store,
    badges.map(({ recipient }) => recipient),
  );
  return badges.map(({ recipient, achievement: badge, outcome }) => ({
    badge,
    ...labelOf(recipient),
    outcome,
  }));
}

async function toDecisionLines(store: Store, jobs: readonly Job[]): Promise<readonly DecisionLine[]> {
  const actors = jobs.flatMap(({ madeBy, heldBy, progress }) => [
    madeBy,
    ...(heldBy === undefined ? [] : [heldBy]),
    ...(progress.meanwhile ?? []).map(({ by }) => by),
  ]);
  const people = await store.readPeople(personIdsAmong(actors));
  const names = new Map<string, string>(people.map((one) => [one.id, fullName(one)]));
  const nameOf = (actor: string) => names.get(actor) ?? actor;
  return jobs.filter(isDecision).map((job) => toDecisionLine(job, nameOf));
}

function toDecisionLine(job: DecisionJob, nameOf: (actor: string) => string): DecisionLine {
  const { id, command, madeBy, madeAt, startsAt, heldBy, finishedAt, done, total, progress } = job;
  const sums = decisionSums(command, progress);
  return {
    kind: 'decision',
    ...{ id, by: nameOf(madeBy), madeAt },
    ...(finishedAt ? { finishedAt } : startsAt && { startsAt }),
    ...(command.kind === 'grant-due' && compact({ at: command.at, badge: command.achievement })),
    ...(heldBy !== undefined && !finishedAt && { heldBy: nameOf(heldBy) }),
    ...{ done, total, counts: progress.counts },
    ...sums,
    meanwhile: sums.meanwhile.map((one) => ({ ...one, by: nameOf(one.by) })),
  };
}

/** Number of badges signed together with the granted one. */
const SIGNED = 10;

export interface GrantByDecision {
  readonly recipient: Recipient;
  readonly achievement: string;
  readonly reason: string;
  readonly actor: PersonId;
}

/** Grants one badge to one recipient by the decision that its criteria ask for, even if they are not met, or again
 *  after a decline, a revocation or a refusal. Throws the errors of the grant, and `signing-unavailable` before
 *  anything is recorded. */
const grantByDecision =
  (ports: Ports) =>
  async ({ recipient, achievement, reason, actor }: GrantByDecision): Promise<void> => {
    // Otherwise the grant would be recorded, and the answer would say that it was not.
    await ports.checkKeys();
    const scope = { ...scopeOf(recipient), achievement };
    for await (const _ of grantAwards(ports)({ scope, actor, reason }));
    for await (const _ of issueCredentials(ports)({ actor, limit: SIGNED }));
  };

export interface GrantedLater {
  /** What the grant would come to now; `grantable` is what the decision holds. */
  readonly outcomes: readonly GrantOutcome[];
  /** The decision that waits; absent if nothing can be granted. */
  readonly decision?: Job;
}

/** Decides to grant after a wait, in which the decision can be taken back as one of the screen can. Until then
 *  its badges are out of the reach of what others decide about many. Each badge is judged again when it is
 *  granted. Throws what a grant throws, and `too-large`. */
const grantLater =
  (ports: Ports) =>
  async (command: Omit<GrantAwards, 'part' | 'dryRun'>, waitSeconds: number): Promise<GrantedLater> => {
    if (waitSeconds > MOST_WAIT_SECONDS) throw new DomainError('too-large', { limit: MOST_WAIT_SECONDS });
    const outcomes = await Array.fromAsync(grantAwards(ports)({ ...command, dryRun: true }));
    const ids = outcomes.flatMap((one) => (one.kind === 'grantable' ? one.proposal : []));
    if (ids.length > LARGEST_BATCH) throw new DomainError('too-large', { limit: LARGEST_BATCH });
    if (ids.length === 0 || command.stop?.aborted) return { outcomes };
    const { scope, on, reason: overrideReason, actor } = command;
    const cautions = scope.kind === 'all-met' ? scope.cautions : undefined;
    const decision = await beginJob(ports)(
      compact({ kind: 'decide-proposals', decision: 'grant', ids, cautions, on, overrideReason }),
      actor as PersonId,
      waitSeconds,
    );
    return { outcomes, decision };
  };

export interface ScheduleGrant {
  readonly actor: string;
  readonly at: Instant;
  readonly achievement?: string | undefined;
}

/** Dates a grant of all that is met and that no one need look at first. The outcomes are what it would come to
 *  now; it judges everybody again at its hour. Throws `hour-out-of-range`, `unknown-achievement`. */
const grantAtHour =
  (ports: Ports) =>
  async ({ actor, at, achievement }: ScheduleGrant): Promise<GrantedLater> => {
    checkDue(at, ports.clock.now());
    const scope = compact({ kind: 'all-met' as const, cautions: 'left-out' as const, achievement });
    const outcomes = await Array.fromAsync(grantAwards(ports)({ scope, actor, dryRun: true, named: true }));
    const command = compact({ kind: 'grant-due' as const, at, achievement });
    return { outcomes, decision: await beginJob(ports)(command, actor as PersonId) };
  };

/** What a decision on many badges came to so far. */
export interface DecisionSums {
  readonly decision: 'grant' | 'refuse';
  /** Number of badges that it granted or refused. */
  readonly decided: number;
  /** What others decided on its badges before it reached them. */
  readonly meanwhile: readonly DecidedMeanwhile[];
}

/** Sums up a decision. Its page, the command line and the API all ask here. */
export function decisionSums(
  command: DecisionCommand,
  { counts, meanwhile = [] }: Job['progress'],
): DecisionSums {
  const decision = command.kind === 'grant-due' ? 'grant' : command.decision;
  return { decision, decided: counts[decision === 'grant' ? 'granted' : 'refused'] ?? 0, meanwhile };
}

export const decisionServices = (ports: Ports, advance: AdvanceJob) => ({
  grantByDecision: grantByDecision(ports),
  grantLater: grantLater(ports),
  grantAtHour: grantAtHour(ports),
  decisions: decisionsByProgram(ports, advance),
});
