import type { CredentialId } from '../ids.ts';
import type { HolderChoice, IssuedCredential, Revocation } from './award-types.ts';

/** What is written about signed badges. */
export type CredentialChange =
  | { readonly kind: 'credential-issued'; readonly credential: IssuedCredential }
  /** Refused, and the whole commit with it, where its holder has chosen otherwise meanwhile than `choiceAsRead`. */
  | {
      readonly kind: 'credential-reissued';
      readonly credential: IssuedCredential;
      readonly choiceAsRead: HolderChoice;
    }
  /** Refused, and the whole commit with it, where the choice is no longer as it was read. */
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
    };
