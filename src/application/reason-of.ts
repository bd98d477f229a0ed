import { DomainError } from '../domain/errors.ts';
import { errorTexts } from '../texts/en/errors.ts';
import { OFFICE } from '../texts/office.ts';

/** The reason of a failure in one line for the log, with advice where we have some. The cause of an error is
 *  preferred to the refusal that wraps it, because it says more. */
export function reasonOf(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  // An unexpected error has no advice. Its parameters describe it.
  if (cause instanceof DomainError && cause.code !== 'unexpected')
    return errorTexts(OFFICE)[cause.code](cause.params);
  return cause instanceof Error ? cause.message : String(cause);
}
