import type { CredentialId } from '../ids.ts';
import type { Instant } from '../time/time.ts';
import type { HolderChoice, IssuedCredential, Revocation, Suspension } from './award-types.ts';

/** Changes to signed badges. */
export type CredentialChange =
  | { readonly kind: 'credential-issued'; readonly credential: IssuedCredential }
  /** The whole commit is refused where the holder's choice is no longer `choiceAsRead`. */
  | {
      readonly kind: 'credential-reissued';
      readonly credential: IssuedCredential;
      readonly choiceAsRead: HolderChoice;
    }
  /** The whole commit is refused where the holder's choice is no longer the one that was read. */
  | {
      readonly kind: 'holder-chose';
      readonly credentialId: CredentialId;
      readonly choice: HolderChoice;
      readonly asRead: HolderChoice;
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
