import { DomainError } from '../domain/errors.ts';
import { errorTexts } from '../texts/en/errors.ts';
import { OFFICE } from '../texts/office.ts';

/** The reason of a failure in one line for the log, with advice where there is some. The cause of an error is
 *  preferred to the error that wraps it, because it is more precise. */
export function reasonOf(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  // There is no advice for an unexpected error. Its parameters describe it.
  if (cause instanceof DomainError && cause.code !== 'unexpected')
    return errorTexts(OFFICE)[cause.code](cause.params);
  return cause instanceof Error ? cause.message : String(cause);
}
