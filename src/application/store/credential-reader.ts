import type { CredentialId } from '../../domain/ids.ts';
import type { AwardWithCredential } from './award-reader.ts';
import type { Slice } from './slice.ts';

/** What was signed. */
export interface CredentialReader {
  readCredential(id: CredentialId): Promise<AwardWithCredential | undefined>;
  /** Issued credentials by id; `signedWith` keeps only those signed by that key. */
  readCredentials(
    page: Slice<CredentialId> & { readonly signedWith?: string; readonly acceptance?: 'private' },
  ): Promise<readonly AwardWithCredential[]>;
}
