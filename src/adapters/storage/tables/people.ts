import { compact, type Whole } from '../../../domain/compact.ts';
import type { PersonId } from '../../../domain/ids.ts';
import type { Person, Profile } from '../../../domain/records.ts';
import { PROFILES } from '../../../domain/records.ts';
import type { Uai } from '../../../domain/uai.ts';
import { foldText } from './folded.ts';

export interface PersonTable {
  id: PersonId;
  given_name: string;
  family_name: string;
  head_of_uai: Uai | null;
  /** Both names in the folded form that searches use. */
  folded_name: string;
}

export interface PersonEmailTable {
  address: string;
  person_id: PersonId;
  position: number;
}

export interface PersonProfileTable {
  person_id: PersonId;
  profile: Profile;
}

export function toPersonRow(it: Person): PersonTable {
  return {
    id: it.id,
    given_name: it.givenName,
    family_name: it.familyName,
    head_of_uai: it.headOf ?? null,
    folded_name: foldText(`${it.familyName} ${it.givenName}`),
  };
}

/** `emails` are sorted by position; `profiles` may come in any order, and are returned in the order of
 *  PROFILES. */
export function fromPersonRow(
  row: PersonTable,
  emails: readonly string[],
  profiles: readonly Profile[],
): Person {
  const whole: Whole<Person> = {
    id: row.id,
    givenName: row.given_name,
    familyName: row.family_name,
    emails,
    profiles: PROFILES.filter((profile) => profiles.includes(profile)),
    headOf: row.head_of_uai ?? undefined,
  };
  return compact(whole);
}
