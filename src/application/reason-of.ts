import { DomainError } from '../domain/errors.ts';
import { errorTexts } from '../texts/en/errors.ts';
import { OFFICE } from '../texts/office.ts';

/** Why something failed, in one line for the log: what to do where we know it. The service's own refusal of the moment
 *  says less than what caused it. */
export function reasonOf(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  // What nobody foresaw has no advice: its parameters say what it was.
  if (cause instanceof DomainError && cause.code !== 'unexpected')
    return errorTexts(OFFICE)[cause.code](cause.params);
  return cause instanceof Error ? cause.message : String(cause);
}
