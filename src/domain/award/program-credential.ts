import { DomainError } from '../errors.ts';
import type { Instant } from '../time/time.ts';

/** A credential that a program had signed with a place in our status lists (VC-API). Nothing of its content is
 *  kept. */
export interface ProgramCredential extends ProgramStanding {
  /** As the program named it. No two have the same. */
  readonly id: string;
  /** `sha256$` + hex of what was signed. */
  readonly digest: string;
  readonly statusListId: string;
  readonly statusIndex: number;
  readonly signedAt: Instant;
  /** The token with which it was asked for. */
  readonly signedBy: string;
}

/** Since when it is revoked or suspended, never both; neither where it stands. */
export interface ProgramStanding {
  readonly revokedAt?: Instant;
  readonly suspendedAt?: Instant;
}

/** The status that a program asks for: `isSet` is false where it takes it back. */
export interface AskedStatus {
  readonly purpose: 'revocation' | 'suspension';
  readonly isSet: boolean;
}

/** How the credential stands once it has that status; undefined where it has it already. A revocation is for good
 *  (docs/rules.md, Suspension). Throws `already-revoked`. */
export function decideProgramStatus(
  { id, revokedAt, suspendedAt }: ProgramCredential,
  { purpose, isSet }: AskedStatus,
  at: Instant,
): ProgramStanding | undefined {
  if (purpose === 'revocation') {
    if (isSet) return revokedAt === undefined ? { revokedAt: at } : undefined;
    if (revokedAt === undefined) return undefined;
  }
  if (revokedAt !== undefined) throw new DomainError('already-revoked', { id, at: revokedAt });
  if (isSet === (suspendedAt !== undefined)) return undefined;
  return isSet ? { suspendedAt: at } : {};
}

/** Changes to credentials that programs had signed. */
export type ProgramCredentialChange =
  /** Fails with `store-conflict` where another one has this id, or its place. */
  | { readonly kind: 'program-credential-signed'; readonly credential: ProgramCredential }
  /** Fails with `store-conflict` where it no longer stands as it was read. */
  | {
      readonly kind: 'program-credential-changed';
      readonly asRead: ProgramCredential;
      readonly standing: ProgramStanding;
    };
