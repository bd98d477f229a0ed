import { DomainError } from '../domain/errors.ts';

/** Throws `unreadable-file` for a failure to read the file of this name, and a refusal as it is. */
export const unreadableFile =
  (name: string) =>
  (cause: NodeJS.ErrnoException): never => {
    if (cause instanceof DomainError) throw cause;
    throw new DomainError('unreadable-file', { name, reason: cause.code ?? cause.message }, { cause });
  };

/** The command was written wrongly: exit code 2. The message is a sentence from the texts. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
