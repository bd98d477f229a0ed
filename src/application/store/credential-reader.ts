import type { CredentialId } from '../../domain/ids.ts';
import type { Instant } from '../../domain/time/time.ts';
import type { AwardWithCredential } from './award-reader.ts';
import type { Slice } from './slice.ts';

/** Reads signed credentials. */
export interface CredentialReader {
  readCredential(id: CredentialId): Promise<AwardWithCredential | undefined>;
  /** Credentials that are not erased and were signed after that instant. */
  readCredentialsDatedAfter(instant: Instant, limit: number): Promise<readonly CredentialId[]>;
  /** Issued credentials by id. With `signedWith`, only those signed with that key. */
  readCredentials(
    slice: Slice<CredentialId> & { readonly signedWith?: string; readonly acceptance?: 'private' },
  ): Promise<readonly AwardWithCredential[]>;
}
