import { achievementOf } from '../../catalogue/catalogue.ts';
import type { Recipient } from '../../domain/award/award-types.ts';
import { type Caution, findCautions } from '../../domain/award/caution.ts';
import type { Evaluation } from '../../domain/criteria/evaluation.ts';
import type { PersonRecord } from '../../domain/records.ts';
import type { Ports } from '../service-ports.ts';
import { readNearBy } from './read-near-by.ts';

/** A badge of a recipient, and the records on which it was judged. */
export interface JudgedBadge {
  readonly recipient: Recipient;
  readonly evaluation: Evaluation;
  /** Absent for a school. */
  readonly record?: PersonRecord;
}

/** Reads what is unsettled around some people, and returns the function that says why a person should look at
 *  one of their badges. The queue, the screens, the command line and the API all ask here. */
export async function readCautions(
  { store, catalogue }: Ports,
  records: readonly PersonRecord[],
): Promise<(badge: JudgedBadge) => readonly Caution[]> {
  const { holders, doubted } = await readNearBy(store, records);
  return ({ recipient, evaluation, record }) => {
    const criteria = catalogue.criteriaInForce(evaluation.on);
    return findCautions({
      evaluation,
      definition: achievementOf(criteria, evaluation.achievement),
      criteria,
      basis: { thresholds: criteria.thresholds, framework: catalogue.framework },
      ...(record && { record }),
      holders,
      isDoubted: recipient.kind === 'person' && doubted.has(recipient.personId),
    });
  };
}
