import type { Change } from '../../domain/change/union.ts';
import { checkSchoolOpen } from '../../domain/engagement/school-closure.ts';
import { DomainError } from '../../domain/errors.ts';
import type { School } from '../../domain/records.ts';
import { compact } from '../../domain/text/omit-undefined.ts';
import type { LocalDate } from '../../domain/time/calendar.ts';
import type { Uai } from '../../domain/uai.ts';
import type { Store } from '../ports.ts';

/** The keeper of what begins at a school: it is refused where it would go on after the last day. Its changes belong
 *  into the commit, which is then refused where the school has closed in the meantime. Without `until` it has no end.
 *  Throws `unknown-establishment`, `establishment-closed`. */
export async function requireSchoolOpen(
  store: Pick<Store, 'readSchoolsByUai'>,
  { uai, until }: { readonly uai: Uai; readonly until: LocalDate | undefined },
): Promise<readonly Change[]> {
  checkSchoolOpen(await readSchool(store, uai), until);
  return [schoolOpenPrecondition(uai, until)];
}

/** The precondition that a school which was read is still open. */
export const schoolOpenPrecondition = (uai: Uai, until: LocalDate | undefined): Change =>
  compact({ kind: 'school-kept-open' as const, uai, until });

/** The school with this UAI. Throws `unknown-establishment`. */
export async function readSchool(store: Pick<Store, 'readSchoolsByUai'>, uai: Uai): Promise<School> {
  const [school] = await store.readSchoolsByUai([uai]);
  if (!school) throw new DomainError('unknown-establishment', { uai });
  return school;
}

/** A school stands as it was read. */
export const schoolAsRead = (school: School): readonly Change[] => [
  { kind: 'records-as-read', of: 'establishment', records: [school] },
];
