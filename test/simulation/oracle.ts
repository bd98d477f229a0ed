import { isDeepStrictEqual } from 'node:util';
import type { Change, ChangeOf } from '../../src/domain/change/union.ts';
import { derivePersonFacts } from '../domain/plain-judgment/derive-facts.ts';
import { evaluateAll } from '../domain/plain-judgment/evaluate.ts';
import type { Process } from './process.ts';

/** Kinds of change that an act may leave behind that was refused: they tell of the browser, of work that was begun
 *  and of time, and nothing of what was asked. */
const LEFT_BY_REJECTIONS: ReadonlySet<string> = new Set([
  ...[
    'session-begun',
    'session-seen',
    'session-ended',
    'typed-form-kept',
    'typed-form-dropped',
    'token-used',
  ],
  // The key of a school is made once, before what it signs.
  'school-key-kept',
  ...['job-begun', 'job-advanced', 'job-started', 'jobs-told'],
]);

/** What an act wrote that tells of what was asked. */
export function leftBehind(landed: readonly (readonly Change[])[]): readonly string[] {
  const kinds = new Set(landed.flat().map(({ kind }) => kind));
  return [...kinds].filter((kind) => !LEFT_BY_REJECTIONS.has(kind));
}

/** Judges the badges of persons that were just granted by the plain judgment of the tests, from the records as
 *  they are. A badge granted for a reason need not be met, but its facts are facts. */
export async function judgeGrants(process: Process, landed: readonly Change[]): Promise<readonly string[]> {
  const granted = landed.filter((one): one is ChangeOf<'award-granted'> => one.kind === 'award-granted');
  const found: string[] = [];
  for (const { award } of granted) {
    if (award.recipient.kind !== 'person') continue;
    const { personId } = award.recipient;
    const [record] = await process.bare.readPersonRecords([personId]);
    const criteria = process.ports.catalogue.criteriaVersion(award.version);
    if (!record || !criteria) {
      found.push(`the award ${award.id} is granted to nobody, or by no criteria`);
      continue;
    }
    const { thresholds } = criteria;
    const { framework } = process.ports.catalogue;
    const { facts, achievement, on } = award.evaluation;
    const derived = derivePersonFacts(record, on, { thresholds, framework });
    // A decision is the one fact that no record tells: the reason of the grant is the decision.
    const plain = facts.decided && award.overrideReason ? { ...derived, decided: true as const } : derived;
    if (!isDeepStrictEqual(JSON.parse(JSON.stringify(facts)), JSON.parse(JSON.stringify(plain))))
      found.push(`the award ${award.id} (${achievement}) rests on facts that the records do not tell`);
    const isMet = evaluateAll(criteria, plain).find((one) => one.achievement === achievement)?.met;
    if (!isMet && award.overrideReason === undefined)
      found.push(`the award ${award.id} (${achievement}) is not met`);
  }
  return found;
}
