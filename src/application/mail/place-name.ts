import type { Establishment } from '../../domain/records.ts';
import type { Uai } from '../../domain/uai.ts';

/** `Collège Claude Guyot, Arnay-le-Duc`; the UAI of a school that is not known. */
export function placeName(school: Establishment | undefined, uai: Uai): string {
  return school ? [school.name, school.commune].filter(Boolean).join(', ') : uai;
}
