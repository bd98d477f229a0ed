import { OpenBadgesError } from '#open-badges/values';
import { DomainError } from '../domain/errors.ts';

/** The result of work of the library `open-badges`. Throws its refusals as `DomainError` with the same code and
 *  parameters, also if the work is asynchronous. */
export function asDomainError<Result>(work: () => Result): Result {
  try {
    const result = work();
    return result instanceof Promise ? (result.catch(rethrow) as Result) : result;
  } catch (error) {
    return rethrow(error);
  }
}

function rethrow(error: unknown): never {
  if (!(error instanceof OpenBadgesError)) throw error;
  throw new DomainError(error.code, error.params, { cause: error });
}
