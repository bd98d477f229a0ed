import type { Establishment } from '../../domain/records.ts';
import type { Uai } from '../../domain/uai.ts';

/** `Collège Claude Guyot, Arnay-le-Duc`; the UAI where the school is unknown. */
export function placeName(school: Establishment | undefined, uai: Uai): string {
  return school ? [school.name, school.commune].filter(Boolean).join(', ') : uai;
}
