import { audit } from '../../domain/audit.ts';
import { type Proposal, parseProposalId } from '../../domain/award/proposal.ts';
import type { Change } from '../../domain/change/change.ts';
import { compact } from '../../domain/compact.ts';
import { DomainError, type DomainErrorCode } from '../../domain/errors.ts';
import type { Job, JobCommand } from '../../domain/job/job.ts';
import type { draftGrants } from '../awards/grant-awards.ts';
import { readEarlier } from '../awards/grant-one.ts';
import type { issueCredentials } from '../credentials/issue-credentials.ts';
import { counted, type Step, type TakeStep } from '../jobs/step.ts';
import type { Clock, Store } from '../ports.ts';

/** Number of proposals decided in one step. */
const STEP_SIZE = 10;
/** Number of badges signed in one step. It is higher than the number decided in a step, so that none is left
 *  unsigned. */
const SIGNED_A_STEP = 2 * STEP_SIZE;

interface Needs {
  readonly store: Pick<Store, 'readAwardsOf' | 'readPeople' | 'readProposal' | 'readRefusals'>;
  readonly clock: Clock;
  readonly draftGrants: ReturnType<typeof draftGrants>;
  readonly issueCredentials: ReturnType<typeof issueCredentials>;
}

type Decide = Extract<JobCommand, { kind: 'decide-proposals' }>;

/** Decides on a few proposals in one commit with the progress (phase 0), then signs the granted badges (phase 1),
 *  and so on. When the rest of the decision is taken back, at most these few badges are granted and unsigned. A
 *  proposal on which somebody else decided meanwhile is left, and counted by what stands now. */
export const decideProposals =
  (needs: Needs): TakeStep =>
  async (job) => {
    const command = job.command as Decide;
    if (job.progress.phase !== 0) return signSome(needs, job);
    return (await isStillAgent(needs.store, job)) ? decideSome(needs, job, command) : leaveRest(job);
  };

/** Whether the agent may still decide. Before the decision is carried out, the agent may lose that right or
 *  be merged with another person. */
async function isStillAgent(store: Pick<Store, 'readPeople'>, { madeBy }: Job): Promise<boolean> {
  const [agent] = await store.readPeople([madeBy]);
  return agent?.profiles.includes('dane') ?? false;
}

function leaveRest({ progress, total, done }: Job): Step {
  const counts = { ...progress.counts, 'agent-no-more': Math.max(0, total - done) };
  return { progress: { ...progress, counts }, advanced: 0, finished: true, changes: [] };
}

async function decideSome(needs: Needs, job: Job, command: Decide): Promise<Step> {
  const { progress } = job;
  const { ids: all } = command;
  const begin = progress.after === undefined ? 0 : all.indexOf(progress.after) + 1;
  const ids = all.slice(begin, begin + STEP_SIZE);
  const last = begin + STEP_SIZE < all.length ? ids.at(-1) : undefined;
  const outcomes: string[] = [];
  const changes: Change[] = [];
  for (const id of ids) {
    const decided = await decideOne(needs, { job, command, id });
    outcomes.push(decided.outcome);
    changes.push(...decided.changes);
  }
  const counts = counted(progress.counts, outcomes);
  const toSign = command.decision === 'grant';
  return {
    progress: compact({ phase: toSign ? 1 : 0, counts, after: last }),
    advanced: ids.length,
    finished: last === undefined && !toSign,
    changes,
  };
}

interface OneDecision {
  readonly job: Job;
  readonly command: Decide;
  readonly id: string;
}

interface Decided {
  /** `granted`, `refused`, or the code of the reason to leave the proposal. */
  readonly outcome: string;
  readonly changes: readonly Change[];
}

async function decideOne(needs: Needs, { job, command, id }: OneDecision): Promise<Decided> {
  const proposal = await needs.store.readProposal(id);
  if (!proposal) return { outcome: await readStanding(needs.store, id), changes: [] };
  const { recipient, judgedOn: on } = proposal;
  if (recipient.kind === 'person' && recipient.personId === job.madeBy) {
    return { outcome: 'own-award', changes: [] };
  }
  if (command.decision === 'refuse') return refuse(needs, { job, command }, proposal);
  try {
    const changes = await needs.draftGrants({ scope: scopeOf(proposal), on, actor: job.madeBy });
    return { outcome: 'granted', changes };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return { outcome: error.code, changes: [] };
  }
}

/** Why a proposal no longer waits: `award-exists`, `award-refused`, or `not-met` where the last judgment did not
 *  propose it again. */
async function readStanding(
  store: Pick<Store, 'readAwardsOf' | 'readRefusals'>,
  id: string,
): Promise<DomainErrorCode> {
  const subject = parseProposalId(id);
  if (!subject) return 'not-met';
  const { awards, refusals } = await readEarlier(store, [subject.recipient]);
  const ofBadge = <Of extends { readonly achievement: string; readonly schoolYear: number }>(
    all: readonly Of[],
  ) => all.filter(({ achievement }) => achievement === subject.achievement);
  const refused = ofBadge(refusals).filter(({ reopened }) => !reopened);
  const granted = ofBadge(awards.map(({ award }) => award));
  const yearOf = (all: readonly { readonly schoolYear: number }[]) =>
    Math.max(-1, ...all.map(({ schoolYear }) => schoolYear));
  if (refused.length === 0 && granted.length === 0) return 'not-met';
  return yearOf(refused) >= yearOf(granted) ? 'award-refused' : 'award-exists';
}

function scopeOf({ recipient, achievement }: Proposal) {
  return recipient.kind === 'person'
    ? { kind: 'person-id' as const, id: recipient.personId, achievement }
    : { kind: 'establishment' as const, uai: recipient.uai, achievement };
}

function refuse(
  { clock }: Needs,
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

async function signSome(needs: Needs, job: Job): Promise<Step> {
  const outcomes: string[] = [];
  for await (const outcome of needs.issueCredentials({ actor: job.madeBy, limit: SIGNED_A_STEP })) {
    outcomes.push(outcome.kind === 'issued' ? 'issued' : outcome.error.code);
  }
  const { after, counts } = job.progress;
  const isAllSigned = outcomes.filter((outcome) => outcome === 'issued').length < SIGNED_A_STEP;
  const isOver = isAllSigned && after === undefined;
  return {
    progress: compact({ phase: isAllSigned && !isOver ? 0 : 1, counts: counted(counts, outcomes), after }),
    advanced: 0,
    finished: isOver,
    changes: [],
  };
}
