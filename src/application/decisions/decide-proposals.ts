import { audit } from '../../domain/audit/entry.ts';
import { type Proposal, type ProposalSubject, parseProposalId } from '../../domain/award/proposal.ts';
import type { Change } from '../../domain/change/union.ts';
import { DomainError, type DomainErrorCode } from '../../domain/errors.ts';
import type { Job, JobCommand, JobProgress } from '../../domain/job/types.ts';
import { compact } from '../../domain/text/omit-undefined.ts';
import { scopeOf } from '../awards/evaluate-recipients.ts';
import { draftGrants } from '../awards/grant.ts';
import { readEarlier } from '../awards/grant-one.ts';
import { issueCredentials } from '../credentials/issue.ts';
import { counted, mayStill, type Step, type TakeStep } from '../jobs/step.ts';
import type { Store } from '../ports.ts';
import type { Ports } from '../service-ports.ts';

/** Number of proposals decided in one step. */
const STEP_SIZE = 10;
/** Number of badges signed in one step. It is higher than the number decided in a step, so that none is left
 *  unsigned. */
const SIGNED_A_STEP = 2 * STEP_SIZE;

type Decide = Extract<JobCommand, { kind: 'decide-proposals' }>;

/** Decides on a few proposals in one commit with the progress (phase 0), then signs the granted badges (phase 1),
 *  and so on. When the rest of the decision is taken back, at most these few badges are granted and unsigned. A
 *  proposal on which someone else decided in the meantime is left, and counted by what stands now and by who decided
 *  it. */
export const decideProposals =
  (ports: Ports): TakeStep =>
  async (job) => {
    const command = job.command as Decide;
    if (job.progress.phase !== 0) return signSome(ports, job);
    return (await mayStill(ports, job.madeBy)) ? decideSome(ports, job, command) : leaveRest(job);
  };

/** Ends a decision whose author may no longer decide. */
export function leaveRest({ progress, total, done }: Job): Step {
  const counts = { ...progress.counts, 'agent-no-more': Math.max(0, total - done) };
  return { progress: { ...progress, counts }, advanced: 0, finished: true, changes: [] };
}

async function decideSome(ports: Ports, job: Job, command: Decide): Promise<Step> {
  const { progress } = job;
  const { ids: all } = command;
  const begin = progress.after === undefined ? 0 : all.indexOf(progress.after) + 1;
  const ids = all.slice(begin, begin + STEP_SIZE);
  const last = begin + STEP_SIZE < all.length ? ids.at(-1) : undefined;
  const decided: Decided[] = [];
  for (const id of ids) decided.push(await decideOne(ports, { job, command, id }));
  const counts = counted(
    progress.counts,
    decided.map(({ outcome }) => outcome),
  );
  const meanwhile = sumMeanwhile(progress.meanwhile, decided);
  const toSign = command.decision === 'grant';
  return {
    progress: compact({ phase: toSign ? 1 : 0, counts, meanwhile, after: last }),
    advanced: ids.length,
    finished: last === undefined && !toSign,
    changes: decided.flatMap(({ changes = [] }) => changes),
  };
}

/** Adds what others decided on these badges to what they decided before; undefined if there is nothing. */
function sumMeanwhile(
  before: JobProgress['meanwhile'] = [],
  decided: readonly Decided[],
): JobProgress['meanwhile'] {
  const sums = new Map(before.map((one) => [one.by, one]));
  for (const { by, outcome } of decided) {
    if (by === undefined) continue;
    const { granted, refused } = sums.get(by) ?? { granted: 0, refused: 0 };
    const isRefused = outcome === 'award-refused';
    sums.set(by, { by, granted: granted + (isRefused ? 0 : 1), refused: refused + (isRefused ? 1 : 0) });
  }
  return sums.size === 0 ? undefined : [...sums.values()];
}

interface OneDecision {
  readonly job: Job;
  readonly command: Decide;
  readonly id: string;
}

interface Decided {
  /** `granted`, `refused`, or the code of the reason to leave the proposal. */
  readonly outcome: string;
  /** Who decided on the badge instead, where someone did. */
  readonly by?: string;
  readonly changes?: readonly Change[];
}

async function decideOne(ports: Ports, { job, command, id }: OneDecision): Promise<Decided> {
  const subject = parseProposalId(id);
  if (!subject) return { outcome: 'not-met' };
  const { recipient } = subject;
  if (recipient.kind === 'person' && recipient.personId === job.madeBy) return { outcome: 'own-award' };
  const proposal = await ports.store.readProposal(id);
  if (command.decision === 'refuse') {
    return proposal
      ? refuse(ports, { job, command }, proposal)
      : readStanding(ports.store, subject, 'not-met');
  }
  const { cautions, overrideReason: reason } = command;
  const on = command.on ?? proposal?.judgedOn;
  try {
    const grant = compact({
      scope: { ...scopeOf(recipient), achievement: subject.achievement },
      actor: job.madeBy,
      on,
      cautions,
      reason,
    });
    return { outcome: 'granted', changes: await draftGrants(ports)(grant) };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return isDecided(error) ? readStanding(ports.store, subject, error.code) : { outcome: error.code };
  }
}

const isDecided = ({ code }: DomainError) => code === 'award-exists' || code === 'award-refused';

/** Why a proposal no longer waits, and who decided on it: `award-exists` or `award-refused` by the later of both,
 *  or the given code where no one has decided on it. */
async function readStanding(
  store: Store,
  { recipient, achievement }: ProposalSubject,
  otherwise: DomainErrorCode,
): Promise<Decided> {
  const { awards, refusals } = await readEarlier(store, [recipient]);
  const standing = [
    ...awards.map(({ award }) => ({ ...award, outcome: 'award-exists', by: award.grantedBy })),
    ...refusals.flatMap((one) => (one.reopened ? [] : { ...one, outcome: 'award-refused' })),
  ].filter((one) => one.achievement === achievement);
  const latest = standing.toSorted((one, other) => one.schoolYear - other.schoolYear).at(-1);
  return latest ? { outcome: latest.outcome, by: latest.by } : { outcome: otherwise };
}

function refuse(
  { clock }: Ports,
  { job, command }: Pick<OneDecision, 'job' | 'command'>,
  proposal: Proposal,
): Decided {
  const { recipient, achievement, schoolYear } = proposal;
  const at = clock.now();
  const reason = command.reason ?? '';
  const subject = recipient.kind === 'person' ? recipient.personId : recipient.uai;
  const refusal = { recipient, achievement, schoolYear, at, by: job.madeBy, reason };
  return {
    outcome: 'refused',
    changes: [
      { kind: 'proposal-refused', refusal, proposal },
      audit('award-refused', { at, actor: job.madeBy, subject, details: { achievement, reason } }),
    ],
  };
}

/** Signs badges that were granted. It is the phase 1 of a decision; `after` stays as it is. */
export async function signSome(ports: Ports, job: Job): Promise<Step> {
  const outcomes: string[] = [];
  for await (const outcome of issueCredentials(ports)({ actor: job.madeBy, limit: SIGNED_A_STEP })) {
    outcomes.push(outcome.kind === 'issued' ? 'issued' : outcome.error.code);
  }
  const { after, counts } = job.progress;
  const isAllSigned = outcomes.filter((outcome) => outcome === 'issued').length < SIGNED_A_STEP;
  const isOver = isAllSigned && after === undefined;
  return {
    progress: {
      ...job.progress,
      phase: isAllSigned && !isOver ? 0 : 1,
      counts: counted(counts, outcomes),
    },
    advanced: 0,
    finished: isOver,
    changes: [],
  };
}
