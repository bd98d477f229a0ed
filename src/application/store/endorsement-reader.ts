import type { Endorsement, SchoolKey } from '../../domain/endorsement/endorsement.ts';
import type { CredentialId, PersonId } from '../../domain/ids.ts';
import type { Uai } from '../../domain/uai.ts';

/** Reads principals' endorsements and the keys of schools. */
export interface EndorsementReader {
  readEndorsementsOf(personId: PersonId): Promise<readonly Endorsement[]>;
  /** The endorsements in a badge, in the order in which they were offered. */
  readEndorsementsIn(credentialId: CredentialId): Promise<readonly Endorsement[]>;
  /** The keys of a school, or of all schools. */
  readSchoolKeys(uai?: Uai): Promise<readonly SchoolKey[]>;
}
