import { DomainError } from '../../../domain/errors.ts';

/** The refusal `unreachable` for a database that does not answer or refuses the connection. It names only
 *  host and database; the account in the address is never shown. */
export function unreachableDatabase(url: string, cause: unknown): DomainError {
  const params = { url: placeOf(url), reason: reasonOf(cause) };
  return new DomainError('unreachable', params, { cause });
}

/** Host and name of the database. */
export function placeOf(url: string): string {
  const { protocol, host, pathname } = new URL(url);
  return `${protocol}//${host}${pathname}`;
}

function reasonOf(cause: unknown): string {
  // A name with several addresses fails with one error for each, and no message of its own.
  if (cause instanceof AggregateError) return cause.errors.map(reasonOf).join('; ');
  return cause instanceof Error ? cause.message : String(cause);
}
