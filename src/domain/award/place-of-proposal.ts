import type { PersonRecord } from '../records.ts';
import type { Uai } from '../uai.ts';
import type { Recipient } from './award-types.ts';

/** The school under which a badge stands in the queue: where the person is or was last engaged, or the school
 *  that receives it. */
export function placeOfProposal(recipient: Recipient, record: PersonRecord | undefined): Uai | undefined {
  return recipient.kind === 'establishment' ? recipient.uai : record && lastSchoolOf(record);
}

function lastSchoolOf({ engagements }: PersonRecord): Uai | undefined {
  return engagements.toSorted((a, b) => ((a.period.to ?? '9') < (b.period.to ?? '9') ? 1 : -1))[0]?.uai;
}
