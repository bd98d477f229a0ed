import { DomainError } from '../domain/errors.ts';

/** Throws `unreadable-file` for a failure to read the file of this name. */
export const unreadableFile =
  (name: string) =>
  (cause: NodeJS.ErrnoException): never => {
    throw new DomainError('unreadable-file', { name, reason: cause.code ?? cause.message }, { cause });
  };
