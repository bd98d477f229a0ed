import { proposalKey } from '../../domain/award/proposal.ts';
import type { Recipient } from '../../domain/award/types.ts';
import { DomainError } from '../../domain/errors.ts';
import { readUnderDecision } from '../decisions/read-batch.ts';
import type { Ports } from '../service-ports.ts';
import {
  type Candidate,
  changesOf,
  decideOne,
  type Earlier,
  type Grant,
  type GrantOutcome,
  grantOne,
  isConflict,
  leaveUndecided,
  readEarlier,
  reviewFlagsOfSome,
} from './grant-one.ts';

/** Grants some badges in one commit. A badge that cannot be granted is skipped, and the others are granted; so
 *  is a badge on which someone else's decision waits. Where it is asked for, a badge that a person should look
 *  at first is left out too. Where the commit meets a conflict, because another agent
 *  decides at the same moment, the badges are granted one by one. A dry run only decides. The outcomes are in the
 *  order of the candidates. */
export async function grantChunk(
  ports: Ports,
  candidates: readonly Candidate[],
): Promise<readonly GrantOutcome[]> {
  const { outcomes, grants } = await decideChunk(ports, candidates);
  if (grants.length === 0) return outcomes;
  try {
    await ports.store.commit(changesOf(grants));
    return outcomes;
  } catch (error) {
    if (!isConflict(error)) throw error;
    return oneByOne(ports, candidates);
  }
}

export interface DecidedChunk {
  readonly outcomes: readonly GrantOutcome[];
  readonly grants: readonly Grant[];
}

/** Decides on some badges and writes nothing: the outcomes in the order of the candidates, and the grants. */
export async function decideChunk(ports: Ports, candidates: readonly Candidate[]): Promise<DecidedChunk> {
  const [first] = candidates;
  if (!first) return { outcomes: [], grants: [] };
  const waiting = await readUnderDecision(ports.store, first.actor);
  const [earlier, reviewFlagsOf] = await Promise.all([
    readByRecipient(ports, candidates),
    reviewFlagsOfSome(ports, candidates),
  ]);
  const outcomes: GrantOutcome[] = [];
  const grants: Grant[] = [];
  for (const candidate of candidates) {
    const outcome = await skipRefused(candidate, async () => {
      checkFree(waiting, candidate);
      const grant = await decideOne(ports, candidate, earlier(candidate.found.recipient));
      const undecided = leaveUndecided(candidate, grant, reviewFlagsOf(candidate));
      if (undecided) return undecided;
      grants.push(grant);
      return { kind: 'granted', award: grant.award, label: candidate.found.label };
    });
    outcomes.push(outcome);
  }
  return { outcomes, grants };
}

async function oneByOne(ports: Ports, candidates: readonly Candidate[]): Promise<readonly GrantOutcome[]> {
  const outcomes: GrantOutcome[] = [];
  for (const candidate of candidates) {
    const grant = async () => {
      checkFree(await readUnderDecision(ports.store, candidate.actor), candidate);
      return grantOne(ports, candidate);
    };
    outcomes.push(await skipRefused(candidate, grant));
  }
  return outcomes;
}

/** Throws `decision-waiting`. */
function checkFree(waiting: ReadonlySet<string>, { found: { recipient }, evaluation }: Candidate): void {
  const { achievement } = evaluation;
  if (waiting.has(proposalKey({ recipient, achievement }))) {
    throw new DomainError('decision-waiting', { code: achievement });
  }
}

async function skipRefused(
  { evaluation, found }: Candidate,
  grant: () => Promise<GrantOutcome>,
): Promise<GrantOutcome> {
  try {
    return await grant();
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return { kind: 'skipped', code: error.code, achievement: evaluation.achievement, label: found.label };
  }
}

/** What was decided before about each recipient. */
async function readByRecipient(
  { store }: Ports,
  candidates: readonly Candidate[],
): Promise<(recipient: Recipient) => Earlier> {
  const recipients = new Map(candidates.map(({ found }) => [keyOf(found.recipient), found.recipient]));
  const { awards, refusals } = await readEarlier(store, [...recipients.values()]);
  const awardsOf = Map.groupBy(awards, ({ award }) => keyOf(award.recipient));
  const rejectionsOf = Map.groupBy(refusals, ({ recipient }) => keyOf(recipient));
  return (recipient) => ({
    awards: awardsOf.get(keyOf(recipient)) ?? [],
    refusals: rejectionsOf.get(keyOf(recipient)) ?? [],
  });
}

function keyOf(recipient: Recipient): string {
  return recipient.kind === 'person' ? `person ${recipient.personId}` : `school ${recipient.uai}`;
}
