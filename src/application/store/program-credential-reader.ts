import type { ProgramCredential } from '../../domain/award/program-credential.ts';

export interface ProgramCredentialReader {
  /** By the id that its program gave it. */
  readProgramCredential(id: string): Promise<ProgramCredential | undefined>;
}
