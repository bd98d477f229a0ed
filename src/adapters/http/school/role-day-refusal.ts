import { DomainError } from '../../../domain/errors.ts';
import type { Locale } from '../env.ts';
import { WORDS } from '../shell/words.ts';

/** Why a role cannot be taken on the chosen day, in words; undefined for any other error. */
export function roleDayRefusal(error: unknown, locale: Locale): string | undefined {
  if (!(error instanceof DomainError) || error.code !== 'role-day-outside') return undefined;
  return WORDS[locale].errors[error.code](error.params);
}
