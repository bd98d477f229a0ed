import type { SignedDigests } from '../badge-log/entries.ts';
import type { CredentialId } from '../ids.ts';
import type { Instant } from '../time/calendar.ts';
import type { HolderChoice, IssuedCredential, Revocation, Suspension } from './types.ts';

/** The parts of a signed badge that may no longer agree with the records. */
export const OUTDATED_SUBJECTS = [
  'email-identifier',
  'holder',
  'title',
  'contributions',
  'evidence',
  'figures',
  'dates',
  'words',
] as const;
export type OutdatedSubject = (typeof OUTDATED_SUBJECTS)[number];

/** What an act of the holder, or a new signature, rests on: the choice made so far, and whether the badge is
 *  revoked or suspended. */
export type StandingAsRead = Pick<IssuedCredential, 'choice' | 'revocation' | 'suspension'>;

export type CredentialChange =
  | {
      readonly kind: 'credential-issued';
      readonly credential: IssuedCredential;
      readonly digests: SignedDigests;
    }
  /** The whole commit is refused where the badge is no longer as it was read. */
  | {
      readonly kind: 'credential-reissued';
      readonly credential: IssuedCredential;
      readonly digests: SignedDigests;
      readonly asRead: StandingAsRead;
    }
  /** The whole commit is refused where the badge is no longer as it was read. */
  | {
      readonly kind: 'holder-chose';
      readonly credentialId: CredentialId;
      readonly choice: HolderChoice;
      readonly asRead: StandingAsRead;
    }
  /** Its holder is reminded. Refused where the badge waits for no answer, or was reminded since it was read. */
  | {
      readonly kind: 'credential-reminded';
      readonly credentialId: CredentialId;
      readonly at: Instant;
      readonly asRead: Instant | undefined;
    }
  | {
      readonly kind: 'credential-revoked';
      readonly credentialId: CredentialId;
      readonly statusListId: string;
      readonly revocation: Revocation;
    }
  /** Refused where the badge is suspended or revoked. */
  | {
      readonly kind: 'credential-suspended';
      readonly credentialId: CredentialId;
      readonly statusListId: string;
      readonly suspension: Suspension;
    }
  /** Refused where this suspension has already ended. */
  | {
      readonly kind: 'credential-resumed';
      readonly credentialId: CredentialId;
      readonly statusListId: string;
      readonly suspendedAt: Instant;
    };
