import type { Award, Recipient } from '../../domain/award/award-types.ts';
import { DomainError } from '../../domain/errors.ts';
import type { AwardWithCredential } from '../store/award-reader.ts';
import {
  type Candidate,
  changesOf,
  decideOne,
  type GrantNeeds,
  type GrantOutcome,
  grantOne,
  isConflict,
} from './grant-one.ts';

/** Grants some badges in one commit. A badge that cannot be granted is skipped, and the others are granted.
 *  Where the commit meets a conflict, because another agent grants at the same moment, the badges are granted
 *  one by one. The outcomes are in the order of the candidates. */
export async function grantChunk(
  needs: GrantNeeds,
  candidates: readonly Candidate[],
): Promise<readonly GrantOutcome[]> {
  const earlier = await readEarlier(needs, candidates);
  const outcomes: GrantOutcome[] = [];
  const awards: Award[] = [];
  for (const candidate of candidates) {
    const previous = earlier.get(keyOf(candidate.found.recipient)) ?? [];
    const outcome = await skipRefused(candidate, async () => {
      const award = await decideOne(needs, candidate, previous);
      return { kind: 'granted', award, label: candidate.found.label };
    });
    outcomes.push(outcome);
    if (outcome.kind === 'granted') awards.push(outcome.award);
  }
  try {
    await needs.store.commit(changesOf(awards));
    return outcomes;
  } catch (error) {
    if (!isConflict(error)) throw error;
    return oneByOne(needs, candidates);
  }
}

async function oneByOne(
  needs: GrantNeeds,
  candidates: readonly Candidate[],
): Promise<readonly GrantOutcome[]> {
  const outcomes: GrantOutcome[] = [];
  for (const candidate of candidates) {
    outcomes.push(await skipRefused(candidate, () => grantOne(needs, candidate)));
  }
  return outcomes;
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

/** The awards of each recipient. */
async function readEarlier(
  { store }: GrantNeeds,
  candidates: readonly Candidate[],
): Promise<ReadonlyMap<string, readonly AwardWithCredential[]>> {
  const recipients = new Map(candidates.map(({ found }) => [keyOf(found.recipient), found.recipient]));
  return Map.groupBy(await store.readAwardsOf([...recipients.values()]), ({ award }) =>
    keyOf(award.recipient),
  );
}

function keyOf(recipient: Recipient): string {
  return recipient.kind === 'person' ? `person ${recipient.personId}` : `school ${recipient.uai}`;
}
