import type { Change } from '../../domain/change/change.ts';
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
  const school = await readSchool(store, uai);
  checkSchoolOpen(school, from);
  return school;
}

/** The school with this UAI. Throws `unknown-establishment`. */
export async function readSchool(store: Pick<Store, 'readEstablishments'>, uai: Uai): Promise<Establishment> {
  const [school] = await store.readEstablishments([uai]);
  if (!school) throw new DomainError('unknown-establishment', { uai });
  return school;
}

/** A school stands as it was read. */
export const schoolAsRead = (school: Establishment): readonly Change[] => [
  { kind: 'records-as-read', of: 'establishment', records: [school] },
];
