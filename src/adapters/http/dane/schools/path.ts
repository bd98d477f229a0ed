import { DomainError } from '../../../../domain/errors.ts';
import type { School } from '../../../../domain/records.ts';
import { parseUai } from '../../../../domain/uai.ts';
import type { PageRequest } from '../../routing/page-request.ts';

/** The UAI of the address. Throws `not-found`. */
export function uaiIn(param: string) {
  try {
    return parseUai(param);
  } catch {
    throw new DomainError('not-found');
  }
}

export const schoolPath = ({ param }: PageRequest) => `/dane/schools/${param('uai')}`;

/** The school that the address names. Throws `not-found`. */
export async function schoolOf({ store, param }: PageRequest): Promise<School> {
  const [school] = await store.readSchoolsByUai([uaiIn(param('uai'))]);
  if (!school) throw new DomainError('not-found');
  return school;
}
