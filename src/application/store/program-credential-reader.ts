import type { ProgramCredential } from '../../domain/award/program-credential.ts';

/** Reads credentials of programs. */
export interface ProgramCredentialReader {
  /** The credential to which its program gave this id. */
  readProgramCredential(id: string): Promise<ProgramCredential | undefined>;
}
