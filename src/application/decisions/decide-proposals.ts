import { audit } from '../../domain/audit.ts';
import type { Proposal } from '../../domain/award/proposal.ts';
import type { Change } from '../../domain/change/change.ts';
import { compact } from '../../domain/compact.ts';
import { DomainError } from '../../domain/errors.ts';
import type { Job, JobCommand } from '../../domain/job/job.ts';
import type { grantAwards } from '../awards/grant-awards.ts';
import type { issueCredentials } from '../credentials/issue-credentials.ts';
import { counted, type Step, type TakeStep } from '../jobs/step.ts';
import type { Clock, Store } from '../ports.ts';

/** Number of proposals decided in one step. */
const STEP_SIZE = 10;
/** Number of badges signed in one step. It is higher than the number decided in a step, so that none is left
 *  unsigned. */
const SIGNED_A_STEP = 2 * STEP_SIZE;

interface Needs {
  readonly store: Pick<Store, 'readPeople' | 'readProposal'>;
  readonly clock: Clock;
  readonly grantAwards: ReturnType<typeof grantAwards>;
  readonly issueCredentials: ReturnType<typeof issueCredentials>;
}

type Decide = Extract<JobCommand, { kind: 'decide-proposals' }>;

/** Decides on a few proposals (phase 0), then signs the granted badges (phase 1), and so on. When the rest of
 *  the decision is taken back, at most these few badges are granted and unsigned. A proposal leaves the queue
 *  in the commit that counts it. After an interruption, a proposal that was already granted is thus still in
 *  the queue, and is counted as granted. */
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
  const { proposals, last } = await nextProposals(needs.store, command, progress.after);
  const outcomes: string[] = [];
  const changes: Change[] = [];
  for (const proposal of proposals) {
    const decided = await decideOne(needs, { job, command, proposal });
    outcomes.push(decided.outcome);
    changes.push(...decided.changes);
  }
  const counts = counted(progress.counts, outcomes);
  const toSign = command.decision === 'grant';
  return {
    progress: compact({ phase: toSign ? 1 : 0, counts, after: last }),
    advanced: proposals.length,
    finished: last === undefined && !toSign,
    changes,
  };
}

/** The next proposals, and the place where the step after them begins; the place is absent after the last
 *  ones. */
async function nextProposals(
  store: Pick<Store, 'readProposal'>,
  { ids: all }: Decide,
  after: string | undefined,
): Promise<{ readonly proposals: readonly Proposal[]; readonly last?: string }> {
  const begin = after === undefined ? 0 : all.indexOf(after) + 1;
  const ids = all.slice(begin, begin + STEP_SIZE);
  const found = await Promise.all(ids.map((id) => store.readProposal(id)));
  const last = begin + STEP_SIZE < all.length ? ids.at(-1) : undefined;
  return compact({ proposals: found.filter((one) => one !== undefined), last });
}

interface OneDecision {
  readonly job: Job;
  readonly command: Decide;
  readonly proposal: Proposal;
}

interface Decided {
  /** `granted`, `refused`, or the code of the reason to skip the proposal. */
  readonly outcome: string;
  readonly changes: readonly Change[];
}

async function decideOne(needs: Needs, { job, command, proposal }: OneDecision): Promise<Decided> {
  const { recipient } = proposal;
  if (recipient.kind === 'person' && recipient.personId === job.madeBy) {
    return { outcome: 'own-award', changes: [] };
  }
  if (command.decision === 'refuse') return refuse(needs, { job, command, proposal });
  try {
    for await (const _ of needs.grantAwards({
      scope: scopeOf(proposal),
      on: proposal.judgedOn,
      actor: job.madeBy,
    }));
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    if (error.code !== 'award-exists') return { outcome: error.code, changes: [] };
  }
  return { outcome: 'granted', changes: [{ kind: 'proposal-settled', id: proposal.id }] };
}

function scopeOf({ recipient, achievement }: Proposal) {
  return recipient.kind === 'person'
    ? { kind: 'person-id' as const, id: recipient.personId, achievement }
    : { kind: 'establishment' as const, uai: recipient.uai, achievement };
}

function refuse({ clock }: Needs, { job, command, proposal }: OneDecision): Decided {
  const { recipient, achievement, schoolYear } = proposal;
  const at = clock.now();
  const reason = command.reason ?? '';
  const subject = recipient.kind === 'person' ? recipient.personId : recipient.uai;
  return {
    outcome: 'refused',
    changes: [
      {
        kind: 'proposal-refused',
        refusal: { recipient, achievement, schoolYear, at, by: job.madeBy, reason },
      },
      { kind: 'proposal-settled', id: proposal.id },
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
