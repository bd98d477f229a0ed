import { checkSchoolOpen } from '../../domain/engagement/school-closure.ts';
import { DomainError } from '../../domain/errors.ts';
import type { Establishment } from '../../domain/records.ts';
import type { LocalDate } from '../../domain/time/time.ts';
import type { Uai } from '../../domain/uai.ts';
import type { Store } from '../ports.ts';

/** The school at which an engagement begins on a day. Throws `unknown-establishment`, and `establishment-closed`
 *  for a day after its last one. */
export async function readOpenSchool(
  store: Pick<Store, 'readEstablishments'>,
  { uai, from }: { readonly uai: Uai; readonly from: LocalDate },
): Promise<Establishment> {
  const [school] = await store.readEstablishments([uai]);
  if (!school) throw new DomainError('unknown-establishment', { uai });
  checkSchoolOpen(school, from);
  return school;
}
