import type { SignedDigests } from '../../domain/badge-log/entries.ts';
import { DomainError } from '../../domain/errors.ts';
import { declare } from '../../domain/features/declaration.ts';
import type { RowOf } from '../../domain/tables/row-types.ts';
import type { Instant } from '../../domain/time/calendar.ts';
import { vcApiErrors } from './feature-errors.ts';

/** A credential that a program had signed, with its place in our status lists (VC-API). Its content is not
 *  kept. */
export interface ProgramCredential extends ProgramStanding {
  /** The id that the program gave it, or else that of its place in our lists. It is unique. */
  readonly id: string;
  /** `sha256$` + hex of the signed document. */
  readonly digest: string;
  readonly statusListId: string;
  readonly statusIndex: number;
  readonly signedAt: Instant;
  /** The token that the program used. */
  readonly signedBy: string;
}

/** The instant since which it is revoked or suspended, never both. Neither is present where it is valid. */
export interface ProgramStanding {
  readonly revokedAt?: Instant;
  readonly suspendedAt?: Instant;
}

/** The status that a program asks for. `isSet` is false if the program takes the status back. */
export interface RequestedStatus {
  readonly purpose: 'revocation' | 'suspension';
  readonly isSet: boolean;
}

/** The credential's standing with the status asked for; undefined if it already has that status. A
 *  revocation is final (docs/rules.md, Suspension). Throws `already-revoked`. */
export function decideProgramStatus(
  { id, revokedAt, suspendedAt }: ProgramCredential,
  { purpose, isSet }: RequestedStatus,
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

/** Changes to the credentials of programs. */
export type ProgramCredentialChange =
  /** Fails with `store-conflict` where another credential has this id or this place. */
  | {
      readonly kind: 'program-credential-signed';
      readonly credential: ProgramCredential;
      readonly digests: SignedDigests;
    }
  /** Fails with `store-conflict` where its standing has changed since it was read. */
  | {
      readonly kind: 'program-credential-changed';
      readonly asRead: ProgramCredential;
      readonly standing: ProgramStanding;
    };

/** Reads credentials of programs. */
export interface ProgramCredentialReader {
  /** The credential to which its program gave this id. */
  readProgramCredential(id: string): Promise<ProgramCredential | undefined>;
}

/** The rows of its tables, exactly as the migrations make them. */
export interface VcApiTables {
  program_credential: RowOf<ProgramCredential>;
}

/** What the other layers read of this feature. */
export const feature = declare<VcApiTables, ProgramCredentialChange, ProgramCredentialReader>()({
  group: 'badges',
  audit: ['credential-signed', 'credential-status-set'],
  errors: vcApiErrors,
});
